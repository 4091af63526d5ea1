/**
 * Whether the graphics chip of a device may run the pose model: quicker, and no further from the processor than what
 * verdicts were measured to bear. How far that is no number says: the processor looks at the same pictures at half
 * their size as well, at which every verdict stands (bench/robust, 320×240), and that distance is the measure.
 */
import { LM, type PoseFrame } from '../../core/pose/frame'
import { distance, median, midpoint, type Point } from '../../core/pose/geometry'
import type { GraphicsRecord } from '../../storage/records/schema'

/** Pictures that both look at. */
export const PICTURE_COUNT = 3

/** A picture as one of them saw it. */
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

/** Share of the processor's time that it may take at most: a little quicker is not worth other eyes. */
export const WORTHWHILE_SHARE = 0.8

/** Null when the processor itself did not see enough to compare with: the next pictures may do. */
export function verdictOf({ processor, half, graphics }: Looks): Verdict | null {
  const bear = differencesOf(processor, half)
  if (processor.length < PICTURE_COUNT || bear === null) return null
  if (graphics.length < PICTURE_COUNT || graphics.some(({ frame }) => frame === null)) return 'failed'
  const found = differencesOf(processor, graphics)
  if (found === null) return 'differs'
  for (const part of ['joints', 'outline'] as const)
    if (median(found.map((of) => of[part])) > median(bear.map((of) => of[part]))) return 'differs'
  const time = (looks: readonly Look[]): number => median(looks.map(({ milliseconds }) => milliseconds))
  return time(graphics) <= WORTHWHILE_SHARE * time(processor) ? 'graphics' : 'slower'
}

/** Picture by picture; null when one of them can't be compared. */
function differencesOf(ones: readonly Look[], others: readonly Look[]): readonly Difference[] | null {
  const all = ones.map(({ frame }, i) => differenceOf(frame, others[i]?.frame ?? null))
  const seen = all.filter((difference) => difference !== null)
  return seen.length === all.length ? seen : null
}

export interface Difference {
  /** Mean distance between joints, trunk lengths, but for a shift of the whole body: no angle sees that. */
  readonly joints: number
  /** Mean distance between the trunk's outlines, trunk lengths, but for a shift of a whole side. */
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
    ...bowed(a.contour.clockwise, b.contour.clockwise),
    ...bowed(a.contour.counter, b.contour.counter),
  ])
  return Number.isFinite(joints) && Number.isFinite(outline) ? { joints, outline } : null
}

/** How far each column lies off, when both sides lie on each other as well as they can. */
function bowed(one: Float32Array, other: Float32Array): number[] {
  const off = Array.from(one, (value, column) => (other[column] ?? NaN) - value).filter(Number.isFinite)
  const shift = mean(off)
  return off.map((value) => Math.abs(value - shift))
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
