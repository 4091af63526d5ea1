/**
 * How the set tired: markers that support and explain, and end nothing by themselves (docs/form.md 6.1).
 * Each is compared with the set's own early part.
 */
import { deviation, median } from '../pose/geometry'
import { detrended } from './signal/detrend'
import { fatigueLevel, limit, type FatigueId } from '../thresholds'

export type FatigueLevel = 'steady' | 'early' | 'strong'

export interface FatigueMarker {
  readonly id: FatigueId
  /** The value per rep (x: its index) or per second of a hold (x: seconds into it). */
  readonly points: readonly { readonly x: number; readonly value: number }[]
  readonly unit: string
  /** The change from the early part to the last, in the unit of the marker's limits: signed, positive is more tired. */
  readonly change: number
  readonly level: FatigueLevel
}

/** What a rep adds to the picture; NaN where it was not measured. */
export interface RepEffort {
  readonly index: number
  /** Seconds up and down, without the top. */
  readonly tempo: number
  /** Range in degrees; NaN where the view shows none. */
  readonly range: number
  /** Spread at the top, % of a trunk length. */
  readonly sway: number
}

const finite = (points: readonly { x: number; value: number }[]): { x: number; value: number }[] =>
  points.filter(({ value }) => Number.isFinite(value))

function marker(
  id: FatigueId,
  points: readonly { x: number; value: number }[],
  unit: string,
  change: number,
): FatigueMarker[] {
  const seen = finite(points)
  return seen.length < limit('fatigue.least-points') || !Number.isFinite(change)
    ? []
    : [{ id, points: seen, unit, change, level: fatigueLevel(id, change) }]
}

/** The reps from the second on stand for fresh, the last ones for tired; in few reps nothing shows. */
function freshAndTired(points: readonly { x: number; value: number }[]): readonly [number, number] {
  const values = finite(points).map(({ value }) => value)
  return values.length < limit('fatigue.least-reps')
    ? [NaN, NaN]
    : [
        median(values.slice(1, 1 + limit('fatigue.fresh-reps'))),
        median(values.slice(-limit('fatigue.tired-reps'))),
      ]
}

/** The markers of a set of reps, those that could be measured. */
export function repFatigue(reps: readonly RepEffort[]): readonly FatigueMarker[] {
  const column = (read: (rep: RepEffort) => number): { x: number; value: number }[] =>
    reps.map((rep) => ({ x: rep.index, value: read(rep) }))
  const tempo = column((rep) => rep.tempo)
  const range = column((rep) => rep.range)
  const sway = column((rep) => rep.sway)
  const [freshTempo, tiredTempo] = freshAndTired(tempo)
  const [freshRange, tiredRange] = freshAndTired(range)
  const [freshSway, tiredSway] = freshAndTired(sway)
  const last = finite(tempo)
    .slice(-limit('fatigue.uneven-reps'))
    .map(({ value }) => value)
  const spread =
    last.length < limit('fatigue.uneven-reps') ? NaN : (100 * deviation(last)) / Math.max(1e-6, median(last))
  return [
    ...marker('tempo-slowing', tempo, 's', 100 * (tiredTempo / freshTempo - 1)),
    ...marker('tempo-unevenness', tempo, 's', spread),
    ...marker('range-loss', range, 'deg', freshRange - tiredRange),
    ...marker('sway-growth', sway, '% trunk', tiredSway / Math.max(limit('fatigue.least-sway'), freshSway)),
  ]
}

/** A hold's body line and the trunk's place, per frame; seconds into the hold, degrees, % of a trunk length. */
export interface HoldTrace {
  readonly time: number
  readonly line: number
  readonly x: number
  readonly y: number
}

const SECOND = 1
const EARLY = limit('fatigue.early-seconds')
const SLOPE_WINDOW = limit('fatigue.slope-seconds')
/** Windows at the start and at the end that are compared. */
const COMPARED = limit('fatigue.compared-windows')

/** The markers of one hold. One that is too short to have an early part and a slope shows nothing. */
export function holdFatigue(trace: readonly HoldTrace[], mildLine: number): readonly FatigueMarker[] {
  const end = trace.at(-1)?.time ?? 0
  if (end < EARLY + SLOPE_WINDOW) return []
  const windows = Array.from({ length: Math.floor(end / SECOND) - EARLY + 1 }, (_, i) => {
    const to = EARLY + i * SECOND
    return { x: to, frames: trace.filter(({ time }) => time > to - EARLY && time <= to) }
  })
  const level = median(trace.filter(({ time }) => time <= EARLY).map(({ line }) => line))
  const drift = windows.map(({ x, frames }) => ({ x, value: median(frames.map(({ line }) => line)) - level }))
  const sway = windows.map(({ x, frames }) => ({ x, value: swayOf(frames) }))
  const pace = windows.map(({ x, frames }) => ({ x, value: crossingsPerSecond(frames) }))
  const early = median(sway.slice(0, COMPARED).map(({ value }) => value))
  const late = median(sway.slice(-COMPARED).map(({ value }) => value))
  return [
    ...marker('hold-drift', drift, 'deg', steepest(drift)),
    ...marker('sway-growth', sway, '% trunk', late / Math.max(limit('fatigue.least-sway'), early)),
    ...marker('sway-slowing', pace, 'crossings/s', slowing(pace)),
    ...marker('corrections', drift, 'deg', correctionsPerTen(trace, level, mildLine)),
  ]
}

function swayOf(frames: readonly HoldTrace[]): number {
  return Math.hypot(deviation(detrended(frames, ({ x }) => x)), deviation(detrended(frames, ({ y }) => y)))
}

/** How often the trunk passes its own middle height: falls when sway turns larger and slower (van Dieën 2012). */
function crossingsPerSecond(frames: readonly HoldTrace[]): number {
  const values = detrended(frames, ({ y }) => y)
  const length = (frames.at(-1)?.time ?? 0) - (frames[0]?.time ?? 0)
  const crossings = values.filter((value, i) => i > 0 && value > 0 !== (values[i - 1] ?? 0) > 0).length
  return length > 0 ? crossings / length : NaN
}

/** Percent by which the pace of sway fell from the first to the last three seconds. */
function slowing(pace: readonly { value: number }[]): number {
  const early = median(pace.slice(0, COMPARED).map(({ value }) => value))
  const late = median(pace.slice(-COMPARED).map(({ value }) => value))
  return early > 0 ? 100 * (1 - late / early) : NaN
}

/** The steepest change of the line over five seconds, degrees a second, either way. */
function steepest(drift: readonly { x: number; value: number }[]): number {
  let most = 0
  for (let i = SLOPE_WINDOW; i < drift.length; i++)
    most = Math.max(
      most,
      Math.abs((drift[i]?.value ?? NaN) - (drift[i - SLOPE_WINDOW]?.value ?? NaN)) / SLOPE_WINDOW,
    )
  return most
}

/** Returns from beyond the mild limit to within half of it, in the worst ten seconds. */
function correctionsPerTen(trace: readonly HoldTrace[], level: number, mildLine: number): number {
  const returns: number[] = []
  let away = false
  for (const { time, line } of trace) {
    const off = Math.abs(line - level)
    if (off > mildLine) away = true
    else if (away && off < limit('fatigue.back-share') * mildLine) {
      away = false
      returns.push(time)
    }
  }
  return Math.max(
    0,
    ...returns.map(
      (time) => returns.filter((t) => t >= time && t < time + limit('fatigue.corrections-seconds')).length,
    ),
  )
}
