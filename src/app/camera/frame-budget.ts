/**
 * Which way a camera's pictures take to the model, so that a busy or slow laptop still sees enough of a set to
 * judge it. It knows frames by what they cost and when they came, asks no clock, and moves nothing itself.
 *
 * Down when the model can't keep the rate that judging needs; up only between sets, one step, with room to
 * spare, and never again to a step that failed. The lighter model is another pair of eyes, never to be held
 * against a baseline of the first: so it is not put in the middle of a set.
 */

/** In this order: the whole picture, a smaller one, every second one of a camera's, the lighter model. */
export const PATHS = ['full', 'small', 'half', 'lite'] as const
export type Path = (typeof PATHS)[number]

/** Frames a second from which on verdicts are the same as at 30; measured at 12 and at 10 (tests/replay, bench/robust). */
const ENOUGH_RATE = 12
/** The model must be able to do so many for a step up: what the fuller way costs more must fit in. */
const ROOM_RATE = 2 * ENOUGH_RATE
/** Below so many a second nothing is judged; above the second figure it is again. */
export const LEAST_RATE = 8
const RESUMED_RATE = 10

/** Seconds over which the rate is taken: shorter dips are nobody's business. */
export const SUSTAINED_SECONDS = 3
/** Seconds without a frame, beyond what the model took for the last: a hidden page or a pause, not a slow machine. */
const GAP_SECONDS = 2
/** Frames that say nothing after the way has changed: the first one compiles. */
const WARM_UP_FRAMES = 2

export interface Looked {
  /** Seconds on the source's clock; when the picture was taken. */
  readonly time: number
  /** Seconds that the model was busy with it. */
  readonly busy: number
  /** Whether a set is under way. */
  readonly inSet: boolean
}

export interface Pace {
  readonly path: Path
  /** Too few frames to judge anything by: reps and seconds are counted, form is not checked. */
  readonly slow: boolean
}

export class FrameBudget {
  #path: Path
  #slow = false
  #looked: { readonly time: number; readonly busy: number }[] = []
  #warm = 0
  /** Ways that were tried again and failed. */
  readonly #failed = new Set<Path>()
  #climbed: Path | null = null

  /** @param path where to begin, as remembered of an earlier set */
  constructor(path: Path = 'full') {
    this.#path = path
  }

  get pace(): Pace {
    return { path: this.#path, slow: this.#slow }
  }

  /** Takes a frame that was looked at, in time order; true when the pace has changed. */
  step({ time, busy, inSet }: Looked): boolean {
    if (!Number.isFinite(time) || !Number.isFinite(busy)) return false
    const last = this.#looked.at(-1)
    if (last && !(time > last.time && time - last.time <= GAP_SECONDS + last.busy)) this.#looked = []
    if (this.#warm++ < WARM_UP_FRAMES) return false
    this.#looked.push({ time, busy })
    // One frame from before the stretch stays, or a very slow machine would never fill it.
    while (time - (this.#looked[1]?.time ?? time) >= SUSTAINED_SECONDS) this.#looked.shift()
    if (time - (this.#looked[0]?.time ?? time) < 0.9 * SUSTAINED_SECONDS) return false
    return this.#descend(inSet) || this.#noticeSlow()
  }

  /** Between two sets: one step up where there was room to spare; true when the pace has changed. */
  rest(): boolean {
    const before = PATHS[PATHS.indexOf(this.#path) - 1]
    const roomy = this.#looked.length > 0 && this.#able() >= ROOM_RATE
    const wasSlow = this.#slow
    this.#slow = false
    if (before === undefined || !roomy || this.#failed.has(before)) {
      this.#climbed = null
      return wasSlow
    }
    this.#climbed = before
    this.#go(before)
    return true
  }

  #descend(inSet: boolean): boolean {
    const next = PATHS[PATHS.indexOf(this.#path) + 1]
    if (next === undefined || (next === 'lite' && inSet) || this.#able() >= ENOUGH_RATE) return false
    if (this.#climbed === this.#path) this.#failed.add(this.#path)
    this.#go(next)
    return true
  }

  /** What comes in may be less than the model can do: a camera gives fewer pictures in the dark. */
  #noticeSlow(): boolean {
    const [first, last] = [this.#looked[0], this.#looked.at(-1)]
    if (!first || !last) return false
    const rate = (this.#looked.length - 1) / (last.time - first.time)
    const slow = this.#slow ? rate < RESUMED_RATE : rate < LEAST_RATE
    if (slow === this.#slow) return false
    this.#slow = slow
    return true
  }

  /** Frames a second that the model can do, by the middle one's cost. */
  #able(): number {
    const sorted = this.#looked.map(({ busy }) => busy).sort((a, b) => a - b)
    return 1 / Math.max(1e-6, sorted[sorted.length >> 1] ?? Infinity)
  }

  #go(path: Path): void {
    this.#path = path
    this.#looked = []
    this.#warm = 0
  }
}
