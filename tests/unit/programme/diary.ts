/** Builds logs for tests: a person with no surprises unless a test says otherwise. */
import type { ExerciseId } from '../../../src/core/analysis/model'
import { addDays, type Day } from '../../../src/core/programme/days'
import type {
  AfterEntry,
  CheckInEntry,
  LogEntry,
  MorningEntry,
  Profile,
  DoneSet,
} from '../../../src/core/programme/log/log'
import { planDay } from '../../../src/core/programme/day/plan'
import type { Plan, PlanItem } from '../../../src/core/programme/day/plan-model'
import type { Ladder, Ladders } from '../../../src/core/programme/ladder/ladder'
import { ladders } from '../../../src/exercises/ladders'

export const profile: Profile = {
  usualPain: 1,
  usualReach: 'back',
  avoid: [],
  trainingDays: [1, 3, 5],
  heavyWeekdays: [],
  heavyDates: [],
  weightUnit: 'kg',
}

const { 'side-plank': sidePlank, 'bird-dog': birdDog, bridge } = ladders
/** The exercises that the expectations of these tests are written for: one more in Keel leaves them true. */
export const expectedLadders: Ladders = { 'side-plank': sidePlank, 'bird-dog': birdDog, bridge }

/** A Monday. */
export const monday: Day = '2026-03-02'

type Body<T> = T extends LogEntry ? Omit<T, 'id' | 'seq' | 'at' | 'zone'> : never

/** What happens to a set; `undefined` leaves it done as planned. */
export type Change = (set: DoneSet, item: PlanItem, index: number) => Partial<DoneSet> | undefined

export class Diary {
  log: LogEntry[] = []
  readonly #ladders: Ladders

  constructor(mine: Partial<Profile> = {}, day: Day = monday, planned: Ladders = expectedLadders) {
    this.#ladders = planned
    this.add({ kind: 'screen-read', day, edition: 1 })
    this.add({ kind: 'profile', day, profile: { ...profile, ...mine } })
  }

  /**
   * A programme that runs already, as it was written before there was an assessment: one session at the start of
   * the first level three days before, with no answer to reserve, so that it is no pass.
   */
  static running(mine: Partial<Profile> = {}, day: Day = monday): Diary {
    const before = addDays(day, -3)
    const diary = new Diary(mine, before)
    const planned = Object.values(expectedLadders).map((ladder) => startItem(ladder))
    const sets = planned.flatMap((item) => setsOf(expectedLadders, item, before, () => undefined))
    const session = diary.add({ kind: 'session', day: before, planned, sets })
    const { usualPain: pain, usualReach: reach } = { ...profile, ...mine }
    const answers = { sharp: false, reserve: null, brace: null, gaveOut: 'nothing' as const }
    diary.add({ kind: 'after', day: before, session, pain, reach, ...answers })
    diary.morning(addDays(before, 1), { pain, reach })
    return diary
  }

  add(body: Body<LogEntry>): string {
    const seq = this.log.length + 1
    const id = `e${seq}`
    this.log = [
      ...this.log,
      { ...body, id, seq, at: Date.parse(`${body.day}T18:00:00Z`), zone: 'Europe/Berlin' },
    ]
    return id
  }

