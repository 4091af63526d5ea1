/** Which day of a week holds a session, and which heavy day it keeps away from. From the profile alone. */
import { addDays, mondayOf, weekdayOf, type Day } from '../days'
import type { Profile } from '../log/log'
import { because, type Reason } from './reasons'
import type { HeavyKind } from '../terms'

export type Role = 'full' | 'lighter' | 'off'

export interface DayRole {
  readonly day: Day
  readonly role: Role
  readonly heavy: readonly HeavyKind[]
  readonly why: readonly Reason[]
}

/** What is heavy about a day, by its weekday and by its date. */
export function heavyOn(profile: Profile, day: Day): HeavyKind[] {
  const weekday = weekdayOf(day)
  const kinds = [
    ...profile.heavyWeekdays.filter((entry) => entry.weekday === weekday).map((entry) => entry.kind),
    ...profile.heavyDates.filter((entry) => entry.day === day).map((entry) => entry.kind),
  ]
  return [...new Set(kinds)]
}

// Lifting loads the hinge: a demanding session stays 24 h away on both sides of it.
function nearLifting(profile: Profile, day: Day): boolean {
  return [-1, 0, 1].some((offset) => heavyOn(profile, addDays(day, offset)).includes('lifting'))
}

const isFree = (profile: Profile, day: Day): boolean =>
  heavyOn(profile, day).length === 0 && !nearLifting(profile, day)

/** The nearest free day of the week that no session holds; the later of two as near. */
function freeDayNear(
  profile: Profile,
  week: readonly Day[],
  from: number,
  taken: ReadonlySet<Day>,
): Day | null {
  for (let distance = 1; distance < week.length; distance++) {
    for (const index of [from + distance, from - distance]) {
      const day = week[index]
      if (day !== undefined && !taken.has(day) && isFree(profile, day)) return day
    }
  }
  return null
}

function keptRole(profile: Profile, day: Day): DayRole {
  const heavy = heavyOn(profile, day)
  if (heavy.includes('lifting')) return { day, role: 'off', heavy, why: [because('lifting-today', {})] }
  const first = heavy[0]
  const why = first ? because('heavy-today', { heavy: first }) : because('heavy-near', { heavy: 'lifting' })
  return { day, role: 'lighter', heavy, why: [why] }
}

/**
 * The roles of the seven days from Monday. A training day that is heavy, or within a day of lifting, gives its
 * session to the nearest free day of the same week; when there is none it holds a lighter one, or on a lifting
 * day none.
 */
export function weekRoles(profile: Profile, anyDay: Day): DayRole[] {
  const week = Array.from({ length: 7 }, (_, index) => addDays(mondayOf(anyDay), index))
  const wanted = week.map((day) => profile.trainingDays.includes(weekdayOf(day)))
  const taken = new Set(week.filter((_, index) => wanted[index]))
  const roles = new Map<Day, DayRole>()
  week.forEach((day, index) => {
    if (!wanted[index]) return
    if (isFree(profile, day)) {
      roles.set(day, { day, role: 'full', heavy: [], why: [] })
      return
    }
    const to = freeDayNear(profile, week, index, taken)
    const heavy = heavyOn(profile, day)
    if (to === null) {
      roles.set(day, keptRole(profile, day))
      return
    }
    taken.add(to)
    roles.set(day, {
      day,
      role: 'off',
      heavy,
      why: [because('moved-to', { day: to, heavy: heavy[0] ?? 'lifting', near: heavy.length === 0 })],
    })
    roles.set(to, { day: to, role: 'full', heavy: [], why: [because('moved-from', { day })] })
  })
  return week.map(
    (day) =>
      roles.get(day) ?? {
        day,
        role: 'off',
        heavy: heavyOn(profile, day),
        why: [because('no-training-day', {})],
      },
  )
}

/** The role of one day. */
export function dayRole(profile: Profile, day: Day): DayRole {
  const role = weekRoles(profile, day)[weekdayOf(day) - 1]
  if (!role) throw new Error('a week has seven days')
  return role
}

/** Days of a week that hold a session, moved ones included. */
export function sessionsAWeek(profile: Profile): number {
  return profile.trainingDays.length
}
