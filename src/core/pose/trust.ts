/**
 * Which limbs of a frame can be believed. The model returns all 33 points even where it sees nothing, and its
 * own visibility stays high for limbs that are hidden, so geometry decides: a limb that lies on its counterpart,
 * one that lies within the trunk, one longer than a limb can be, and one that has leapt are guesses.
 */
import { limit } from '../thresholds'
import { LANDMARK_COUNT, LM, type Side, type TrunkContour } from './frame'
import { distance, midpoint, type Point } from './geometry'

interface Limb {
  readonly side: Side
  /** From the trunk outwards: shoulder, elbow, wrist, or hip, knee, ankle. */
  readonly joints: readonly [number, number, number]
  readonly other: readonly [number, number, number]
  /** The longest that one of its bones can look, trunk lengths. */
  readonly longest: number
}

const ARM = {
  left: [LM.leftShoulder, LM.leftElbow, LM.leftWrist],
  right: [LM.rightShoulder, LM.rightElbow, LM.rightWrist],
} as const
const LEG = {
  left: [LM.leftHip, LM.leftKnee, LM.leftAnkle],
  right: [LM.rightHip, LM.rightKnee, LM.rightAnkle],
} as const

const [arm, leg] = [limit('trust.longest-arm-bone'), limit('trust.longest-leg-bone')]
const LIMBS: readonly Limb[] = [
  { side: 'left', joints: ARM.left, other: ARM.right, longest: arm },
  { side: 'right', joints: ARM.right, other: ARM.left, longest: arm },
  { side: 'left', joints: LEG.left, other: LEG.right, longest: leg },
  { side: 'right', joints: LEG.right, other: LEG.left, longest: leg },
]

export interface SeenBody {
  /** 33 × [x, y], pixels. */
  readonly points: Float64Array
  /** A trunk length, pixels. */
  readonly unit: number
  readonly near: Side
  readonly contour: TrunkContour | null
  readonly time: number
}

/** Judges each frame's limbs; remembers the last frame, to see what leaps. */
export class LimbTrust {
  readonly #before = new Float64Array(2 * LANDMARK_COUNT)
  #time = -Infinity

  /** 33 values: 1 where the landmark can be believed, else 0. Takes frames in time order. */
  judge(body: SeenBody): Uint8Array {
    const trusted = new Uint8Array(LANDMARK_COUNT).fill(1)
    const seconds = body.time - this.#time
    for (const limb of LIMBS) {
      const [, middle, end] = limb.joints
      if (hidden(limb, body)) trusted[middle] = trusted[end] = 0
      if (this.#leapt(end, body, seconds) || tooLong(limb, body)) trusted[end] = 0
    }
    this.#before.set(body.points)
    this.#time = body.time
    return trusted
  }

  #leapt(i: number, { points, unit }: SeenBody, seconds: number): boolean {
    if (seconds > limit('identity.gap-seconds')) return false
    const step = distance(at(points, i), at(this.#before, i)) / unit
    return step > limit('trust.step') + limit('trust.speed') * seconds
  }
}

const at = (points: Float64Array, i: number): Point => ({
  x: points[2 * i] ?? NaN,
  y: points[2 * i + 1] ?? NaN,
})

/** Only the far one of a pair hides: the near limb is in front of everything. */
function hidden(limb: Limb, body: SeenBody): boolean {
  if (limb.side === body.near) return false
  const { points, unit } = body
  const apart = (k: 1 | 2): number => distance(at(points, limb.joints[k]), at(points, limb.other[k])) / unit
  const together = Math.max(apart(1), apart(2)) < limit('trust.together')
  return together || withinTrunk(at(points, limb.joints[2]), body)
}

function tooLong({ joints, longest }: Limb, { points, unit }: SeenBody): boolean {
  const [root, middle, end] = joints
  const bone = (a: number, b: number): number => distance(at(points, a), at(points, b)) / unit
  return Math.max(bone(root, middle), bone(middle, end)) > longest
}

/** Whether a point lies between the trunk's two outlines. */
function withinTrunk(point: Point, { points, contour }: SeenBody): boolean {
  if (!contour) return false
  const from = midpoint(at(points, LM.leftShoulder), at(points, LM.rightShoulder))
  const to = midpoint(at(points, LM.leftHip), at(points, LM.rightHip))
  const [x, y] = [to.x - from.x, to.y - from.y]
  const chord = Math.hypot(x, y)
  const [dx, dy] = [(point.x - from.x) / chord, (point.y - from.y) / chord]
  const along = (dx * x + dy * y) / chord
  if (!(along > 0 && along < 1)) return false
  // Clockwise of shoulder to hip on a screen, where y points down.
  const aside = (dy * x - dx * y) / chord
  const column = Math.floor(along * contour.clockwise.length)
  const edge = (aside > 0 ? contour.clockwise : contour.counter)[column] ?? NaN
  return Math.abs(aside) < edge
}
