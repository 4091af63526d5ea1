/** Whether a camera that is there shows anything that can be judged. */
import type { PoseFrame } from '../core/pose/frame'
import { CaptureFault } from './fault'
import type { PoseEstimator } from './source'

/** Why nothing can be judged although nothing has failed for good. */
export type Blindness =
  /** The page is out of view, or the device sleeps. */
  | 'hidden'
  /** The system or a switch on the camera keeps the picture back. */
  | 'muted'
  /** No picture comes. */
  | 'silent'
  /** The same picture comes again and again. */
  | 'frozen'
  /** The picture is black: a cover, or no light at all. */
  | 'dark'
  /** The pose model is being replaced. */
  | 'model'

/** A camera may be mute for a moment at no harm, as when the system switches lenses; milliseconds. */
const MUTED_FOR = 300
/** Milliseconds without a picture. */
const SILENT_FOR = 1000
/** Seconds of the same picture, or of a black one. */
const UNCHANGED_FOR = 1
const DARK_FOR = 1
/** Mean luma below which nobody could be seen: a fifth of the darkest place that a set may begin in. */
const BLACK = 0.02
const TICK = 200

export interface SightOptions {
  readonly estimator: PoseEstimator
  /** Hears when sight is lost, with the reason, and when it is back, with null. */
  readonly onSight: (blind: Blindness | null) => void
  /** The camera is gone for good. */
  readonly onLost: (fault: CaptureFault) => void
  readonly signal: AbortSignal
}

export class Sight {
  readonly #options: SightOptions
  readonly #reasons = new Set<Blindness>()
  #told: Blindness | null = null
  #silence = 0
  #darkSince: number | null = null

  /** Watches a camera's track until the signal is aborted. */
  constructor(track: MediaStreamTrack, options: SightOptions) {
    this.#options = options
    const { signal } = options
    const lost = (): void => options.onLost(new CaptureFault('camera-lost', 'ended'))
    let muting: ReturnType<typeof setTimeout> | undefined
    const muted = (): void => {
      muting = setTimeout(() => this.#set('muted', true), MUTED_FOR)
    }
    const unmuted = (): void => {
      clearTimeout(muting)
      this.#set('muted', false)
    }
    const shown = (): void => this.#set('hidden', document.hidden)
    track.addEventListener('ended', lost, { signal })
    track.addEventListener('mute', muted, { signal })
    track.addEventListener('unmute', unmuted, { signal })
    document.addEventListener('visibilitychange', shown, { signal })
    const ticking = setInterval(() => this.#tick(), TICK)
    signal.addEventListener('abort', () => {
      clearInterval(ticking)
      clearTimeout(muting)
    })
    if (track.readyState === 'ended') lost()
    if (track.muted) muted()
    shown()
  }

  /** A picture came from the camera. */
  picture(): void {
    this.#silence = 0
    this.#set('silent', false)
  }

  /** Takes the newest pose; says whether it may be judged. */
  sees({ time, brightness, unchanged = 0 }: PoseFrame): boolean {
    const dark = brightness !== null && brightness < BLACK
    this.#darkSince = dark ? (this.#darkSince ?? time) : null
    this.#set('model', false)
    // A black picture has no noise to change it.
    this.#set('frozen', !dark && unchanged >= UNCHANGED_FOR)
    this.#set('dark', this.#darkSince !== null && time - this.#darkSince >= DARK_FOR)
    return this.#reasons.size === 0
  }

  /** Counted in ticks, not by the clock: a page that was busy itself has not missed a picture. */
  #tick(): void {
    if (this.#options.estimator.restarting === true) this.#set('model', true)
    // A page out of view gets no pictures.
    this.#silence = document.hidden ? 0 : this.#silence + TICK
    if (this.#silence > SILENT_FOR) this.#set('silent', true)
  }

  #set(reason: Blindness, on: boolean): void {
    if (on) this.#reasons.add(reason)
    else this.#reasons.delete(reason)
    const [first = null] = this.#reasons
    if (first === this.#told) return
    this.#told = first
    this.#options.onSight(first)
  }
}
