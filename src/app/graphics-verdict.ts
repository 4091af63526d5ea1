/**
 * Whether the graphics chip of a device may run the pose model: quicker, and no further from the processor than what
 * verdicts were measured to bear. How far that is no number says: the processor looks at the same pictures at half
 * their size as well, at which every verdict stands (bench/robust, 320×240), and that distance is the measure.
 */
import { LM, type PoseFrame } from '../core/pose/frame'
import type { GraphicsRecord } from '../storage/schema'

/** Pictures that both look at. */
export const PICTURES = 3

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
export const WORTH = 0.8

/** Null when the processor itself did not see enough to compare with: the next pictures may do. */
export function verdictOf({ processor, half, graphics }: Looks): Verdict | null {
  const bear = processor.map((look, i) => differenceOf(look.frame, half[i]?.frame ?? null))
  if (processor.length < PICTURES || bear.includes(null)) return null
  if (graphics.length < PICTURES || graphics.some(({ frame }) => frame === null)) return 'failed'
  const found = processor.map((look, i) => differenceOf(look.frame, graphics[i]?.frame ?? null))
  for (const part of ['joints', 'outline'] as const) {
    const most = median(bear.map((difference) => difference?.[part] ?? NaN))
    if (!(median(found.map((difference) => difference?.[part] ?? NaN)) <= most)) return 'differs'
  }
  const time = (looks: readonly Look[]): number => median(looks.map(({ milliseconds }) => milliseconds))
  return time(graphics) <= WORTH * time(processor) ? 'graphics' : 'slower'
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
  const spot = (frame: PoseFrame, points: Float32Array, joint: number): readonly [number, number] => [
    ((points[joint * 4] ?? NaN) * frame.width) / frame.height,
    points[joint * 4 + 1] ?? NaN,
  ]
  const middle = (joints: readonly number[]): readonly [number, number] => {
    const spots = joints.map((joint) => spot(one, a.landmarks, joint))
    return [mean(spots.map(([x]) => x)), mean(spots.map(([, y]) => y))]
  }
  const [shoulders, hips] = [middle([LM.leftShoulder, LM.rightShoulder]), middle([LM.leftHip, LM.rightHip])]
  const trunk = Math.hypot(shoulders[0] - hips[0], shoulders[1] - hips[1])
  const moved = JOINTS.map((joint) => {
    const [from, to] = [spot(one, a.landmarks, joint), spot(other, b.landmarks, joint)]
    return [to[0] - from[0], to[1] - from[1]] as const
  })
  const [shiftX, shiftY] = [mean(moved.map(([x]) => x)), mean(moved.map(([, y]) => y))]
  const joints = mean(moved.map(([x, y]) => Math.hypot(x - shiftX, y - shiftY))) / trunk
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

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return values.some(Number.isNaN) ? NaN : (sorted[sorted.length >> 1] ?? NaN)
}
