/** The person's own first good reps, by side, and how much they differ by themselves. */
import { limit } from '../../thresholds'
import type { Side } from '../../pose/frame'
import { median } from '../../pose/geometry'
import { reference, type Reference } from '../judge'
import type { Measures, Sign } from '../rules'

type SideKey = Side | 'both'

/** A side's middle of each measure. */
interface SideMeasures {
  readonly side: Side | null
  readonly measures: Readonly<Record<string, number>>
}

export class RepBaseline {
  readonly #good = new Map<SideKey, Measures[]>()
  /** Every whole rep, good or not: what a set without a good rep is compared with. */
  readonly #all = new Map<SideKey, Measures[]>()
  /** What has been asked for since the last rep was learnt from. */
  readonly #known = new Map<SideKey, Map<Sign, Reference | null>>()

  /** Takes a whole rep's measures; of good ones as many as a baseline needs. */
  learn(side: Side | null, measures: Measures, good: boolean): void {
    const key = side ?? 'both'
    add(this.#all, key, measures)
    if (!good || (this.#good.get(key) ?? []).length >= limit('baseline.reps')) return
    add(this.#good, key, measures)
    this.#known.clear()
  }

  /** Whether a good rep of that side is known. */
  knows(side: Side | null): boolean {
    return this.#good.has(side ?? 'both')
  }

  /** The reference for a sign on that side; null before the first good rep that shows it. */
  reference(side: Side | null, sign: Sign): Reference | null {
    const key = side ?? 'both'
    const known = this.#known.get(key) ?? new Map<Sign, Reference | null>()
    this.#known.set(key, known)
    if (!known.has(sign)) known.set(sign, this.#reference(sign, valuesIn(this.#good, key, sign.measure)))
    return known.get(sign) ?? null
  }

  /** When the set is over: as `reference`, or where no good rep shows the sign, by the first reps that do. */
  settled(side: Side | null, sign: Sign): Reference | null {
    const first = valuesIn(this.#all, side ?? 'both', sign.measure).slice(0, limit('baseline.reps'))
    return this.reference(side, sign) ?? this.#reference(sign, first)
  }

  /** The middle of the good reps' measures, by side. */
  kept(): readonly SideMeasures[] {
    return middlesOf(this.#good)
  }

  /** The middle of the first reps' measures, good or not, by side. */
  started(): readonly SideMeasures[] {
    return middlesOf(this.#all)
  }

  #reference(sign: Sign, values: readonly number[]): Reference | null {
    const centre = Math.abs(median(values))
    const { noise } = sign.limits.value
    // Relative limits are in percent of the baseline; the spread is kept in the same unit.
    if (sign.relative !== true) return reference(values, noise, this.#ownSpread(sign.measure))
    const ref = reference(values, (noise / 100) * centre, this.#ownSpread(sign.measure))
    return ref && { ...ref, noise: (100 * ref.noise) / Math.max(1e-6, centre) }
  }

  /** Values of all sides, each about its own side's middle: sides differ by place, not by spread. */
  #ownSpread(measure: string): number[] {
    return [...this.#good.keys()].flatMap((key) => {
      const values = valuesIn(this.#good, key, measure)
      const centre = median(values)
      return values.length < 2 ? [] : values.map((value) => value - centre)
    })
  }
}

function add(reps: Map<SideKey, Measures[]>, key: SideKey, measures: Measures): void {
  reps.set(key, [...(reps.get(key) ?? []), measures])
}

function valuesIn(reps: ReadonlyMap<SideKey, readonly Measures[]>, key: SideKey, measure: string): number[] {
  return (reps.get(key) ?? []).flatMap((measures) => {
    const measured = measures[measure]
    return measured && measured.coverage >= limit('tracking.coverage') ? [measured.value] : []
  })
}

function middlesOf(reps: ReadonlyMap<SideKey, readonly Measures[]>): readonly SideMeasures[] {
  return [...reps].map(([key, all]) => {
    const names = [...new Set(all.flatMap((measures) => Object.keys(measures)))]
    const first = (name: string): number[] => valuesIn(reps, key, name).slice(0, limit('baseline.reps'))
    const middles = names.map((name) => [name, median(first(name))] as const)
    return {
      side: key === 'both' ? null : key,
      measures: Object.fromEntries(middles.filter(([, value]) => Number.isFinite(value))),
    }
  })
}
