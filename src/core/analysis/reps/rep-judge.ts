/** Judges reps as they come, and the first ones again when the set's baseline is known. */
import type { Side } from '../../pose/frame'
import { asUnseen, counts, judge, type Reference } from '../judge'
import type { CheckId, Finding, Rep, UnseenReason, View } from '../model'
import type { Check, Measures, Sign } from '../rules'
import type { KeptBaseline, LowerThanUsual } from '../model'
import { lowerThanUsual, usualOf } from '../usual'
import { RepBaseline } from './baseline'
import { asShort } from './rep-values'

/** What a rep is judged by. */
export interface RepEvidence {
  readonly side: Side | null
  readonly measures: Measures
  readonly view: View
  readonly complete: boolean
  /** Why nothing in it may count; null where it may. */
  readonly reason: UnseenReason | null
}

interface Judged {
  readonly rep: Rep
  readonly evidence: RepEvidence
  readonly baseline: RepBaseline
  /** No good rep of its side was known yet. */
  readonly early: boolean
}

export class RepJudge {
  readonly #checks: readonly Check[]
  readonly #supporting: ReadonlySet<CheckId>
  readonly #usual: readonly KeptBaseline[]
  readonly #judged: Judged[] = []
  #baseline = new RepBaseline()
  #view: View | null = null

  /** @param usual the person's best of earlier sets of this exercise and variation */
  constructor(checks: readonly Check[], supporting: ReadonlySet<CheckId>, usual: readonly KeptBaseline[]) {
    this.#checks = checks
    this.#supporting = supporting
    this.#usual = usual
  }

  /** The findings of a rep, or of what has been seen of it. */
  findings(evidence: RepEvidence): readonly Finding[] {
    return this.#findings(evidence, this.#baseline, false)
  }

  /** Takes a rep with its findings: a good one makes the baseline. */
  add(rep: Rep, evidence: RepEvidence): void {
    const { side, measures, view, complete, reason } = evidence
    this.#judged.push({ rep, evidence, baseline: this.#baseline, early: !this.#baseline.knows(side) })
    if (!complete || reason !== null) return
    this.#view ??= view
    const good = !rep.findings.some((finding) => counts(finding, this.#supporting))
    this.#baseline.learn(side, measures, good)
  }

  /** The camera or the person is elsewhere: what is known no longer compares. */
  moved(): void {
    this.#baseline = new RepBaseline()
    this.#view = null
  }

  /** All reps, those before the baseline judged by it afterwards. */
  settled(): readonly Rep[] {
    return this.#judged.map(({ rep, evidence, baseline, early }) => {
      const again = this.#findings(evidence, baseline, true)
      const findings = rep.findings.map((finding, i) => {
        const lacked = finding.verdict === 'unseen' && finding.reason === 'no-baseline'
        return early || lacked ? (again[i] ?? finding) : finding
      })
      return { ...rep, findings }
    })
  }

  /** The baseline of this set's good reps, by side. */
  kept(): readonly KeptBaseline[] {
    const view = this.#view
    return view
      ? this.#baseline.kept().map((one) => ({ ...one, view: view.name, azimuth: view.azimuth }))
      : []
  }

  /** Where the first reps of a side, good or not, began lower than this person's usual. */
  lowerThanUsual(): readonly LowerThanUsual[] {
    const view = this.#view
    if (!view) return []
    return this.#baseline.started().flatMap(({ side, measures }) => {
      const usual = usualOf(this.#usual, side, view)
      return usual ? lowerThanUsual(this.#checks, (name) => measures[name] ?? NaN, usual) : []
    })
  }

  #findings(
    { side, measures, view, complete, reason }: RepEvidence,
    baseline: RepBaseline,
    over: boolean,
  ): readonly Finding[] {
    const referenceOf = (sign: Sign): Reference | null =>
      over ? baseline.settled(side, sign) : baseline.reference(side, sign)
    const findings = this.#checks.map((check) => judge(check, measures, referenceOf, view))
    if (reason) return asUnseen(findings, reason)
    return complete ? findings : asShort(findings)
  }
}
