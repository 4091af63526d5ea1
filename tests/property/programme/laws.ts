/**
 * The programme's laws, written a second time from the raw log and apart from the programme's own code, so that
 * a mistake there shows here.
 */
import type { ExerciseId } from '../../../src/core/analysis/model'
import { addDays, daysBetween, type Day } from '../../../src/core/programme/days'
import type { Dose, Level } from '../../../src/core/programme/ladder/ladder'
import type { LogEntry, Profile, SessionEntry, DoneSet } from '../../../src/core/programme/log/log'
import type { Plan, PlanItem } from '../../../src/core/programme/day/plan-model'
import type { Reach } from '../../../src/core/programme/terms'
import { ladders } from '../../../src/exercises/ladders'

const ranks: readonly Reach[] = ['none', 'back', 'buttock', 'above-knee', 'below-knee']
const down = (reach: Reach, usual: Reach) => ranks.indexOf(reach) - ranks.indexOf(usual)
const leg = (reach: Reach) => reach === 'above-knee' || reach === 'below-knee'

export type RawLight = 'green' | 'amber' | 'red'

type Answer = Extract<LogEntry, { kind: 'after' | 'morning' | 'check-in' }>
const isAnswer = (entry: LogEntry): entry is Answer =>
  entry.kind === 'after' || entry.kind === 'morning' || entry.kind === 'check-in'

/** The light of one answer by the table; the whole log tells whether another day was high as well. */
function rawLight(entry: LogEntry, profile: Profile, log: readonly LogEntry[]): RawLight | null {
  if (!isAnswer(entry)) return null
  const usual = profile.usualPain
  const high = (each: Answer) => each.pain >= usual + 3 || each.pain > 6
  const further = down(entry.reach, profile.usualReach) > 0
  if (further && leg(entry.reach)) return 'red'
  if (entry.kind === 'after' && entry.sharp) return 'red'
  const other = log.some((each) => {
    if (!isAnswer(each) || !high(each)) return false
    const apart = daysBetween(each.day, entry.day)
    return apart > 0 && apart <= 3
  })
  if (high(entry) && other) return 'red'
  const green = entry.kind === 'after' ? Math.max(2, Math.min(usual + 1, 4)) : usual + 1
  return entry.pain > green || further ? 'amber' : 'green'
}

const levelOf = (exercise: ExerciseId, id: string): Level => {
  const level = ladders[exercise].levels.find((each) => each.id === id)
  if (!level) throw new Error(`no level ${id}`)
  return level
}
const rungOf = (exercise: ExerciseId, id: string): number =>
  ladders[exercise].levels.findIndex((each) => each.id === id)

const seconds = (level: Level, dose: Dose): number =>
  dose.sets.reduce((sum, set) => sum + set.reps * (level.up + set.hold + set.lower), 0) *
  (level.sided ? 2 : 1)

/** Changes from one dose to another of the same level: axes that went up, and whether one went up by too much. */
function rises(from: Dose, to: Dose): { readonly axes: string[]; readonly tooMuch: boolean } {
  const axes: string[] = []
  let tooMuch = false
  const rise = (axis: string, amount: number, most: number) => {
    if (amount > 1e-9 && !axes.includes(axis)) axes.push(axis)
    if (amount > most + 1e-9) tooMuch = true
  }
  const total = (dose: Dose) => dose.sets.reduce((sum, set) => sum + set.reps, 0)
  // Sets that a person put together otherwise have no counterparts: then all reps are compared.
  if (from.sets.length !== to.sets.length) rise('reps', total(to) - total(from), 1)
  else {
    to.sets.forEach((set, at) => {
      const before = from.sets[at] ?? set
      rise('reps', set.reps - before.reps, 1)
      rise('hold', set.hold - before.hold, 5)
      rise('lower', set.lower - before.lower, 1)
    })
  }
  rise('range', to.range - from.range, 5)
  rise('load', to.load - from.load, 0.5)
  rise('rest', from.rest - to.rest, 5)
  return { axes, tooMuch }
}

function liveSessions(log: readonly LogEntry[]): SessionEntry[] {
  const gone = new Set(log.flatMap((entry) => (entry.kind === 'deletion' ? [entry.target] : [])))
  return log.flatMap((entry) =>
    entry.kind === 'session' && !gone.has(entry.id)
      ? [{ ...entry, sets: entry.sets.filter((set) => !gone.has(set.id)) }]
      : [],
  )
}