  plan(day: Day): Plan {
    return planDay(this.log, day, this.#ladders)
  }

  item(day: Day, exercise: ExerciseId): PlanItem {
    const item = this.plan(day).items.find((each) => each.exercise === exercise)
    if (!item) throw new Error(`no ${exercise} on ${day}`)
    return item
  }

  checkIn(day: Day, answers: Partial<CheckInEntry> = {}): void {
    this.add({
      kind: 'check-in',
      day,
      pain: 1,
      reach: 'back',
      safety: 'clear',
      sleepHours: 8,
      sleepQuality: null,
      stress: 2,
      heavyDay: false,
      ...answers,
    })
  }

  morning(day: Day, answers: Partial<MorningEntry> = {}): void {
    this.add({ kind: 'morning', day, pain: 1, stiffnessMinutes: 5, reach: 'back', ...answers })
  }

  /** Does the day's session as planned, with a change to sets; answers after it and on the next morning. */
  train(
    day: Day,
    change: Change = () => undefined,
    answers: Partial<AfterEntry> = {},
    morning: Partial<MorningEntry> | null = {},
  ): string {
    const { items } = this.plan(day)
    if (items.length === 0) throw new Error(`no session on ${day}`)
    const sets = items.flatMap((item) => setsOf(this.#ladders, item, day, change))
    const session = this.add({ kind: 'session', day, planned: items, sets })
    this.add({
      kind: 'after',
      day,
      session,
      pain: 1,
      sharp: false,
      reach: 'back',
      reserve: 3,
      brace: null,
      gaveOut: 'nothing',
      ...answers,
    })
    if (morning) this.morning(addDays(day, 1), morning)
    return session
  }

  /** Trains on each of the days. */
  trainOn(days: readonly Day[], change?: Change): void {
    for (const day of days) this.train(day, change)
  }
}

/** A plan's item at the start of a ladder, as it was kept before there were caps and looks. */
function startItem(ladder: Ladder): PlanItem {
  const [level] = ladder.levels
  if (!level) throw new Error('a ladder has levels')
  const { hold, lower } = level.start.sets[0] ?? { hold: 0, lower: 0 }
  return {
    exercise: ladder.exercise,
    level: level.id,
    variation: level.variation,
    sides: level.sided ? ['left', 'right'] : [null],
    base: level.start,
    dose: level.start,
    mode: 'work',
    step: null,
    tempo: { up: level.up, hold, down: lower },
    capacity: false,
    quiet: false,
    overridden: false,
    declinedDeload: false,
    why: [],
    basis: [],
  }
}

/** An item's sets, done as planned; a look at the limit is taken only where a change says how it went. */
function setsOf(ladders: Ladders, item: PlanItem, day: Day, change: Change): DoneSet[] {
  return item.sides.flatMap((side) =>
    item.dose.sets.map((planned, index): DoneSet => {
      const hold = ladders[item.exercise].kind === 'hold'
      const set: DoneSet = {
        id: `${day}-${item.exercise}-${side ?? 'both'}-${index}`,
        exercise: item.exercise,
        variation: item.variation,
        side,
        level: item.level,
        planned,
        reps: planned.reps,
        holds: hold ? Array.from({ length: planned.reps }, () => planned.hold) : [],
        steadyLimit: hold ? planned.hold : planned.reps,
        breakdown: null,
        stop: 'plan-complete',
        offForm: 0,
        grade3: 0,
        recoveryUsed: false,
        coverage: 1,
        sway: 2,
        shrug: 2,
        quiet: item.quiet && index === item.dose.sets.length - 1,
        capacity: false,
      }
      return { ...set, ...change(set, item, index) }
    }),
  )
}

/** Form gives after so many seconds under tension of a look, in each exercise that is named. */
export function limits(seconds: Readonly<Partial<Record<ExerciseId, number>>>): Change {
  return (set, item, index) => {
    const most = seconds[set.exercise]
    if (most === undefined || !item.capacity || index !== item.dose.sets.length - 1) return undefined
    const { up, hold, down } = item.tempo
    const cap = item.cap ?? Infinity
    const kept = up === 0 ? most : Math.floor(most / (up + hold + down))
    const done = Math.min(kept, cap)
    const gave = kept < cap
    return {
      capacity: true,
      reps: up === 0 ? Number(done > 0) : done,
      holds: up === 0 ? [done] : [],
      steadyLimit: done,
      stop: gave ? 'form' : 'plan-complete',
      breakdown: gave ? { check: 'hip-sag', side: set.side } : null,
    }
  }
}

/** Monday, Wednesday and Friday of a number of weeks. */
export function sessionDays(weeks: number, from: Day = monday): Day[] {
  return Array.from({ length: weeks * 3 }, (_, index) =>
    addDays(from, Math.floor(index / 3) * 7 + (index % 3) * 2),
  )
}

/** Form gives after so many reps in every set of an exercise. */
export function gives(
  exercise: ExerciseId,
  after: number,
  check: 'lumbar-extension' | 'hip-sag' = 'lumbar-extension',
): Change {
  return (set) => {
    if (set.exercise !== exercise || set.reps <= after) return undefined
    const hold = set.holds.length > 0
    return {
      reps: after,
      holds: set.holds.slice(0, after),
      steadyLimit: hold ? (set.holds[0] ?? 0) : after,
      breakdown: { check, side: null },
      stop: 'form',
      offForm: 2,
    }
  }
}
