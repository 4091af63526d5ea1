/**
 * When form gives in a hold (docs/form.md 6.2): grade 2 for two seconds, with one chance to recover, or grade 3 for half
 * a second. What was off from the first look on gave at the start.
 */
import { limit } from '../../thresholds'
import type { CheckId, Grade } from '../model'

export type HoldOutcome =
  | { readonly kind: 'cue'; readonly check: CheckId; readonly grade: Grade }
  | { readonly kind: 'end'; readonly check: CheckId; readonly onset: number; readonly fromStart: boolean }

interface Followed {
  /** When the check was first judged. */
  readonly first: number
  /** Since when grade 2 or more, and grade 3, last without a break; null when below. */
  since2: number | null
  since3: number | null
  cued: boolean
}

interface Breach {
  readonly check: CheckId
  readonly onset: number
  readonly deadline: number
  within: number | null
}

export class Breaches {
  readonly #start: number
  readonly #followed = new Map<CheckId, Followed>()
  #breach: Breach | null = null
  #recovered = false
  #ended = false

  /** @param start seconds at which the hold began */
  constructor(start: number) {
    this.#start = start
  }

  /** A check could not be read: what it was is over. */
  lose(check: CheckId): void {
    const state = this.#followed.get(check)
    if (state) state.since2 = state.since3 = null
  }

  /** Takes a check's grade now; returns what the person should hear of. */
  step(check: CheckId, grade: 0 | Grade, time: number): readonly HoldOutcome[] {
    if (this.#ended) return []
    const state = this.#followed.get(check) ?? { first: time, since2: null, since3: null, cued: false }
    this.#followed.set(check, state)
    state.since2 = grade >= 2 ? (state.since2 ?? time) : null
    state.since3 = grade >= 3 ? (state.since3 ?? time) : null
    const outcomes: HoldOutcome[] = []
    if (state.since2 === null) state.cued = false
    else if (!state.cued && time - state.since2 >= limit('hold.cue-seconds')) {
      state.cued = true
      outcomes.push({ kind: 'cue', check, grade: grade === 3 ? 3 : 2 })
    }
    const end = this.#endOf(check, state, grade, time)
    return end ? [...outcomes, end] : outcomes
  }

  #endOf(check: CheckId, state: Followed, grade: 0 | Grade, time: number): HoldOutcome | null {
    const { since2, since3 } = state
    if (since3 !== null && time - since3 >= limit('hold.severe-seconds'))
      return this.#end(check, since2 ?? since3, state)
    const breach = this.#breach
    if (breach === null) {
      if (since2 === null || time - since2 < limit('hold.breach-seconds')) return null
      if (this.#recovered) return this.#end(check, since2, state)
      this.#breach = { check, onset: since2, deadline: time + limit('hold.breach-seconds'), within: null }
      return null
    }
    if (breach.check !== check) return null
    if (grade > 0) breach.within = null
    else breach.within ??= time
    if (breach.within !== null && time - breach.within >= limit('hold.recover-seconds')) {
      this.#recovered = true
      this.#breach = null
    } else if (breach.within === null && time > breach.deadline) return this.#end(check, breach.onset, state)
    return null
  }

  #end(check: CheckId, onset: number, { first }: Followed): HoldOutcome {
    this.#ended = true
    const fromStart = onset <= first && onset - this.#start <= limit('hold.baseline-seconds')
    return { kind: 'end', check, onset: fromStart ? this.#start : onset, fromStart }
  }
}
