/** Checks whether a value is an entry that the log may take. Reports faults as values, and never throws. */
import { exerciseIds } from '../../compiled/exercise-ids'
import { dayOf, isDay, isZone, type Day } from '../days'
import type { DoneSet, LogEntry, OverrideChange } from './log'
import { painLimits, sessionMinutes, type Lock } from '../prescription/prescription'
import { reaches } from '../terms'
import {
  and,
  choice,
  fault,
  flag,
  list,
  maybe,
  mayLack,
  number,
  record,
  text,
  type Check,
  type EntryFault,
} from './validators'

export type { EntryFault } from './validators'

export type Validated =
  | { readonly ok: true; readonly entry: LogEntry }
  | { readonly ok: false; readonly faults: readonly EntryFault[] }

const day: Check = (value, path) =>
  isDay(value) ? [] : fault(path, 'not-a-day', `${path} must be a day such as 2026-03-01.`)
const zone: Check = (value, path) =>
  isZone(value) ? [] : fault(path, 'not-a-zone', `${path} must be a time zone such as Europe/Berlin.`)

const exercise = choice(exerciseIds)
const side = maybe(choice(['left', 'right']))
const pain = number(0, 10)
const reach = choice(reaches)
const heavy = choice(['meetings', 'drive', 'travel', 'lifting'])
const weekday = choice([1, 2, 3, 4, 5, 6, 7])

// The bounds are those of the possible, far beyond what a plan asks for.
const setDose = record({ reps: number(0, 200, true), hold: number(0, 600), lower: number(0, 60) })
const dose = record({
  sets: and(list(setDose, 20), (value, path) =>
    (value as unknown[]).length > 0 ? [] : fault(path, 'out-of-range', `${path} is empty.`),
  ),
  rest: number(0, 900),
  range: number(-90, 0),
  load: number(0, 50),
})

const steady: Check = (value, path) => {
  const set = value as DoneSet
  const most = set.holds.length > 0 ? Math.max(...set.holds) : set.reps
  return set.steadyLimit > most + 1e-6
    ? fault(
        path,
        'contradiction',
        `${path} has a steady limit of ${set.steadyLimit}, more than the ${most} that were done.`,
      )
    : []
}

const set = and(
  record({
    id: text(100),
    exercise,
    variation: text(60),
    side,
    level: maybe(text(60)),
    planned: maybe(setDose),
    reps: number(0, 200, true),
    holds: list(number(0, 1800), 200),
    steadyLimit: number(0, 1800),
    breakdown: maybe(record({ check: text(60), side })),
    stop: choice(['form', 'user', 'left-frame', 'plan-complete', 'tracking', 'pain']),
    offForm: number(0, 200, true),
    grade3: number(0, 200, true),
    recoveryUsed: flag,
    coverage: number(0, 1),
    sway: maybe(number(-1000, 1000)),
    shrug: maybe(number(-1000, 1000)),
    quiet: flag,
    capacity: flag,
  }),
  steady,
)

const distinctIds: Check = (value, path) => {
  const ids = (value as DoneSet[]).map((each) => each.id)
  return new Set(ids).size === ids.length
    ? []
    : fault(path, 'same-id', 'Two sets of the session have the same id.')
}

const item = record({
  exercise,
  level: text(60),
  variation: text(60),
  sides: list(side, 2),
  base: dose,
  dose,
  mode: choice(['work', 'assess', 'lighter', 'deload', 'trimmed']),
  capacity: flag,
  quiet: flag,
  overridden: flag,
  declinedDeload: flag,
  why: list(record({ code: text(60) }), 50),
  basis: list(text(100), 50),
})

const changes: Readonly<Record<OverrideChange['what'], Check>> = {
  train: record({}),
  full: record({}),
  lighter: record({}),
  skip: record({ exercise }),
  dose: record({ exercise, level: text(60), dose }),
}

const change = and(record({ what: choice(Object.keys(changes)) }), (value, path) =>
  changes[(value as OverrideChange).what](value, path),
)

const position = choice(['kneeling', 'wrists', 'shoulder', 'lying-on-back'])
const levels = list(record({ exercise, level: text(60) }), 20)
const locks: Readonly<Record<Lock['what'], Check>> = {
  exercise: record({ exercise }),
  side: record({ exercise, side: choice(['left', 'right']) }),
  position: record({ position }),
}
const lock = and(record({ what: choice(Object.keys(locks)) }), (value, path) =>
  locks[(value as Lock).what](value, path),
)
const prescription = record({
  start: levels,
  ceiling: levels,
  locks: list(lock, 20),
  painLimit: maybe(number(painLimits.least, painLimits.most)),
  minutes: maybe(choice(sessionMinutes)),
})

const profile = record({
  usualPain: pain,
  usualReach: reach,
  avoid: list(position, 4),
  trainingDays: list(weekday, 7),
  heavyWeekdays: list(record({ weekday, kind: heavy }), 28),
  heavyDates: list(record({ day, kind: heavy }), 1000),
  weightUnit: choice(['kg', 'lb']),
  prescription: mayLack(maybe(prescription)),
})

/** What each kind of entry holds besides the base: a kind that is missing here does not compile. */
const bodies: Readonly<Record<LogEntry['kind'], Check>> = {
  profile: record({ profile }),
  'screen-read': record({ edition: number(1, 1000, true) }),
  'check-in': record({
    pain,
    reach,
    safety: choice(['clear', 'advice']),
    sleepHours: number(0, 24),
    sleepQuality: maybe(number(0, 10)),
    stress: number(0, 10),
    heavyDay: flag,
  }),
  session: record({ planned: list(item, 10), sets: and(list(set, 100), distinctIds) }),
  after: record({
    session: text(100),
    pain,
    sharp: flag,
    reach,
    reserve: maybe(number(0, 5)),
    brace: maybe(number(0, 10)),
    gaveOut: choice(['nothing', 'side', 'shoulder', 'neck', 'back', 'breath', 'legs']),
  }),
  morning: record({ pain, stiffnessMinutes: number(0, 1440), reach }),
  override: record({ change }),
  plan: record({ plan: record({ day, kind: text(20), items: list(item, 10) }) }),
  recovery: record({ item: choice(['walk', 'lying', 'mobility']), minutes: number(0, 600) }),
  deletion: record({ target: text(100) }),
  'set-aside': record({ entry: record({ kind: text(20), id: text(100) }) }),
}

const base = record({
  id: text(100),
  seq: number(0, Number.MAX_SAFE_INTEGER, true),
  day,
  zone,
  at: number(0, 253402300799999), // to the end of the year 9999
  kind: choice(Object.keys(bodies)),
})

const notAhead =
  (today: Day): Check =>
  (value, path) => {
    const entry = value as LogEntry
    if (entry.day > today)
      return fault(path || 'day', 'day-ahead', `The entry is for ${entry.day}, but today is ${today}.`)
    const written = dayOf(entry.at, entry.zone)
    return entry.day > written
      ? fault(path || 'day', 'day-ahead', `The entry is for ${entry.day}, but it was written on ${written}.`)
      : []
  }

/**
 * Checks a value that is to become an entry.
 * @param today the person's own day; an entry of a later day is refused
 */
export function validateEntry(value: unknown, today: Day): Validated {
  const body: Check = (each, path) => bodies[(each as LogEntry).kind](each, path)
  const faults = and(and(base, body), notAhead(today))(value, '')
  return faults.length > 0 ? { ok: false, faults } : { ok: true, entry: value as LogEntry }
}
