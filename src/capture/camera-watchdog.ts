/** Watches whether an open camera shows anything that can be judged. */
import type { PoseFrame } from '../core/pose/frame'
import { CaptureFault } from './fault'
import type { PoseEstimator } from './source'

/** Why nothing can be judged at the moment. Each of these can pass. */
export type Blindness =
  /** The page is out of view, or the device sleeps. */
  | 'hidden'
  /** The system, or a switch on the camera, holds the picture back. */
  | 'muted'
  /** No picture arrives. */
  | 'silent'
  /** Every picture is exactly like the one before. */
  | 'frozen'
  /** The picture is black: a cover, or no light at all. */
  | 'dark'
  /** The pose model is being replaced. */
  | 'model'

/** A camera may be muted this long without harm, as when the system switches lenses. */
const MUTED_AFTER_MS = 300
/** Time without a picture. */
const SILENT_AFTER_MS = 1000
/** Time of exactly the same picture, on the source's clock. */
const FROZEN_AFTER_S = 1
/** Time of a black picture, on the source's clock. */
const DARK_AFTER_S = 1
/** Mean luma, 0-1, below which no person could be seen: a fifth of the darkest place in which a set may begin. */
const BLACK_BELOW_LUMA = 0.02
const CHECK_EVERY_MS = 200

export interface WatchdogOptions {
  readonly estimator: PoseEstimator
  /** Called with the reason when nothing can be judged, and with null when it can again. */
  readonly onSight: (blind: Blindness | null) => void
  /** Called when the camera is gone for good. */
  readonly onLost: (fault: CaptureFault) => void
  readonly signal: AbortSignal
}

export class CameraWatchdog {
  readonly #options: WatchdogOptions
  readonly #reasons = new Set<Blindness>()
  #told: Blindness | null = null
  #silence = 0
  #darkSince: number | null = null

  /** Watches a camera's track until the signal is aborted. */
  constructor(track: MediaStreamTrack, options: WatchdogOptions) {
    this.#options = options
    const { signal } = options
    const lost = (): void => options.onLost(new CaptureFault('camera-lost', 'ended'))
    let muting: ReturnType<typeof setTimeout> | undefined
    const muted = (): void => {
      muting = setTimeout(() => this.#set('muted', true), MUTED_AFTER_MS)
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
    const ticking = setInterval(() => this.#tick(), CHECK_EVERY_MS)
    signal.addEventListener('abort', () => {
      clearInterval(ticking)
      clearTimeout(muting)
    })
    if (track.readyState === 'ended') lost()
    if (track.muted) muted()
    shown()
  }

  /** Call for every picture from the camera. */
  picture(): void {
    this.#silence = 0
    this.#set('silent', false)
  }

  /** Takes the newest pose frame. Returns whether it may be judged. */
  accepts({ time, brightness, unchanged = 0 }: PoseFrame): boolean {
    const dark = brightness !== null && brightness < BLACK_BELOW_LUMA
    this.#darkSince = dark ? (this.#darkSince ?? time) : null
    this.#set('model', false)
    // A black picture has no noise, so it never changes.
    this.#set('frozen', !dark && unchanged >= FROZEN_AFTER_S)
    this.#set('dark', this.#darkSince !== null && time - this.#darkSince >= DARK_AFTER_S)
    return this.#reasons.size === 0
  }

  /** Counts ticks instead of reading the clock: when the page itself was busy, the camera was not silent. */
  #tick(): void {
    if (this.#options.estimator.restarting === true) this.#set('model', true)
    // A hidden page gets no pictures.
    this.#silence = document.hidden ? 0 : this.#silence + CHECK_EVERY_MS
    if (this.#silence > SILENT_AFTER_MS) this.#set('silent', true)
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
