/** From the analysis of a set to what the programme keeps of it. */
import type { CheckId, Finding, SetAnalysis } from '../../analysis/model'
import { limit } from '../limits'
import type { DoneSet, SetStop } from '../log/log'
import { mean } from './noise'

/** What of a set the analysis does not know. */
export type DoneSetHead = Pick<DoneSet, 'id' | 'side' | 'level' | 'planned' | 'quiet' | 'capacity'> & {
  readonly stop: SetStop
  /** The variation that was planned, for an analysis that found none. */
  readonly variation: string
}

const grades = (findings: readonly Finding[]): number[] =>
  findings.flatMap((finding) => (finding.verdict === 'flagged' ? [finding.grade] : []))

/** Off-form: anything moderate, or two mild findings at once (docs/form.md 6.2). */
function isOffForm(findings: readonly Finding[]): boolean {
  const found = grades(findings)
  return found.length >= 2 || found.some((grade) => grade >= 2)
}

/** Mean of what a check measured over the set; null when it never saw anything. */
function measured(all: readonly (readonly Finding[])[], check: CheckId): number | null {
  const values = all
    .flat()
    .flatMap((finding) => (finding.check === check && finding.verdict !== 'unseen' ? [finding.value] : []))
  return values.length > 0 ? mean(values) : null
}

/** What of an analysis the programme looks at: its angles it does not. */
export type JudgedAnalysis = Pick<
  SetAnalysis,
  'exercise' | 'variation' | 'reps' | 'holds' | 'breakdown' | 'steadyLimit' | 'coverage'
>

/** Makes the entry of a set. A joint that was not seen is in `coverage`, never in a clean count. */
export function doneSet(analysis: JudgedAnalysis, head: DoneSetHead): DoneSet {
  const { reps, holds, breakdown } = analysis
  const all = [...reps, ...holds].map((each) => each.findings)
  const seconds = holds.map((hold) => hold.seconds)
  const target = (head.planned?.hold ?? 0) - limit('gate.hold-slack')
  const kept = seconds.filter((each) => each >= target).length
  return {
    ...head,
    exercise: analysis.exercise,
    variation: analysis.variation ?? head.variation,
    reps: seconds.length > 0 ? kept : reps.filter((rep) => rep.complete).length,
    holds: seconds,
    steadyLimit: analysis.steadyLimit,
    breakdown: breakdown && { check: breakdown.check, side: breakdown.side },
    offForm: reps.filter((rep) => isOffForm(rep.findings)).length,
    grade3: all.filter((findings) => grades(findings).includes(3)).length,
    recoveryUsed: holds.some((hold) => grades(hold.findings).some((grade) => grade >= 2)),
    coverage: analysis.coverage,
    sway: measured(all, 'sway'),
    shrug: measured(all, 'shoulder-collapse'),
  }
}
