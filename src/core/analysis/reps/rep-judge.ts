/** Judges reps as they come, and the first ones again when the set's baseline is known. */
import type { Side } from '../../pose/frame'
import { limit } from '../../thresholds'
import { asUnseen, counts, judge } from '../judge'
import type { CheckId, Finding, Rep, UnseenReason, View } from '../model'
import type { Check, Measures } from '../rules'
import { lowerThanUsual, usualOf, withUsual, type KeptBaseline } from '../usual'
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
    const early = !this.#baseline.knows(evidence.side)
    return this.#findings(evidence, this.#baseline, early, false)
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
      const again = this.#findings(evidence, baseline, early, true)
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

  #findings(
    { side, measures, view, complete, reason }: RepEvidence,
    baseline: RepBaseline,
    early: boolean,
    over: boolean,
  ): readonly Finding[] {
    const usual = early ? usualOf(this.#usual, side, view) : null
    const findings = this.#checks.map((check) => {
      const finding = judge(
        check,
        measures,
        (sign) => (over ? baseline.settled(side, sign) : baseline.reference(side, sign)),
        view,
      )
      return usual && finding.verdict !== 'unseen'
        ? withUsual(
            finding,
            lowerThanUsual(check, (name) => seen(measures, name), usual),
          )
        : finding
    })
    if (reason) return asUnseen(findings, reason)
    return complete ? findings : asShort(findings)
  }
}

const seen = (measures: Measures, name: string): number => {
  const measured = measures[name]
  return measured && measured.coverage >= limit('tracking.coverage') ? measured.value : NaN
}
