/**
 * Keeps the person's left and right apart from frame to frame.
 *
 * The model now and then hands the lifted far leg to the near one and back within a single frame
 * (measured: a thigh angle 80° off for up to a second). A limb doesn't jump, so where exchanging the
 * sides makes a far smaller step than the labels do, the sides are exchanged until the reverse jump.
 */
import { limit } from '../thresholds'
import { LM } from './frame'
import type { Seconds } from '../units'

interface LimbPair {
  readonly left: readonly number[]
  readonly right: readonly number[]
}
const LEGS: LimbPair = {
  left: [LM.leftKnee, LM.leftAnkle, LM.leftHeel, LM.leftFoot],
  right: [LM.rightKnee, LM.rightAnkle, LM.rightHeel, LM.rightFoot],
}
const ARMS: LimbPair = { left: [LM.leftElbow, LM.leftWrist], right: [LM.rightElbow, LM.rightWrist] }

class PairIdentity {
  readonly #pair: LimbPair
  #swapped = false
  #previous: Float64Array | null = null
  #time = -Infinity

  constructor(pair: LimbPair) {
    this.#pair = pair
  }

  /** Exchanges the pair's points and visibilities in place where continuity asks for it. `unit` is a trunk length in pixels. */
  apply(points: Float64Array, visibility: Float64Array, unit: number, time: Seconds): void {
    const { left, right } = this.#pair
    if (
      time - this.#time > limit('identity.gap-seconds') ||
      spread(points, left, right) < limit('identity.together') * unit
    )
      this.#swapped = false
    else if (this.#previous) {
      const previous = this.#previous
      const kept = step(points, previous, left, left) + step(points, previous, right, right)
      const exchanged = step(points, previous, left, right) + step(points, previous, right, left)
      // `previous` holds the person's sides, so what is compared is this frame's labels with them.
      const saving = kept - exchanged
      // Two limbs are exchanged, so the saving counts twice.
      const least = 2 * limit('identity.jump') * unit
      if (saving > least) this.#swapped = true
      else if (saving < -least) this.#swapped = false
    }
    if (this.#swapped)
      for (let i = 0; i < left.length; i++) {
        const [l, r] = [left[i] ?? NaN, right[i] ?? NaN]
        exchange(points, 2 * l, 2 * r)
        exchange(points, 2 * l + 1, 2 * r + 1)
        exchange(visibility, l, r)
      }
    if (this.#previous?.length === points.length) this.#previous.set(points)
    else this.#previous = points.slice()
    this.#time = time
  }
}

function step(
  now: Float64Array,
  before: Float64Array,
  from: readonly number[],
  to: readonly number[],
): number {
  let sum = 0
  for (let i = 0; i < from.length; i++) {
    const [a, b] = [from[i] ?? NaN, to[i] ?? NaN]
    const x = (now[2 * a] ?? NaN) - (before[2 * b] ?? NaN)
    const y = (now[2 * a + 1] ?? NaN) - (before[2 * b + 1] ?? NaN)
    sum += Math.sqrt(x * x + y * y)
  }
  return sum / from.length
}

const spread = (points: Float64Array, left: readonly number[], right: readonly number[]): number =>
  step(points, points, left, right)

function exchange(values: Float64Array, a: number, b: number): void {
  const kept = values[a] ?? NaN
  values[a] = values[b] ?? NaN
  values[b] = kept
}

/** The memory that limb identity needs between frames. */
export class LimbIdentity {
  readonly #legs = new PairIdentity(LEGS)
  readonly #arms = new PairIdentity(ARMS)

  /**
   * Puts the sides right, in place.
   * `points`: 33 × [x, y] in pixels; `visibility`: 33 values of 0-1; `unit`: a trunk length in pixels; `time`: seconds.
   */
  apply(points: Float64Array, visibility: Float64Array, unit: number, time: Seconds): void {
    this.#legs.apply(points, visibility, unit, time)
    this.#arms.apply(points, visibility, unit, time)
  }
}
