/** Takes back what was judged while Keel only counted: the screen said that form was not checked. */
import { asUnseen } from '../../../core/analysis/judge'
import { isEnough } from '../../../core/analysis/judged'
import type { Hold, Rep, SetAnalysis } from '../../../core/analysis/model'

/** Seconds on the source's clock. */
export interface Span {
  readonly from: number
  readonly to: number
}

const overlap = (span: Span, from: number, to: number): number =>
  Math.max(0, Math.min(span.to, to) - Math.max(span.from, from))

/** The analysis without any verdict from these spans; nothing changes where there are none. */
export function withoutForm(analysis: SetAnalysis, spans: readonly Span[]): SetAnalysis {
  if (spans.length === 0) return analysis
  const within = (second: number): boolean => spans.some(({ from, to }) => second >= from && second <= to)
  const repOf = (rep: Rep): Rep =>
    spans.some((span) => overlap(span, rep.start, rep.end) > 0)
      ? { ...rep, findings: asUnseen(rep.findings, 'slow') }
      : rep
  const holdOf = (hold: Hold): Hold => {
    const length = hold.end - hold.start
    const lost = spans.reduce((sum, span) => sum + overlap(span, hold.start, hold.end), 0)
    if (!isEnough(length - lost, length)) return { ...hold, findings: asUnseen(hold.findings, 'slow') }
    const kept = hold.findings.filter((one) => one.verdict !== 'flagged' || !within(one.from ?? hold.start))
    return { ...hold, findings: kept }
  }
  const { breakdown, stop } = analysis
  const taken =
    breakdown !== null &&
    (within(breakdown.seconds) ||
      analysis.reps.some((rep) => rep.index === breakdown.rep && repOf(rep) !== rep))
  const whole = analysis.reps.filter(({ complete }) => complete).length
  return {
    ...analysis,
    reps: analysis.reps.map(repOf),
    holds: analysis.holds.map(holdOf),
    breakdown: taken ? null : breakdown,
    stop: taken ? null : stop,
    steadyLimit: taken
      ? Math.max(whole, ...analysis.holds.map(({ seconds }) => seconds))
      : analysis.steadyLimit,
  }
}
