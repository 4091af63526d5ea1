/** What a set of reps puts together from its parts: small sums over findings, measures and views. */
import { UNKNOWN_VIEW } from '../../pose/view'
import type { RepEffort } from '../fatigue'
import type { Finding, View } from '../model'
import type { Measures, RepSummary } from '../rules'

/** A short attempt is an off-form rep: its range is what went, whatever else was seen. */
export function asShort(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((f) =>
    f.check === 'short-range' && f.verdict !== 'unseen' && !(f.verdict === 'flagged' && f.grade >= 2)
      ? { check: f.check, verdict: 'flagged', grade: 2, value: f.value, unit: f.unit }
      : f,
  )
}

/** What a rep adds to how the set tired. `degrees`: whether the view shows angles. */
export function effortOf(index: number, { measures, reach }: RepSummary, degrees: boolean): RepEffort {
  return {
    index,
    // From the ends the top's edges, and with them the tempo, are too coarse to speak of tiring.
    tempo: degrees ? (measures.tempo?.value ?? NaN) : NaN,
    range: degrees ? reach : NaN,
    sway: measures.sway?.value ?? NaN,
  }
}

/** The mean share of frames in which what a rep is measured by was seen, 0-1. */
export function coverageOf(measures: Measures): number {
  const all = Object.values(measures).map(({ coverage }) => coverage)
  return all.length > 0 ? all.reduce((sum, c) => sum + c, 0) / all.length : 0
}

/** The value that is there most often; null without any. */
export function mostCommon(values: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** The view with the middle azimuth. */
export function middleView(views: readonly View[]): View {
  const known = views.filter(({ azimuth }) => azimuth !== null)
  const sorted = [...known].sort((a, b) => (a.azimuth ?? 0) - (b.azimuth ?? 0))
  return sorted[sorted.length >> 1] ?? UNKNOWN_VIEW
}
