/** Hip dips: the hips go down and come up again within a hold, on purpose, without lying down. */
import { limit } from '../../thresholds'
import type { Lift } from './hold-line'

/** From the last moment up to the next, seconds. */
export interface Dip {
  readonly from: number
  readonly to: number
}

export class Dips {
  readonly #found: Dip[] = []
  #lastUp = NaN
  #below = false

  /** Takes the smoothed line, degrees. */
  step(time: number, line: number, { level, floor }: Lift): void {
    const share = (line - floor) / Math.max(1e-6, level - floor)
    if (share < limit('hold.dip-share')) this.#below = true
    if (share < limit('hold.up-share')) return
    if (this.#below && time - this.#lastUp <= limit('hold.dip-seconds'))
      this.#found.push({ from: this.#lastUp, to: time })
    this.#below = false
    this.#lastUp = time
  }

  /** Those that began before `end`; none where there is a single one, which is a lapse and no exercise. */
  until(end: number): readonly Dip[] {
    const dips = this.#found.filter(({ from }) => from < end)
    return dips.length > 1 ? dips : []
  }
}
