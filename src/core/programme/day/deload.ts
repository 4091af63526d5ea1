/** The week with half the sets: after five weeks of work with little in reserve, after ten, or by the signs of docs/form.md 7.5. */
import { addDays, daysBetween, type Day } from '../days'
import { mean } from '../history/noise'
import { judge } from '../history/session-verdict'
import type { History, Session } from '../history/history'
import type { Ladders } from '../ladder/ladder'
import { limit } from '../limits'
import { because, type Reason } from './reasons'

const isDeload = (session: Session): boolean => session.entry.planned.some((item) => item.mode === 'deload')

function endedEarly(session: Session, ladders: Ladders): boolean {
  return session.entry.planned.some(
    (item) => judge(session, item, ladders[item.exercise].kind).outcome === 'early',
  )
}

/** Day on which the last deload began, or null: the first of its run of sessions. */
function lastDeload(sessions: readonly Session[]): Day | null {
  let start: Day | null = null
  for (const session of sessions) {
    if (!isDeload(session)) continue
    const { day } = session.entry
    if (start === null || daysBetween(start, day) >= limit('deload.days')) start = day
  }
  return start
}

/** Sessions since the block of work began: after the last deload, or after two weeks away. */
function block(sessions: readonly Session[], after: Day | null): Session[] {
  let current: Session[] = []
  for (const session of sessions) {
    if (after !== null && session.entry.day <= after) continue
    const before = current.at(-1)
    if (before && daysBetween(before.entry.day, session.entry.day) >= limit('gap.less')) current = []
    current.push(session)
  }
  return current
}

const later = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b > a) ? b : a)

/** Why the day is in a deload, or null when it is not. A deload that the person declined counts as had. */
export function deloadOn(history: History, ladders: Ladders): Reason | null {
  const { day, sessions } = history
  const declined =
    sessions.findLast((session) => session.entry.planned.some((item) => item.declinedDeload))?.entry.day ??
    null
  const started = lastDeload(sessions)
  const ends = started === null ? null : addDays(started, limit('deload.days') - 1)
  if (started !== null && ends !== null && day <= ends && !(declined !== null && declined >= started)) {
    return because('deload-running', { until: ends })
  }
  const work = block(sessions, later(ends !== null && ends < day ? ends : started, declined))
  const first = work[0]?.entry.day
  const last = work.at(-1)?.entry.day
  if (first === undefined || last === undefined || daysBetween(last, day) >= limit('gap.less')) return null
  return signs(work, first, day, ladders)
}

/** Whether the last answers say that little is left at the end of a set. */
function hasLowReserve(work: readonly Session[]): boolean {
  // A set until form gives leaves nothing in reserve on purpose.
  const reserves = work
    .filter((session) => !session.entry.sets.some((set) => set.capacity))
    .flatMap((session) => session.after?.reserve ?? [])
    .slice(-limit('deload.reserve-window'))
  return reserves.length > 0 && mean(reserves) <= limit('deload.low-reserve')
}

// An amber during that the next morning answered with green held the step already.
const isAmber = (session: Session): boolean => session.light === 'amber' && session.morning?.light !== 'green'

function signs(work: readonly Session[], first: Day, day: Day, ladders: Ladders): Reason | null {
  const weeks = Math.floor(daysBetween(first, day) / 7)
  const tired = weeks >= limit('deload.weeks') && hasLowReserve(work)
  if (tired || weeks >= limit('deload.most-weeks')) return because('deload-weeks', { weeks })
  const days = limit('deload.amber-days')
  const ambers = work.filter(
    (session) => isAmber(session) && daysBetween(session.entry.day, day) < days,
  ).length
  if (ambers >= limit('deload.ambers')) return because('deload-ambers', { count: ambers, days })
  const recent = work.slice(-limit('deload.form-window'))
  const early = recent.filter((session) => endedEarly(session, ladders)).length
  return early >= limit('deload.form-stops')
    ? because('deload-form', { count: early, of: recent.length })
    : null
}
