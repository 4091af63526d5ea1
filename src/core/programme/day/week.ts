/** The week as a calendar: what was done, what today asks, and what the days to come hold. */
import { addDays, mondayOf, type Day } from '../days'
import { dayRole, heavyOn } from './calendar'
import { deloadOn } from './deload'
import { readHistory, type History } from '../history/history'
import type { Ladders } from '../ladder/ladder'
import type { Log } from '../log/log'
import { planFrom } from './plan'
import type { PlanKind, PlanItem, RecoveryCard } from './plan-model'
import type { Reason } from './reasons'
import { recoveryOn } from './recovery'
import type { HeavyKind, Light } from '../terms'

export interface WeekDay {
  readonly day: Day
  readonly when: 'past' | 'today' | 'ahead'
  readonly kind: PlanKind
  readonly mode: 'full' | 'less' | 'none'
  readonly heavy: readonly HeavyKind[]
  /** Whether a session is in the log. */
  readonly trained: boolean
  /** The light of the day's session; null without one. */
  readonly light: Light | null
  /** Today's exercises; for days ahead, today's or the next session's with no step, as an outline. */
  readonly items: readonly PlanItem[]
  readonly minutes: number
  readonly recovery: RecoveryCard
  readonly why: readonly Reason[]
}

function pastDay(history: History, day: Day): WeekDay {
  const then: History = { ...history, day }
  const session = history.sessions.findLast((each) => each.entry.day === day)
  return {
    day,
    when: 'past',
    kind: session ? 'done' : 'rest',
    mode: session ? 'full' : 'none',
    heavy: history.profile ? heavyOn(history.profile, day) : [],
    trained: session !== undefined,
    light: session?.light ?? null,
    items: session?.entry.planned ?? [],
    minutes: 0,
    recovery: recoveryOn(then),
    why: [],
  }
}

function today(history: History, ladders: Ladders): WeekDay {
  const plan = planFrom(history, ladders)
  const session = history.sessions.findLast((each) => each.entry.day === history.day)
  return {
    day: history.day,
    when: 'today',
    kind: plan.kind,
    mode: plan.kind !== 'session' ? 'none' : plan.mode === 'work' ? 'full' : 'less',
    heavy: history.profile ? heavyOn(history.profile, history.day) : [],
    trained: session !== undefined,
    light: session?.light ?? plan.light,
    items: plan.items,
    minutes: plan.minutes,
    recovery: plan.recovery,
    why: plan.why,
  }
}

// A day ahead is planned as if nothing more were said until then, so no day promises a step.
function dayAhead(history: History, ladders: Ladders, day: Day): WeekDay {
  const then: History = { ...history, day }
  const plan = planFrom(then, ladders)
  const profile = history.profile
  const less =
    profile !== null &&
    plan.kind === 'session' &&
    (dayRole(profile, day).role === 'lighter' || deloadOn(then, ladders) !== null)
  return {
    day,
    when: 'ahead',
    kind: plan.kind,
    mode: plan.kind !== 'session' ? 'none' : less || plan.mode !== 'work' ? 'less' : 'full',
    heavy: profile ? heavyOn(profile, day) : [],
    trained: false,
    light: null,
    items: plan.items.map((item) => ({
      ...item,
      step: null,
      capacity: false,
      cap: null,
      quiet: false,
      why: [],
    })),
    minutes: plan.minutes,
    recovery: plan.recovery,
    why: plan.why,
  }
}

/** The seven days from the Monday of `anyDay`, seen from `now`. */
export function planWeek(log: Log, anyDay: Day, now: Day, ladders: Ladders): WeekDay[] {
  const history = readHistory(log, now)
  const monday = mondayOf(anyDay)
  return Array.from({ length: 7 }, (_, index) => {
    const day = addDays(monday, index)
    if (day < now) return pastDay(history, day)
    return day === now ? today(history, ladders) : dayAhead(history, ladders, day)
  })
}
