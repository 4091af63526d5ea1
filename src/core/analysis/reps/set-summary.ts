/** What a set of reps comes to as a whole, and what each rep adds to it. */
import { UNKNOWN_VIEW } from '../../pose/view'
import type { RepEffort } from '../fatigue'
import type { View } from '../model'
import type { Check, Measures, RepSummary } from '../rules'

/** @param degrees whether the view shows angles */
export function effortOf(index: number, { measures, reach }: RepSummary, degrees: boolean): RepEffort {
  return {
    index,
    // From the ends the top's edges, and with them the tempo, are too coarse to speak of tiring.
    tempo: degrees ? (measures.tempo?.value ?? NaN) : NaN,
    range: degrees ? reach : NaN,
    sway: measures.sway?.value ?? NaN,
  }
}

/** Whether a check is not judged from here. */
export const hides = (check: Check, view: View): boolean =>
  !check.visible(view) || check.flagOnly?.(view) === true

/** The share of frames in which a rep's measures were seen, 0-1. */
export function coverageOf(measures: Measures): number {
  const all = Object.values(measures).map(({ coverage }) => coverage)
  return all.length > 0 ? all.reduce((sum, c) => sum + c, 0) / all.length : 0
}

/** Null where there is none. */
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
