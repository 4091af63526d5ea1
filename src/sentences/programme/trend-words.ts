/** The steady limit over time for each exercise, variation and side, laid out and in words. */
import type { CheckId, ExerciseId } from '../../core/analysis/model'
import type { Side } from '../../core/pose/frame'
import {
  daysBetween,
  limit,
  limitAfter,
  trend,
  type Day,
  type DoneSet,
  type Known,
  type Ladders,
  type Log,
  type PortfolioEntry,
  type Trend,
  type TrendKey,
} from '../../core/programme'
import { exercises } from '../../exercises'
import { isSided } from '../../exercises/outlines'
import type { SetSummary } from '../../storage/records/schema'
import { m } from '../../words/compiled/messages'
import { sayDay } from '../days'
import { number } from '../language'
import { amount } from '../set/set-words'

export { dayName } from '../days'

export interface Line {
  readonly exercise: ExerciseId
  readonly variation: string
  readonly side: Side | null
  /** Oldest first; only judged sets, and none from a second camera place. */
  readonly sets: readonly SetSummary[]
}

/** Sets at one level before a trend is told: the first ones are practice. */
export const ENOUGH_SETS = 5

/** A line for each exercise, variation and side. */
export function linesOf(sets: readonly SetSummary[]): Line[] {
  const groups = new Map<string, SetSummary[]>()
  for (const set of sets) {
    if (set.variation === null || !set.judged || set.secondView === true) continue
    const key = [set.exercise, set.variation, set.side].join('/')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [set])
    else group.push(set)
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined || first.variation === null) return []
    const inOrder = group.toSorted((a, b) =>
      a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0,
    )
    return [{ exercise: first.exercise, variation: first.variation, side: first.side, sets: inOrder }]
  })
}

export function lineOf(
  sets: readonly SetSummary[],
  exercise: ExerciseId,
  variation: string,
  side: Side | null,
): Line {
  const found = linesOf(sets).find(
    (line) => line.exercise === exercise && line.variation === variation && line.side === side,
  )
  return found ?? { exercise, variation, side, sets: [] }
}

export interface TrendLine {
  readonly key: TrendKey
  readonly trend: Trend
}

export const keyText = ({ exercise, variation, side }: TrendKey): string =>
  [exercise, variation, side].filter(Boolean).join('/')

/** One key for each exercise, variation and side in the portfolio. */
export function keysOf(portfolio: readonly PortfolioEntry[]): TrendKey[] {
  return portfolio.flatMap(({ exercise, variation }): TrendKey[] =>
    isSided(exercise, variation)
      ? [
          { exercise, variation, side: 'left' },
          { exercise, variation, side: 'right' },
        ]
      : [{ exercise, variation, side: null }],
  )
}

/** The programme's lines and those of sets outside of it, the latest done first. */
export function trendLines(
  log: Log,
  portfolio: readonly PortfolioEntry[],
  sets: readonly SetSummary[],
  day: Day,
  ladders: Ladders,
): TrendLine[] {
  const planned = keysOf(portfolio)
    .map((key) => ({ key, trend: trend(log, key, day, ladders) }))
    .filter((line) => line.trend.points.length > 0)
  const known = new Set(planned.map(({ key }) => keyText(key)))
  const others = linesOf(sets)
    .filter((line) => !known.has(keyText(line)))
    .map((line) => ({ key: line, trend: trendOfSets(line) }))
  const lastDay = (line: TrendLine): Day => line.trend.points.at(-1)?.day ?? ''
  return [...planned, ...others].sort((a, b) => lastDay(b).localeCompare(lastDay(a)))
}

/** Sets outside of any plan as points without a verdict, as their doses were chosen freely. */
export function trendOfSets({ exercise, sets }: Line): Trend {
  const unit = exercises[exercise].kind === 'hold' ? 's' : 'reps'
  const points = sets.map((set) => ({
    day: set.day,
    session: set.id,
    level: null,
    value: set.steadyLimit,
    atLeast: set.gave === null,
  }))
  return {
    unit,
    points,
    limit: limitAfter(points),
    progress: null,
    verdict: 'too-early',
    change: null,
    needed: null,
    noise: { error: 0, source: 'published' },
    wentFirst: sets.flatMap(({ day, gave }) => (gave === null ? [] : [{ day, check: gave }])),
  }
}

