/**
 * The week's volume. The rule: what the plan asks today, with all that was done in the six days before, is at
 * most 10% above the best seven days that ended a week to four weeks ago, or above a week of the level's
 * starting dose, whichever is more. Where the steady limit is measured, a week may hold as much as sets of 0.8 of
 * it make. Seven days roll, so no Monday resets them.
 */
import { addDays, daysBetween, type Day } from '../days'
import { work } from '../ladder/dose'
import type { History, Session } from '../history/history'
import type { Dose, Ladder, Level } from '../ladder/ladder'
import { limit } from '../limits'
import type { DoneSet } from '../log/log'

const WEEK = 7

// A set outside the plan is weighed by the first level of its variation.
function levelOf(ladder: Ladder, set: DoneSet): Level | undefined {
  return (
    ladder.levels.find((level) => level.id === set.level) ??
    ladder.levels.find((level) => level.variation === set.variation)
  )
}

/**
 * Seconds of work in one set as it was done. A capacity check counts as the set that was planned: it is a look at
 * the limit every few weeks, and may neither block the next sessions nor raise what they may do.
 */
function doneWork(ladder: Ladder, set: DoneSet): number {
  const level = levelOf(ladder, set)
  if (!level) return 0
  const asked = set.planned ?? { ...level.start.sets[0], reps: Infinity }
  const { reps, hold = 0, lower = 0 } = asked
  if (ladder.kind === 'hold') {
    const seconds = set.holds.reduce((sum, each) => sum + each, 0)
    return set.capacity ? Math.min(seconds, reps * hold) : seconds
  }
  return (set.capacity ? Math.min(set.reps, reps) : set.reps) * (level.up + hold + lower)
}

/** Seconds of work of one exercise in a session. */
function sessionWork(ladder: Ladder, session: Session): number {
  const sets = session.entry.sets.filter((set) => set.exercise === ladder.exercise)
  return sets.reduce((sum, set) => sum + doneWork(ladder, set), 0)
}

interface DayWork {
  readonly day: Day
  readonly seconds: number
}

/** Work of an exercise by session, within the days that the rule looks at. */
function recentWork(history: History, ladder: Ladder): DayWork[] {
  const since = addDays(history.day, -(limit('volume.lookback') + WEEK))
  return history.sessions
    .filter((session) => session.entry.day >= since)
    .map((session) => ({ day: session.entry.day, seconds: sessionWork(ladder, session) }))
    .filter((entry) => entry.seconds > 0)
}

export interface Week {
  /** Seconds done today and in the six days before. */
  readonly done: number
  /** Seconds of the best seven days to compare with; 0 when there are none. */
  readonly best: number
  /** Sessions in those best seven days. */
  readonly bestSessions: number
}

/** The week of an exercise as it stands before today's plan. */
export function weekOf(history: History, ladder: Ladder): Week {
  const days = recentWork(history, ladder)
  const within = (end: Day) => days.filter(({ day }) => day <= end && daysBetween(day, end) < WEEK)
  const sum = (entries: readonly DayWork[]) => entries.reduce((total, { seconds }) => total + seconds, 0)
  let best = 0
  let bestSessions = 0
  for (const { day } of days) {
    const age = daysBetween(day, history.day)
    if (age < WEEK || age > limit('volume.lookback')) continue
    const window = within(day)
    if (sum(window) > best) {
      best = sum(window)
      bestSessions = window.length
    }
  }
  return { done: sum(within(history.day)), best, bestSessions }
}

/** Seconds of a session whose sets each hold the most that a measured limit allows; 0 before it is measured. */
function measuredSession(level: Level, limitSeconds: number | null): number {
  const sets = level.start.sets.length * (level.sided ? 2 : 1)
  return (limitSeconds ?? 0) * limit('dose.high') * sets
}

/** Seconds that today may hold for an exercise on a level, with that many sessions meant for a week. */
export function roomToday(
  week: Week,
  level: Level,
  sessionsAWeek: number,
  limitSeconds: number | null,
): number {
  const reference = Math.max(week.best, work(level, level.start) * sessionsAWeek)
  const most = Math.max(
    reference * (1 + limit('volume.growth')),
    measuredSession(level, limitSeconds) * sessionsAWeek,
  )
  return most - week.done
}

/** Whether a larger dose fits today, and goes on fitting when the next weeks hold as many sessions of it. */
export function mayGrow(
  week: Week,
  level: Level,
  dose: Dose,
  sessionsAWeek: number,
  limitSeconds: number | null,
): boolean {
  const startWeek = work(level, level.start) * sessionsAWeek
  const byBest = week.best > startWeek
  const reference = byBest ? week.best : startWeek
  const sessions = byBest ? week.bestSessions : sessionsAWeek
  const grown = work(level, dose)
  const most = reference * (1 + limit('volume.growth')) + 1e-9
  const fits = grown * sessions <= most || grown <= measuredSession(level, limitSeconds)
  return fits && grown <= roomToday(week, level, sessionsAWeek, limitSeconds) + 1e-9
}
