/** What sort of day it is: a session or not, full or less, before any exercise is looked at. */
import { addDays, daysBetween, type Day } from '../days'
import { dayRole, type DayRole } from './calendar'
import { deloadOn } from './deload'
import { separateReds, standingLight, type History } from '../history/history'
import type { Ladders } from '../ladder/ladder'
import { limit } from '../limits'
import type { OverrideEntry, Profile } from '../log/log'
import type { Mode, Plan, PlanKind } from './plan-model'
import { because, type Reason } from './reasons'
import type { Light } from '../terms'

export interface DayState {
  readonly kind: PlanKind
  readonly mode: Exclude<Mode, 'trimmed'>
  readonly light: Light
  readonly why: readonly Reason[]
  readonly offers: Plan['offers']
  /** Whether the person asked for the full session where less was on offer. */
  readonly full: boolean
  readonly declinedDeload: boolean
}

const none = (
  kind: PlanKind,
  light: Light,
  why: readonly Reason[],
  offers: Plan['offers'] = [],
): DayState => ({
  kind,
  light,
  why,
  offers,
  mode: 'work',
  full: false,
  declinedDeload: false,
})

/** What the person asked for today; a wish for a session counts once a session has been done as a new one. */
function wishes(history: History): { train: boolean; full: boolean; lighter: boolean } {
  const today = history.overrides.filter((entry) => entry.day === history.day)
  const done = history.sessions.findLast((session) => session.entry.day === history.day)?.entry.seq ?? -1
  const asked = (what: OverrideEntry['change']['what']) =>
    today.findLast((entry) => entry.change.what === what)?.seq ?? -1
  return {
    train: asked('train') > done,
    full: asked('full') > asked('lighter'),
    lighter: asked('lighter') > asked('full'),
  }
}

/** Last day of walking only after red, or null when no red rests today. */
function redRest(history: History): { readonly day: Day; readonly until: Day } | null {
  const day = history.reds.at(-1)
  if (day === undefined || daysBetween(day, history.day) > limit('red.rest-days')) return null
  return { day, until: addDays(day, limit('red.rest-days')) }
}

function lighterReasons(history: History, role: DayRole, light: Light): Reason[] {
  const checkIn = history.checkIns.get(history.day)
  const why: Reason[] = role.role === 'lighter' ? [...role.why] : []
  if (light === 'amber') why.push(because('amber-lighter', {}))
  if (!checkIn) return why
  if (checkIn.heavyDay && role.role !== 'lighter') why.push(because('heavy-said', {}))
  const poor = checkIn.sleepQuality !== null && checkIn.sleepQuality <= limit('sleep.poor')
  if (checkIn.sleepHours < limit('sleep.short') || poor)
    why.push(because('sleep-poor', { hours: checkIn.sleepHours }))
  if (checkIn.stress >= limit('stress.high')) why.push(because('stress-high', { stress: checkIn.stress }))
  return why
}

/** Whether a session stands open at all: null when it does. */
function withoutSession(history: History, profile: Profile, light: Light): DayState | null {
  if (history.screenRead === null) return none('setup', light, [because('read-page', {})])
  if (history.lastCheckIn?.safety === 'advice') return none('advice', light, [because('safety-advice', {})])
  if (profile.usualPain > limit('pain.usual.most')) {
    return none('advice', light, [
      because('usual-high', { usual: profile.usualPain, most: limit('pain.during.most') }),
    ])
  }
  return null
}

/** Decides the kind of day and how much of the dose it holds. */
export function dayState(history: History, ladders: Ladders): DayState {
  const { light } = standingLight(history)
  const { profile, day } = history
  if (!profile) return none('setup', light, [because('setup', {})])
  const closed = withoutSession(history, profile, light)
  if (closed) return closed

  const wish = wishes(history)
  const red = redRest(history)
  const role = dayRole(profile, day)
  // A set of the person's own, outside of the plan, does not use up the day's session.
  const done = history.sessions.some(({ entry }) => entry.day === day && entry.planned.length > 0)
  if (!wish.train) {
    if (red) return none('recover', light, [because('red-rest', red)], ['train'])
    if (done) return none('done', light, [because('session-done', {})], ['train'])
    if (role.role === 'off') return none('rest', light, role.why, ['train'])
  }
  const deload = deloadOn(history, ladders)
  const lighter = lighterReasons(history, role, light)
  const asked = wish.train ? [because('asked-for-session', {})] : []
  // Red is the one light that a wish for a full session does not lift: the person may train, with less.
  if (red) return { ...none('session', light, [...asked, because('red-rest', red)]), mode: 'lighter' }
  if (wish.full) {
    return {
      ...none('session', light, [...asked, because('asked-for-full', {})], ['lighter']),
      full: true,
      declinedDeload: deload !== null,
    }
  }
  const mode = deload ? 'deload' : lighter.length > 0 || wish.lighter ? 'lighter' : 'work'
  const own = wish.lighter ? [because('asked-for-lighter', {})] : []
  return {
    ...none(
      'session',
      light,
      [...asked, ...(deload ? [deload] : []), ...lighter, ...own],
      [mode === 'work' ? 'lighter' : 'full'],
    ),
    mode,
  }
}

/** What is said whatever the day is. */
export function noticesOn(history: History): Reason[] {
  const notices: Reason[] = []
  const reds = separateReds(history)
  if (reds >= limit('red.seek-count'))
    notices.push(because('seek-advice', { count: reds, days: limit('red.seek-window') }))
  const last = history.sessions.at(-1)?.entry.day
  const away = last === undefined ? 0 : daysBetween(last, history.day)
  if (away >= limit('gap.levels') && (history.screenRead ?? '') <= (last ?? ''))
    notices.push(because('page-again', { days: away }))
  if (history.clockBack) notices.push(because('clock-back', {}))
  return notices
}
