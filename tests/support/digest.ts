/** An analysis as a few lines of text: what a golden file holds and a person can read in a diff. */
import type { Finding, SetAnalysis } from '../../src/core/analysis/model'

const seconds = (t: number): string => t.toFixed(1)

function finding(f: Finding): string {
  if (f.verdict === 'unseen') return `${f.check} unseen ${f.reason}`
  if (f.verdict === 'clear' || f.verdict === 'steady') return `${f.check} ${f.verdict} ${f.value.toFixed(1)}`
  const stretch = f.from === undefined ? '' : ` ${seconds(f.from)}-${seconds(f.to ?? f.from)}`
  return `${f.check} FLAGGED ${String(f.grade)} (${f.value.toFixed(1)} ${f.unit})${stretch}`
}

export function digest(analysis: SetAnalysis): readonly string[] {
  const { view, reps, holds, breakdown, stop } = analysis
  return [
    `${analysis.exercise} ${analysis.variation ?? '-'} from ${view.name} (${String(view.azimuth)}), near ${view.near ?? '-'}`,
    ...reps.flatMap((rep) => [
      `rep ${String(rep.index)} ${rep.side ?? '-'} ${seconds(rep.start)} ${seconds(rep.top)} ${seconds(rep.end)}${rep.complete ? '' : ' SHORT'}`,
      ...rep.findings.map((f) => `  ${finding(f)}`),
    ]),
    ...holds.flatMap((hold) => [
      `hold ${hold.side ?? '-'} ${seconds(hold.start)} ${seconds(hold.end)} held ${seconds(hold.seconds)}`,
      ...hold.findings.map((f) => `  ${finding(f)}`),
    ]),
    `breakdown ${breakdown ? `${String(breakdown.rep ?? '-')} ${seconds(breakdown.seconds)} ${breakdown.check}` : 'none'}`,
    `stop ${stop ? `${stop.reason} ${seconds(stop.seconds)}` : 'none'}; steady limit ${analysis.steadyLimit.toFixed(1)}`,
  ]
}
