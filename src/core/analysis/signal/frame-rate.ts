/** How many frames came a second: form that passes between two frames can't be judged. */
import { limit } from '../../thresholds'

/** Seconds that are remembered: the longest rep and a little. */
const KEPT = limit('cycle.longest-seconds') + limit('kept.before-seconds')

export class FrameRate {
  readonly #times: number[] = []
  #first = 0

  /** Takes a frame's time, with or without a body in it. */
  step(time: number): void {
    this.#times.push(time)
    while (time - (this.#times[this.#first] ?? time) > KEPT) this.#first++
    // Rarely, as each time moves all that is kept.
    if (2 * this.#first < this.#times.length) return
    this.#times.splice(0, this.#first)
    this.#first = 0
  }

  /** Whether the frames from one second to another were too few to judge anything by. */
  isSlow(from: number, to: number): boolean {
    // Before the first frame nothing was missed.
    const since = Math.max(from, this.#times[this.#first] ?? from)
    let frames = 0
    for (let i = this.#times.length - 1; i >= this.#first; i--) {
      const time = this.#times[i] ?? NaN
      if (time < since) break
      if (time <= to) frames++
    }
    return frames < limit('tracking.least-rate') * (to - since)
  }
}
