/**
 * Which path a camera's pictures take to the model, so that a busy or slow laptop still sees enough of a set to
 * judge it. Decides from the time and the cost of each frame alone; it reads no clock.
 *
 * The path gets lighter when the model can't keep the rate that judging needs. It gets fuller only between sets, one
 * step at a time, when the model has time to spare, and never again to a step that failed. The lighter model never
 * starts during a set, as its poses can't be compared with a baseline of the other model.
 */

/** From full to light: the whole picture, a smaller one, every second picture of the camera, the lighter model. */
export const PATHS = ['full', 'small', 'half', 'lite'] as const
export type Path = (typeof PATHS)[number]

/** Frames a second at which verdicts are the same as at 30; measured at 12 and at 10 (tests/replay, bench/robust). */
const ENOUGH_RATE = 12
/** Frames a second that the model must be able to do before a step up, as the fuller path costs more. */
const ROOM_RATE = 2 * ENOUGH_RATE
/** Frames a second below which nothing is judged, and at which judging resumes. */
export const LEAST_RATE = 8
const RESUMED_RATE = 10

/** Time over which the rate is taken, so that shorter dips change nothing. */
export const SUSTAINED_SECONDS = 3
/** Time without a frame, beyond what the model took for the last one, that means a hidden page or a pause and not a slow machine. */
const GAP_SECONDS = 2
/** Frames that are ignored after the path has changed: the first one compiles. */
const WARM_UP_FRAMES = 2

export interface FrameCost {
  /** When the picture was taken, in seconds on the source's clock. */
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
  #frames: { readonly time: number; readonly busy: number }[] = []
  #warmUpFrames = 0
  /** Paths that failed after a step up. */
  readonly #failed = new Set<Path>()
  #steppedUpTo: Path | null = null

  /** @param path the one to begin with */
  constructor(path: Path = 'full') {
    this.#path = path
  }

  get pace(): Pace {
    return { path: this.#path, slow: this.#slow }
  }

  /** Takes the cost of the next frame, in time order; true when the pace has changed. */
  step({ time, busy, inSet }: FrameCost): boolean {
    if (!Number.isFinite(time) || !Number.isFinite(busy)) return false
    const last = this.#frames.at(-1)
    if (last && !(time > last.time && time - last.time <= GAP_SECONDS + last.busy)) this.#frames = []
    if (this.#warmUpFrames++ < WARM_UP_FRAMES) return false
    this.#frames.push({ time, busy })
    // Keep one frame from before the window, or a very slow machine would never fill it.
    while (time - (this.#frames[1]?.time ?? time) >= SUSTAINED_SECONDS) this.#frames.shift()
    if (time - (this.#frames[0]?.time ?? time) < 0.9 * SUSTAINED_SECONDS) return false
    return this.#descend(inSet) || this.#updateSlow()
  }

  /** Between two sets: one step up if the model has time to spare; true when the pace has changed. */
  rest(): boolean {
    const before = PATHS[PATHS.indexOf(this.#path) - 1]
    const roomy = this.#frames.length > 0 && this.#possibleRate() >= ROOM_RATE
    const wasSlow = this.#slow
    this.#slow = false
    if (before === undefined || !roomy || this.#failed.has(before)) {
      this.#steppedUpTo = null
      return wasSlow
    }
    this.#steppedUpTo = before
    this.#change(before)
    return true
  }

  #descend(inSet: boolean): boolean {
    const next = PATHS[PATHS.indexOf(this.#path) + 1]
    if (next === undefined || (next === 'lite' && inSet) || this.#possibleRate() >= ENOUGH_RATE) return false
    if (this.#steppedUpTo === this.#path) this.#failed.add(this.#path)
    this.#change(next)
    return true
  }

  /** By the rate that comes in, which may be less than the model can do: a camera gives fewer pictures in the dark. */
  #updateSlow(): boolean {
    const [first, last] = [this.#frames[0], this.#frames.at(-1)]
    if (!first || !last) return false
    const rate = (this.#frames.length - 1) / (last.time - first.time)
    const slow = this.#slow ? rate < RESUMED_RATE : rate < LEAST_RATE
    if (slow === this.#slow) return false
    this.#slow = slow
    return true
  }

  /** Frames a second that the model can do, by the median cost of a frame. */
  #possibleRate(): number {
    const sorted = this.#frames.map(({ busy }) => busy).sort((a, b) => a - b)
    return 1 / Math.max(1e-6, sorted[sorted.length >> 1] ?? Infinity)
  }

  #change(path: Path): void {
    this.#path = path
    this.#frames = []
    this.#warmUpFrames = 0
  }
}