/** "1.3 reps", "12 s": a difference in the trend's unit. */
export function sayAmount(size: number, unit: Trend['unit']): string {
  const count = Math.round(size * 10) / 10
  return unit === 's' ? `${number(count)} s` : m.common_amount_reps({ count, value: number(count) })
}

/** A steady limit: "31 reps"; "20 s or more" where form did not give. */
export function sayLimit({ value, atLeast }: Known, kind: 'reps' | 'hold'): string {
  const said = amount(Math.round(value), kind)
  return atLeast ? m.common_or_more({ amount: said }) : said
}

/** "December", "12 December" within one month, "December 2025" across years. */
function since(from: Day, to: Day): string {
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  if (sameMonth) return sayDay(from, { day: 'numeric', month: 'long' })
  const apart = daysBetween(from, to)
  return sayDay(from, { month: 'long', ...(sameYear || apart < 330 ? {} : { year: 'numeric' }) })
}

/** What became of the limit in one line: "17 → 31 steady reps since December"; null where nothing is known of it. */
export function storyText({ progress, unit }: Pick<Trend, 'progress' | 'unit'>): string | null {
  if (progress === null) return null
  const { from, to, verdict } = progress
  const first = String(Math.floor(from.value))
  const last = String(Math.floor(to.value))
  const facts = {
    unit,
    from: first,
    to: to.atLeast ? m.common_or_more({ amount: last }) : last,
    since: since(from.day, to.day),
  }
  if (verdict === 'up') return m.history_story_up(facts)
  return verdict === 'down' ? m.history_story_down(facts) : m.history_story_same(facts)
}

/** The verdict in one sentence. */
export function trendText(trend: Trend): string {
  const { verdict, change, needed, unit, points, noise } = trend
  const story = storyText(trend)
  if (story !== null && (verdict === 'too-early' || trend.progress?.verdict !== 'same')) return story
  if (verdict === 'too-early' || change === null || needed === null) {
    if (points.length === 0) return m.history_early_none()
    // An error of 0 marks sets outside of the programme; for the programme's own it is at least one rep or second.
    return noise.error === 0 && points.length >= ENOUGH_SETS ? m.history_no_verdict() : m.history_early()
  }
  const facts = { size: sayAmount(Math.abs(change), unit), needed: sayAmount(needed, unit) }
  if (verdict === 'steady') return change < 0 ? m.history_same_less(facts) : m.history_same_more(facts)
  return verdict === 'up' ? m.history_up(facts) : m.history_down(facts)
}

/** Why there is no verdict yet, in one sentence; empty when there is one. */
export function whyTooEarly({ verdict, points, unit, progress }: Trend): string {
  if (verdict !== 'too-early' || points.length === 0) return ''
  if (progress !== null) return progress.size < limit('noise.window') ? m.history_more_proof() : ''
  const level = points.at(-1)?.level ?? null
  const needed = 2 * limit('noise.window')
  // The first session is practice.
  const here = points.slice(1).filter((point) => point.level === level)
  if (here.length < needed) return m.history_needs_sessions({ need: needed, count: here.length })
  return m.history_needs_known({ unit, known: here.filter((point) => !point.atLeast).length, need: needed })
}

/** The days on which each check gave first, the most frequent check first. */
export function lanesOf(
  wentFirst: Trend['wentFirst'],
  most = 4,
): { readonly check: CheckId; readonly days: readonly Day[] }[] {
  const lanes = new Map<CheckId, Day[]>()
  for (const { day, check } of wentFirst) {
    const days = lanes.get(check) ?? []
    if (days.at(-1) !== day) lanes.set(check, [...days, day])
  }
  return [...lanes]
    .map(([check, days]) => ({ check, days }))
    .sort((a, b) => b.days.length - a.days.length || a.check.localeCompare(b.check))
    .slice(0, most)
}

