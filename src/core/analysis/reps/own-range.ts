/** How far this person moves, from their own first reps, by side: what a whole rep is measured by. */
import type { Side } from '../../pose/frame'
import { median } from '../../pose/geometry'
import { limit } from '../../thresholds'
import type { RepSummary } from '../rules'

interface Range {
  readonly reach: number
  /** Where the driving angle rested, degrees; NaN where the view shows none. */
  readonly bottom: number
}

export class OwnRange {
  readonly #ranges = new Map<Side | 'both', readonly Range[]>()

  /** Takes a whole rep, until there are enough of that side. */
  learn({ side, reach, peak }: RepSummary): void {
    const known = this.#of(side)
    if (known.length < limit('baseline.reps') && Number.isFinite(reach))
      this.#ranges.set(side ?? 'both', [...known, { reach, bottom: peak - reach }])
  }

  /**
   * Whether a rep is a whole one. One that starts above the floor, as pulses do, is measured from where this
   * person rests.
   */
  isWhole({ side, reach, peak, reached }: RepSummary): boolean {
    const known = this.#of(side)
    if (known.length === 0 || !Number.isFinite(reach)) return reached
    const fromRest = peak - median(known.map(({ bottom }) => bottom))
    const most = Number.isFinite(fromRest) ? Math.max(reach, fromRest) : reach
    return most >= limit('rep.complete-share') * median(known.map((range) => range.reach))
  }

  /** Forgets all, as when the camera has moved. */
  clear(): void {
    this.#ranges.clear()
  }

  #of(side: Side | null): readonly Range[] {
    return this.#ranges.get(side ?? 'both') ?? []
  }
}
