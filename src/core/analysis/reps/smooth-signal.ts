/** One signal over time, smoothed by a short median: single-frame glitches vanish, and the frame rate changes nothing. */
import { Numbers } from '../../pose/float-queue'
import { limit } from '../../thresholds'

export interface Sample {
  readonly time: number
  readonly value: number
}

export class SmoothSignal {
  readonly #times = new Numbers()
  readonly #values = new Numbers()
  readonly #recent: Sample[] = []

  /** Takes the next value in time order; returns the window's middle value at its middle time. */
  add(time: number, value: number): Sample {
    this.#times.push(time)
    this.#values.push(value)
    while (time - this.#times.at(0) > limit('cycle.smooth-seconds')) {
      this.#times.shift()
      this.#values.shift()
    }
    const smooth = { time: (this.#times.at(0) + time) / 2, value: this.#values.median() }
    this.#recent.push(smooth)
    while (smooth.time - (this.#recent[0]?.time ?? smooth.time) > limit('cycle.settle-seconds'))
      this.#recent.shift()
    return smooth
  }

  clear(): void {
    this.#times.clear()
    this.#values.clear()
    this.#recent.length = 0
  }

  /** Seconds between the last two smoothed values; 0 before the second. */
  get elapsed(): number {
    return (this.#recent.at(-1)?.time ?? 0) - (this.#recent.at(-2)?.time ?? this.#recent.at(-1)?.time ?? 0)
  }

  /** Whether the signal has stayed within a narrow band for so many seconds. */
  still(seconds: number): boolean {
    const now = this.#recent.at(-1)
    if (!now || this.#recent.length < limit('cycle.fewest-still')) return false
    const window = this.#recent.filter(({ time }) => now.time - time <= seconds)
    if (now.time - (window[0]?.time ?? now.time) < limit('window.filled') * seconds) return false
    const values = window.map(({ value }) => value).filter(Number.isFinite)
    return values.length > 0 && Math.max(...values) - Math.min(...values) <= limit('cycle.still-range')
  }
}
