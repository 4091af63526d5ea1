/** Recovery, planned and ticked like work: walk, 90-90 lying with a breathing pacer, easy movement. */
import { addDays, daysBetween, type Day } from '../days'
import { dayRole, weekRoles } from './calendar'
import type { History, Session } from '../history/history'
import { limit } from '../limits'
import type { Profile } from '../log/log'
import type { RecoveryCard, RecoveryItem } from './plan-model'
import { because, type Reason } from './reasons'
import type { RecoveryKind } from '../terms'

/** Whether a session asked more than usual: a capacity check, little in reserve, or an amber or red light. */
function wasHard(session: Session): boolean {
  const reserve = session.after?.reserve ?? null
  return (
    session.entry.sets.some((set) => set.capacity) ||
    (reserve !== null && reserve < limit('gate.reserve')) ||
    session.light === 'amber' ||
    session.light === 'red'
  )
}

function isRed(history: History): boolean {
  const last = history.reds.at(-1)
  return last !== undefined && daysBetween(last, history.day) <= limit('red.rest-days')
}

/** Minutes of the next walk: from 8, two more after every three walks done, to 30; counted anew after red. */
function walkMinutes(history: History): number {
  if (isRed(history)) return limit('walk.after-red')
  const since = history.reds.at(-1)
  const walks = history.ticks.filter(
    (tick) => tick.item === 'walk' && tick.day < history.day && (since === undefined || tick.day > since),
  )
  const steps = Math.floor(walks.length / limit('walk.per-step'))
  return Math.min(limit('walk.most'), limit('walk.start') + steps * limit('walk.step'))
}

/** Walks fall on session days first, then on the days from Monday on that hold none, to five a week. */
function isWalkDay(profile: Profile, day: Day): boolean {
  const week = weekRoles(profile, day)
  const works = week.filter((each) => each.role !== 'off')
  const others = week.filter((each) => each.role === 'off')
  return [...works, ...others].slice(0, limit('walk.per-week')).some((each) => each.day === day)
}

/** The recovery card of the day that the history is read on. */
export function recoveryOn(history: History): RecoveryCard {
  const { day, profile } = history
  if (!profile) return { day, items: [], why: [] }
  const yesterday = history.sessions.findLast((session) => session.entry.day === addDays(day, -1))
  const today = history.sessions.findLast((session) => session.entry.day === day)
  const red = isRed(history)
  const hardYesterday = yesterday !== undefined && wasHard(yesterday)
  const worked = today !== undefined || dayRole(profile, day).role !== 'off'
  const item = (kind: RecoveryKind, minutes: number): RecoveryItem => ({
    kind,
    minutes,
    pacer: kind === 'lying' ? { in: limit('rest.breathe-in'), out: limit('rest.breathe-out') } : null,
    done: history.ticks.some((tick) => tick.item === kind && tick.day === day),
  })
  const items = [
    ...(red || hardYesterday || isWalkDay(profile, day) ? [item('walk', walkMinutes(history))] : []),
    ...(worked || red || hardYesterday ? [item('lying', limit('rest.breathing'))] : []),
    ...(!red && (hardYesterday || !worked) ? [item('mobility', limit('rest.mobility'))] : []),
  ]
  const why: Reason[] = [
    ...(red ? [because('recovery-red', {})] : []),
    ...(hardYesterday && !red ? [because('recovery-after-hard', {})] : []),
    ...(today && wasHard(today) ? [because('recovery-sleep', {})] : []),
  ]
  return { day, items, why: why.length > 0 ? why : [because('recovery-daily', {})] }
}
