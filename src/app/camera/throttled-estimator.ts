/** Runs the pose client as the frame budget allows: on smaller pictures, on every second one, or with the lighter model. */
import { scaled, Shrinker, type Size } from '../../capture/picture'
import type { PoseEstimator } from '../../capture/source'
import type { PoseFrame } from '../../core/pose/frame'
import type { PoseClient } from '../../pose-worker/client'
import type { Delegate, ModelName } from '../../pose-worker/protocol'
import type { FrameBudget, Pace, Path } from './frame-budget'

/** The long side of the smaller picture; verdicts are the same at 320×240 (bench/robust). */
const SMALL_SIDE_PIXELS = 480
/** Least time between two pictures on the half path: every second one at 30 a second, with slack for an uneven rate. */
const HALF_STEP_SECONDS = 1.5 / 30

const MODEL: Readonly<Record<Path, ModelName>> = { full: 'full', small: 'full', half: 'full', lite: 'lite' }

export interface ThrottledEstimatorOptions {
  readonly pose: PoseClient
  readonly budget: FrameBudget
  /** Whether a set is under way. */
  readonly inSet: () => boolean
  readonly onPace: (pace: Pace) => void
  /** Milliseconds. */
  readonly now: () => number
}

export class ThrottledEstimator implements PoseEstimator {
  readonly #options: ThrottledEstimatorOptions
  readonly #shrinker = new Shrinker()
  #lastTime = -Infinity
  #loading = false
  #delegate: Delegate = 'CPU'

  constructor(options: ThrottledEstimatorOptions) {
    this.#options = options
  }

  /** True while another model is being loaded, and nothing is seen. */
  get restarting(): boolean {
    return this.#loading || this.#options.pose.restarting
  }

  /** Sets what the model runs on; it is loaded by `start`, or with the next picture. */
  runOn(delegate: Delegate): void {
    this.#delegate = delegate
  }

  /** Loads the model that the pace asks for, unless it runs already. @throws CaptureFault */
  async start(): Promise<void> {
    const { pose, budget } = this.#options
    const model = MODEL[budget.pace.path]
    this.#loading = true
    try {
      await pose.ready(model, this.#delegate)
    } finally {
      this.#loading = false
    }
  }

  /** Also null for a picture that the pace skips. */
  async estimate(image: VideoFrame | ImageBitmap, time: number): Promise<PoseFrame | null> {
    const { pose, budget, inSet, onPace, now } = this.#options
    const { path } = budget.pace
    if (this.#isSkipped(path, time)) {
      image.close()
      return null
    }
    this.#lastTime = time
    if (pose.asked?.model !== MODEL[path] || pose.asked.delegate !== this.#delegate) {
      image.close()
      await this.start()
      return null
    }
    const began = now()
    const frame = await pose.estimate(path === 'full' ? image : this.#smaller(image), time)
    if (frame && budget.step({ time, busy: (now() - began) / 1000, inSet: inSet() })) onPace(budget.pace)
    return frame
  }

  #isSkipped(path: Path, time: number): boolean {
    const since = time - this.#lastTime
    return path === 'half' && since >= 0 && since < HALF_STEP_SECONDS
  }

  #smaller(image: VideoFrame | ImageBitmap): VideoFrame | ImageBitmap {
    const size = sizeOf(image)
    const scale = SMALL_SIDE_PIXELS / Math.max(size.width, size.height)
    if (scale >= 1) return image
    try {
      const { width, height } = scaled(size, scale)
      return this.#shrinker.shrink({ width, height }, (context) => {
        context.drawImage(image, 0, 0, width, height)
      })
    } finally {
      image.close()
    }
  }
}

// Asked by its field, as not every browser that opens a camera has the class.
const sizeOf = (image: VideoFrame | ImageBitmap): Size =>
  'displayWidth' in image ? { width: image.displayWidth, height: image.displayHeight } : image
