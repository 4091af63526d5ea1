/**
 * Where form gives, in reps (docs/form.md 6.2): the first rep that is off-form together with the next one. An
 * off-form rep followed by a good one is forgiven once; a second within four ends the set. One rep alone never
 * ends a set, however grave it looks: a single misread rep can look like anything.
 */
import { limit } from '../../thresholds'
import { gravest, offForm } from '../judge'
import type { Breakdown, CheckId, Rep } from '../model'

export class RepBreakdown {
  readonly #supporting: ReadonlySet<CheckId>
  #previous: { rep: Rep; off: boolean } | null = null
  #isolated: number | null = null
  #count = 0
  #found: Breakdown | null = null

  constructor(supporting: ReadonlySet<CheckId>) {
    this.#supporting = supporting
  }

  get found(): Breakdown | null {
    return this.#found
  }

  /** Takes the next rep; returns the breakdown when this rep has made it certain. */
  step(rep: Rep): Breakdown | null {
    if (this.#found) return null
    this.#count++
    const off = offForm(rep.findings, this.#supporting)
    const previous = this.#previous
    this.#previous = { rep, off }
    if (!off) {
      if (previous?.off === true) this.#isolated = this.#count - 1
      return null
    }
    if (previous?.off === true) return this.#end(previous.rep)
    const again =
      this.#isolated !== null && this.#count - this.#isolated <= limit('breakdown.second-chance-reps')
    return again ? this.#end(rep) : null
  }

  #end(rep: Rep): Breakdown {
    const worst = gravest(rep.findings, this.#supporting)
    this.#found = { rep: rep.index, seconds: rep.top, side: rep.side, check: worst?.check ?? 'short-range' }
    return this.#found
  }
}
