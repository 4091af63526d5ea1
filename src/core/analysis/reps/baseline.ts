/** The person's own first good reps, by side, and how much they differ by themselves. */
import { limit } from '../../thresholds'
import type { Side } from '../../pose/frame'
import { median } from '../../pose/geometry'
import { reference, type Reference } from '../judge'
import type { Measures, Sign } from '../rules'

type SideKey = Side | 'both'

export class RepBaseline {
  readonly #reps = new Map<SideKey, Measures[]>()
  /** What has been asked for since the last rep was learnt from. */
  readonly #known = new Map<SideKey, Map<Sign, Reference | null>>()

  /** Takes a good rep's measures, until there are enough of that side. */
  learn(side: Side | null, measures: Measures): void {
    const key = side ?? 'both'
    const reps = this.#reps.get(key) ?? []
    if (reps.length >= limit('baseline.reps')) return
    this.#reps.set(key, [...reps, measures])
    this.#known.clear()
  }

  /** The reference for a sign on that side; null before the first good rep that shows it. */
  reference(side: Side | null, sign: Sign): Reference | null {
    const key = side ?? 'both'
    const known = this.#known.get(key) ?? new Map<Sign, Reference | null>()
    this.#known.set(key, known)
    if (!known.has(sign)) known.set(sign, this.#reference(key, sign))
    return known.get(sign) ?? null
  }

  #reference(side: SideKey, sign: Sign): Reference | null {
    const values = this.#values(side, sign.measure)
    const centre = Math.abs(median(values))
    const { noise } = sign.limits.value
    // Relative limits are in percent of the baseline; the spread is kept in the same unit.
    if (sign.relative !== true) return reference(values, noise, this.#ownSpread(sign.measure))
    const ref = reference(values, (noise / 100) * centre, this.#ownSpread(sign.measure))
    return ref && { ...ref, noise: (100 * ref.noise) / Math.max(1e-6, centre) }
  }

  #values(key: SideKey, measure: string): number[] {
    return (this.#reps.get(key) ?? []).flatMap((measures) => {
      const measured = measures[measure]
      return measured && measured.coverage >= limit('tracking.coverage') ? [measured.value] : []
    })
  }

  /** Values of all sides, each about its own side's middle: sides differ by place, not by spread. */
  #ownSpread(measure: string): number[] {
    return [...this.#reps.keys()].flatMap((key) => {
      const values = this.#values(key, measure)
      const centre = median(values)
      return values.length < 2 ? [] : values.map((value) => value - centre)
    })
  }
}
