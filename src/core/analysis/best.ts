/** What the breakdown is compared with: the rep or the second that lay furthest inside all limits. */
import { median } from '../pose/geometry'
import type { Side } from '../pose/frame'
import { limit } from '../thresholds'
import type { Breakdown, Finding, Hold, Rep } from './model'
import type { Check } from './rules'

type Judged = Pick<Rep, 'index' | 'side' | 'complete' | 'findings'>

/** Share of the mild limit that is left, 1 at the baseline itself and 0 at the limit; NaN for a check without limits. */
function marginOf(finding: Finding & { verdict: 'clear' }, checks: readonly Check[]): number {
  const signs = checks.find(({ id }) => id === finding.check)?.signs ?? []
  const mild = signs.map(({ limits }) => limits).filter(({ unit }) => unit === finding.unit)
  // Of several signs in one unit the record does not say which decided: the tightest is the honest one.
  const tightest = Math.min(...mild.map(({ value }) => value.grades[0]))
  return Number.isFinite(tightest) ? 1 - finding.value / tightest : NaN
}

interface Standing {
  readonly rep: number
  readonly checked: number
  readonly margin: number
}

function standingOf(rep: Judged, checks: readonly Check[]): Standing | null {
  if (!rep.complete || rep.findings.some(({ verdict }) => verdict === 'flagged')) return null
  const clear = rep.findings.filter((finding) => finding.verdict === 'clear')
  const margins = clear.map((finding) => marginOf(finding, checks)).filter(Number.isFinite)
  if (margins.length === 0) return null
  return { rep: rep.index, checked: clear.length, margin: Math.min(...margins) }
}

/**
 * The best rep of a side: of the whole reps without a flag, those in which the most was judged, and among
 * them the one whose nearest limit is furthest away. A rep in which less was seen must not win by that.
 * @param side null where both sides work at once
 * @returns the rep's index, or null when no rep of that side was clear
 */
export function bestRep(
  reps: readonly Judged[],
  checks: readonly Check[],
  side: Side | null = null,
): number | null {
  const standings = reps
    .filter((rep) => side === null || rep.side === side)
    .flatMap((rep) => standingOf(rep, checks) ?? [])
  const most = Math.max(0, ...standings.map(({ checked }) => checked))
  const [best] = standings
    .filter(({ checked }) => checked === most)
    .toSorted((a, b) => b.margin - a.margin || a.rep - b.rep)
  return best?.rep ?? null
}

/** Seconds at the start of a hold that make its baseline, and the width of what counts as one second of it. */
const BASELINE = limit('hold.baseline-seconds')
const WINDOW = limit('best.window-seconds')

interface Line {
  readonly time: readonly number[]
  readonly drive: readonly (number | null)[]
}

/**
 * The best second of a hold: before form gave and outside every flagged stretch, the one whose body line is
 * nearest to the hold's own start and moves least. Seconds on the source's clock; null when none was seen.
 */
export function bestSecond(
  hold: Pick<Hold, 'start' | 'end' | 'findings'>,
  series: Line,
  breakdown: Breakdown | null,
): number | null {
  const points = series.time.flatMap((time, i) => {
    const line = series.drive[i]
    return time < hold.start || time > hold.end || line === null || line === undefined || Number.isNaN(line)
      ? []
      : [{ time, line }]
  })
  const own = median(points.filter(({ time }) => time <= hold.start + BASELINE).map(({ line }) => line))
  const until = breakdown !== null && breakdown.seconds > hold.start ? breakdown.seconds : hold.end
  const flagged = hold.findings.flatMap((finding) =>
    finding.verdict === 'flagged' ? [[finding.from ?? hold.start, finding.to ?? hold.end] as const] : [],
  )
  let best: { at: number; off: number } | null = null
  for (const { time: at } of points) {
    const [from, to] = [at - WINDOW / 2, at + WINDOW / 2]
    if (from < hold.start || to > Math.min(until, hold.end)) continue
    if (flagged.some(([start, end]) => start < to && end > from)) continue
    const lines = points.filter(({ time }) => time >= from && time <= to).map(({ line }) => line)
    const off = Math.abs(median(lines) - own) + Math.max(...lines) - Math.min(...lines)
    if (best === null || off < best.off - 1e-9) best = { at, off }
  }
  return best?.at ?? null
}
