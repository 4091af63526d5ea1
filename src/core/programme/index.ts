/**
 * The programme: from a log to the next small step. Every function here is pure: the log, the day, the zone and
 * the ladders go in, and the same ones give the same answer.
 */
import type { Day } from './days'
import { readHistory, standingLight, type History } from './history/history'
import type { Judged } from './history/light'
import type { ExerciseId } from '../analysis/model'
import type { Ladders } from './ladder/ladder'
import type { Log, Profile } from './log/log'
import type { Plan, RecoveryCard } from './day/plan-model'
import { portfolioOf, type PortfolioEntry } from './insight/portfolio'
import { compareQuiet, type QuietComparison } from './insight/low-effort'
import { recoveryOn } from './day/recovery'
import { sideDifference, trendOf, type SideDifference, type Trend, type TrendKey } from './insight/trend'

export * from './log/log'
export * from './day/plan-model'
export * from './ladder/ladder'
export { ladderPlaces, type LadderPlace, type Takes } from './ladder/place'
export { type Look, type SteadyLimit } from './ladder/steady-limit'
export { type Step } from './ladder/steps'
export { limit, limits } from './limits'
export { addDays, daysBetween, dayOf, isDay, mondayOf, type Day, type Weekday } from './days'
export { type Reason, type ReasonCode, type ReasonFacts } from './day/reasons'
export { mergeLogs, logUpTo, nextSeq } from './log/merge'
export { doneSet } from './history/summarise'
export { append } from './log/append'
export { validateEntry, type EntryFault } from './log/validate'
export * from './prescription/prescription'
export { planDay } from './day/plan'
export { planWeek, type WeekDay } from './day/week'
export { weekRoles } from './day/calendar'
export { type PortfolioEntry, type Standing } from './insight/portfolio'
export { type SideDifference, type Trend, type TrendKey, type TrendPoint } from './insight/trend'
export { limitAfter, steadyWork, type Known } from './insight/steady'
export { type QuietComparison } from './insight/low-effort'
export { type Judged } from './history/light'
export * from './day/screening'
export type { HeavyKind, Light, Mixed, Reach, Reached, RecoveryKind } from './terms'

/** The light that stands on a day, with its reasons. */
export function light(log: Log, day: Day): Judged {
  return standingLight(readHistory(log, day))
}

/** The profile in force on a day; null before the first. */
export function profileOn(log: Log, day: Day): Profile | null {
  return readHistory(log, day).profile
}

/** What the back has answered to each exercise and variation, up to a day. */
export function portfolio(log: Log, day: Day): PortfolioEntry[] {
  return portfolioOf(readHistory(log, day))
}

/** The steady limit of one exercise, variation and side over weeks. */
export function trend(log: Log, key: TrendKey, day: Day, ladders: Ladders): Trend {
  return trendOf(readHistory(log, day), key, ladders[key.exercise].kind)
}

/** The difference between sides, or null where it is too small, within noise, or too early to tell. */
export function sides(
  log: Log,
  exercise: ExerciseId,
  variation: string,
  day: Day,
  ladders: Ladders,
): SideDifference | null {
  return sideDifference(readHistory(log, day), ladders[exercise], variation)
}

/** Quiet sets against usual ones. */
export function quiet(log: Log, exercise: ExerciseId, variation: string, day: Day): QuietComparison {
  return compareQuiet(readHistory(log, day), exercise, variation)
}

/** The recovery card of a day, with what was ticked. */
export function recoveryFor(log: Log, day: Day): RecoveryCard {
  return recoveryOn(readHistory(log, day))
}

/** Ids of sessions that a shown plan was built on and that have been deleted, wholly or in part, since. */
export function basisLost(plan: Plan, log: Log): string[] {
  const whole: History = readHistory(log, plan.day)
  const original = new Map(
    log.flatMap((entry) => (entry.kind === 'session' ? [[entry.id, entry.sets.length] as const] : [])),
  )
  const kept = new Map(whole.sessions.map((session) => [session.entry.id, session.entry.sets.length]))
  const ids = new Set(plan.items.flatMap((item) => item.basis))
  return [...ids].filter((id) => kept.get(id) === undefined || kept.get(id) !== original.get(id)).sort()
}
