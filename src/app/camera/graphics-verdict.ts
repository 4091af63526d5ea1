/**
 * Whether the graphics chip of a device may run the pose model: it must be faster than the processor, and its poses
 * must be close enough to the processor's. The tolerance is measured on the device: the processor also looks at the
 * same pictures at half their size, at which every verdict stays the same (bench/robust, 320×240), and the chip may
 * differ from it by no more than that does.
 */
import { LM, type PoseFrame } from '../../core/pose/frame'
import { distance, median, midpoint, type Point } from '../../core/pose/geometry'
import type { GraphicsRecord } from '../../storage/records/schema'

/** Pictures that are compared. */
export const PICTURE_COUNT = 3

/** What one of them saw in a picture, and how long it took. */
export interface Look {
  readonly milliseconds: number
  /** Null when the model failed. */
  readonly frame: PoseFrame | null
}

export interface Looks {
  readonly processor: readonly Look[]
  /** The processor's, at half the size. */
  readonly half: readonly Look[]
  readonly graphics: readonly Look[]
}

export type Verdict = GraphicsRecord['verdict']

/** The chip may take at most this share of the processor's time; less of a gain is not worth a change. */
export const WORTHWHILE_SHARE = 0.8

/** Null when the processor did not see enough to compare with; other pictures may do. */
export function verdictOf({ processor, half, graphics }: Looks): Verdict | null {
  const tolerated = differencesOf(processor, half)
  if (processor.length < PICTURE_COUNT || tolerated === null) return null
  if (graphics.length < PICTURE_COUNT || graphics.some(({ frame }) => frame === null)) return 'failed'
  const differences = differencesOf(processor, graphics)
  if (differences === null) return 'differs'
  for (const part of ['joints', 'outline'] as const)
    if (
      median(differences.map((difference) => difference[part])) >
      median(tolerated.map((difference) => difference[part]))
    )
      return 'differs'
  const time = (looks: readonly Look[]): number => median(looks.map(({ milliseconds }) => milliseconds))
  return time(graphics) <= WORTHWHILE_SHARE * time(processor) ? 'graphics' : 'slower'
}

/** The difference in each picture; null when one of them can't be compared. */
function differencesOf(ones: readonly Look[], others: readonly Look[]): readonly Difference[] | null {
  const all = ones.map(({ frame }, i) => differenceOf(frame, others[i]?.frame ?? null))
  const seen = all.filter((difference) => difference !== null)
  return seen.length === all.length ? seen : null
}

export interface Difference {
  /** Mean distance between joints in trunk lengths, without a shift of the whole body, which changes no angle. */
  readonly joints: number
  /** Mean distance between the trunk's outlines in trunk lengths, without a shift of a whole side. */
  readonly outline: number
}

const JOINTS = [
  ...[LM.leftShoulder, LM.rightShoulder, LM.leftElbow, LM.rightElbow, LM.leftWrist, LM.rightWrist],
  ...[LM.leftHip, LM.rightHip, LM.leftKnee, LM.rightKnee, LM.leftAnkle, LM.rightAnkle],
]

/** Null unless both see a body with its outline. */
export function differenceOf(one: PoseFrame | null, other: PoseFrame | null): Difference | null {
  const [a, b] = [one?.body, other?.body]
  if (!one || !other || !a?.contour || !b?.contour) return null
  const spot = (frame: PoseFrame, landmarks: Float32Array, joint: number): Point => ({
    x: ((landmarks[joint * 4] ?? NaN) * frame.width) / frame.height,
    y: landmarks[joint * 4 + 1] ?? NaN,
  })
  const middle = (left: number, right: number): Point =>
    midpoint(spot(one, a.landmarks, left), spot(one, a.landmarks, right))
  const trunk = distance(middle(LM.leftShoulder, LM.rightShoulder), middle(LM.leftHip, LM.rightHip))
  const moved = JOINTS.map((joint) => {
    const [from, to] = [spot(one, a.landmarks, joint), spot(other, b.landmarks, joint)]
    return { x: to.x - from.x, y: to.y - from.y }
  })
  const shift = { x: mean(moved.map(({ x }) => x)), y: mean(moved.map(({ y }) => y)) }
  const joints = mean(moved.map((way) => distance(way, shift))) / trunk
  const outline = mean([
    ...columnDistances(a.contour.clockwise, b.contour.clockwise),
    ...columnDistances(a.contour.counter, b.contour.counter),
  ])
  return Number.isFinite(joints) && Number.isFinite(outline) ? { joints, outline } : null
}

/** The distance of each column after the mean shift is taken out. */
function columnDistances(one: Float32Array, other: Float32Array): number[] {
  const off = Array.from(one, (value, column) => (other[column] ?? NaN) - value).filter(Number.isFinite)
  const shift = mean(off)
  return off.map((value) => Math.abs(value - shift))
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