function setSeconds(set: DoneSet): number {
  if (set.level === null || set.planned === null) throw new Error('simulated sets are planned')
  const level = levelOf(set.exercise, set.level)
  if (ladders[set.exercise].kind === 'hold') {
    const held = set.holds.reduce((sum, each) => sum + each, 0)
    return set.capacity ? Math.min(held, set.planned.reps * set.planned.hold) : held
  }
  const reps = set.capacity ? Math.min(set.reps, set.planned.reps) : set.reps
  return reps * (level.up + set.planned.hold + set.planned.lower)
}

export interface Violation {
  readonly law: string
  readonly day: Day
  readonly detail: string
}

interface Facts {
  readonly log: readonly LogEntry[]
  readonly sessions: readonly SessionEntry[]
  readonly profile: Profile
  readonly plan: Plan
}

/** Seconds of the looks at a level in the last six weeks, of the weaker side where it has sides; latest last. */
function looks(sessions: readonly SessionEntry[], item: PlanItem, day: Day): number[] {
  const level = levelOf(item.exercise, item.level)
  return sessions
    .filter((session) => daysBetween(session.day, day) <= 42)
    .flatMap((session) => {
      const found = session.sets.filter(
        (set) => set.exercise === item.exercise && set.level === item.level && set.capacity,
      )
      const told = found.filter((set) => set.coverage >= 0.8 && set.stop !== 'user')
      if (told.length === 0) return []
      return told.map((set) =>
        ladders[item.exercise].kind === 'hold'
          ? set.holds.reduce((sum, each) => sum + each, 0)
          : set.reps * (level.up + (set.planned?.hold ?? 0) + (set.planned?.lower ?? 0)),
      )
    })
}

const longest = (level: Level, dose: Dose): number =>
  Math.max(...dose.sets.map((set) => set.reps * (level.up + set.hold + set.lower)))

function weekLaw({ sessions, profile, plan }: Facts, item: PlanItem): string | null {
  const level = levelOf(item.exercise, item.level)
  const since = addDays(plan.day, -35)
  const recent = sessions.filter((session) => session.day >= since)
  const done = recent.flatMap((session) =>
    session.sets
      .filter((set) => set.exercise === item.exercise)
      .map((set) => ({ day: session.day, work: setSeconds(set) })),
  )
  const window = (end: Day) =>
    done.filter(({ day }) => day <= end && daysBetween(day, end) < 7).reduce((sum, { work }) => sum + work, 0)
  let best = seconds(level, level.start) * profile.trainingDays.length
  for (let back = 7; back <= 28; back++) best = Math.max(best, window(addDays(plan.day, -back)))
  const total = window(plan.day) + seconds(level, item.dose)
  const sets = level.start.sets.length * (level.sided ? 2 : 1) * profile.trainingDays.length
  const measured = Math.max(0, ...looks(sessions, item, plan.day)) * 0.8 * sets
  return total > Math.max(best * 1.1, measured) + 1e-6
    ? `${item.exercise}: ${total} s against ${best} s`
    : null
}

/** Full sessions on this level whose answers were good, at exactly this dose where it is given. */
function provenSessions({ log, sessions, profile }: Facts, item: PlanItem, exactly: boolean): number {
  const dose = JSON.stringify(item.base)
  return sessions.filter((session) => {
    const planned = session.planned.find((each) => each.exercise === item.exercise)
    if (planned?.mode !== 'work' || planned.level !== item.level) return false
    if (exactly && JSON.stringify(planned.base) !== dose) return false
    const after = log.find((entry) => entry.kind === 'after' && entry.session === session.id)
    if (after?.kind !== 'after' || rawLight(after, profile, log) !== 'green') return false
    const clean = session.sets.filter((set) => set.exercise === item.exercise && !set.capacity)
    return clean.every(
      (set) => set.grade3 === 0 && set.offForm <= 1 && set.stop !== 'form' && set.coverage >= 0.8,
    )
  }).length
}