/** Groups sets by day, in the order of the sets. */
export function byDay<T extends { readonly day: Day }>(sets: readonly T[]): { day: Day; sets: T[] }[] {
  const days: { day: Day; sets: T[] }[] = []
  for (const set of sets) {
    const last = days.at(-1)
    if (last?.day === set.day) last.sets.push(set)
    else days.push({ day: set.day, sets: [set] })
  }
  return days
}

export interface HistoryDay {
  readonly day: Day
  readonly sets: readonly SetSummary[]
  /** Sets that only the programme's log has, as their records are on another device. */
  readonly logged: readonly LoggedGroup[]
}

/** Sets of a day that are alike, in the order in which they were done. */
export interface LoggedGroup extends TrendKey {
  readonly sets: readonly DoneSet[]
}

function groupsOf(sets: readonly DoneSet[]): LoggedGroup[] {
  const groups = new Map<string, LoggedGroup>()
  for (const set of sets) {
    const { exercise, variation, side } = set
    const key = keyText(set)
    groups.set(key, { exercise, variation, side, sets: [...(groups.get(key)?.sets ?? []), set] })
  }
  return [...groups.values()]
}

/** Days with their sets, from records and from the log, newest first. */
export function historyDays(sets: readonly SetSummary[], log: Log): HistoryDay[] {
  const known = new Set(sets.map(({ id }) => id))
  const days = new Map<Day, { sets: SetSummary[]; logged: DoneSet[] }>()
  const on = (day: Day) => {
    const found = days.get(day) ?? { sets: [], logged: [] }
    days.set(day, found)
    return found
  }
  for (const set of sets) on(set.day).sets.push(set)
  const deleted = new Set(log.flatMap((entry) => (entry.kind === 'deletion' ? [entry.target] : [])))
  for (const entry of log) {
    if (entry.kind !== 'session' || deleted.has(entry.id)) continue
    const only = entry.sets.filter(({ id }) => !known.has(id) && !deleted.has(id))
    if (only.length > 0) on(entry.day).logged.push(...only)
  }
  return [...days]
    .map(([day, found]) => ({ day, sets: found.sets, logged: groupsOf(found.logged) }))
    .sort((a, b) => b.day.localeCompare(a.day))
}

/** A day on which form gave, pain ended a set, or form could not be checked. */
const hasEvent = ({ sets, logged }: HistoryDay): boolean =>
  sets.some(({ gave, judged }) => gave !== null || !judged) ||
  logged.some((group) =>
    group.sets.some(
      ({ breakdown, stop, coverage }) =>
        breakdown !== null || stop === 'form' || stop === 'pain' || coverage < limit('gate.coverage'),
    ),
  )

export interface Stretch {
  /** Whether the days are shown as one line. */
  readonly folded: boolean
  readonly days: readonly HistoryDay[]
}

/** Days in order, those in a row without an event as one stretch. The latest day always stands by itself. */
export function stretchesOf(days: readonly HistoryDay[]): Stretch[] {
  const stretches: { folded: boolean; days: HistoryDay[] }[] = []
  days.forEach((day, index) => {
    const quiet = index > 0 && !hasEvent(day)
    const last = stretches.at(-1)
    if (quiet && last?.folded === true) last.days.push(day)
    else stretches.push({ folded: quiet, days: [day] })
  })
  // One line for one day would say less than the day does.
  return stretches.map((stretch) => ({ ...stretch, folded: stretch.folded && stretch.days.length > 1 }))
}

/** "12 days, steady throughout: 3 November to 27 November". */
export function stretchText(days: readonly HistoryDay[]): string {
  const said = (day: Day | undefined): string =>
    day === undefined ? '' : sayDay(day, { day: 'numeric', month: 'long' })
  return m.history_stretch({ count: days.length, from: said(days.at(-1)?.day), to: said(days[0]?.day) })
}