/** Laws about one exercise that the programme (not the person) put on the plan. */
function itemLaws(facts: Facts, item: PlanItem): [string, string][] {
  const { log, sessions, profile, plan } = facts
  const found: [string, string][] = []
  const week = weekLaw(facts, item)
  if (week) found.push(['week', week])
  const last = sessions.findLast((session) => session.sets.some((set) => set.exercise === item.exercise))
  const before = last?.planned.find((each) => each.exercise === item.exercise)
  if (!last || !before) return found
  const from = rungOf(item.exercise, before.level)
  const to = rungOf(item.exercise, item.level)
  const change = rises(before.base, item.base)
  const harder = to > from || (to === from && change.axes.length > 0)
  const said = () =>
    JSON.stringify({ before: [before.level, before.base], now: [item.level, item.base], why: item.why })
  const level = levelOf(item.exercise, item.level)
  const known = looks(sessions, item, plan.day)
  if (to > from + 1) found.push(['one-level', said()])
  // Before the first full session the assessment sets the dose: not above what its looks bear, or the level's start.
  const starting = !sessions.some((session) =>
    session.planned.some((each) => each.exercise === item.exercise && each.mode === 'work'),
  )
  if (starting && item.mode === 'work') {
    const most = Math.max(longest(level, level.start), 0.7 * Math.max(0, ...known))
    if (longest(level, item.base) > most + 1e-9) found.push(['start', said()])
  }
  if (!starting && item.mode === 'assess') found.push(['assess-once', said()])
  if (!starting && to === from && (change.axes.length > 1 || change.tooMuch)) found.push(['one-step', said()])
  const more = longest(level, item.base) > longest(level, before.base)
  if (
    !starting &&
    to === from &&
    more &&
    known.length > 0 &&
    longest(level, item.base) > 0.8 * Math.max(...known)
  )
    found.push(['above-limit', said()])
  if (item.capacity && !((item.cap ?? 0) > 0)) found.push(['endless-look', said()])
  if (
    !starting &&
    to > from &&
    seconds(levelOf(item.exercise, item.level), item.base) >
      seconds(levelOf(item.exercise, before.level), before.base)
  ) {
    found.push(['level-work', said()])
  }

  const since = log
    .slice(log.findLastIndex((entry) => entry.id === last.id) + 1)
    .map((entry) => rawLight(entry, profile, log))
  const answered = log.some(
    (entry) =>
      (entry.kind === 'morning' && entry.day === addDays(last.day, 1)) ||
      (entry.kind === 'check-in' && entry.day > last.day && daysBetween(last.day, entry.day) <= 4),
  )
  if (harder && since.some((light) => light === 'red' || light === 'amber'))
    found.push(['progress-on-light', said()])
  if (harder && !starting && !answered) found.push(['progress-on-unknown', said()])
  if (harder && plan.mode !== 'work') found.push(['progress-on-lighter', said()])
  // Two clean sessions carry a step; one, where a set takes less than 0.72 of the best recent look.
  const pulled = known.length > 0 && longest(level, before.base) < 0.72 * Math.max(...known)
  const need = pulled && to === from ? 1 : 2
  if (harder && !starting && provenSessions(facts, before, to === from) < need)
    found.push(['two-for-two', said()])
  const easier =
    to < from ||
    (to === from &&
      seconds(levelOf(item.exercise, item.level), item.base) <
        seconds(levelOf(item.exercise, before.level), before.base))
  const start = levelOf(item.exercise, before.level).start
  const half = { ...start, sets: start.sets.map((set) => ({ ...set, reps: Math.ceil(set.reps / 2) })) }
  const floor =
    from === 0 &&
    seconds(levelOf(item.exercise, before.level), before.base) <=
      seconds(levelOf(item.exercise, before.level), half)
  if (since.includes('red') && (harder || (!easier && !floor))) found.push(['regress-after-red', said()])
  if (daysBetween(last.day, plan.day) >= 14 && harder) found.push(['harder-after-gap', said()])
  return found
}

/** Every law about a plan. */
export function violations(log: readonly LogEntry[], plan: Plan, profile: Profile): Violation[] {
  if (plan.items.length === 0) {
    return plan.kind === 'session' ? [{ law: 'empty-session', day: plan.day, detail: '' }] : []
  }
  const facts: Facts = { log, sessions: liveSessions(log), profile, plan }
  const found = plan.items.filter((item) => !item.overridden).flatMap((item) => itemLaws(facts, item))
  for (const item of plan.items) {
    if (item.dose.sets.length === 0 || item.dose.sets.some((set) => set.reps < 1))
      found.push(['empty-dose', item.exercise])
    if (item.why.length === 0) found.push(['no-reason', item.exercise])
  }
  return found.map(([law, detail]) => ({ law, day: plan.day, detail }))
}
