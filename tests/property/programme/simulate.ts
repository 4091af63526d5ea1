/** Runs a person through the programme day by day and hands every plan to an observer. */
import { addDays, type Day } from '../../../src/core/programme/days'
import type { PlanItem, Plan } from '../../../src/core/programme/day/plan-model'
import type { AfterEntry, LogEntry, OverrideChange, DoneSet } from '../../../src/core/programme/log/log'
import type { Side } from '../../../src/core/pose/frame'
import { planDay } from '../../../src/core/programme/day/plan'
import { ladders } from '../../../src/exercises/ladders'
import { faultOf, limitOf, painOn, type Person } from './people'

const DAYS = 26 * 7

export type Observer = (log: readonly LogEntry[], plan: Plan, index: number) => void

type Body<T> = T extends LogEntry ? Omit<T, 'id' | 'seq' | 'at' | 'zone'> : never

class Diary {
  readonly log: LogEntry[] = []

  add(body: Body<LogEntry>): string {
    const seq = this.log.length + 1
    const id = `e${seq}`
    const at = Date.parse(`${body.day}T12:00:00Z`)
    this.log.push({ ...body, id, seq, at, zone: 'Europe/Berlin' })
    return id
  }
}

function setOf(person: Person, item: PlanItem, index: number, side: Side | null, at: number): DoneSet {
  const { chance } = person
  const ladder = ladders[item.exercise]
  const rung = ladder.levels.findIndex((level) => level.id === item.level)
  const level = ladder.levels[rung]
  const planned = item.dose.sets[at]
  if (!level || !planned) throw new Error('the plan names a level and a set that exist')
  const last = at === item.dose.sets.length - 1
  const most = limitOf(person, level, rung, planned, side, index)
  const capacity = item.capacity && last
  const hold = ladder.kind === 'hold'
  // A look goes on until form gives or its cap comes: reps, or the seconds of one long hold.
  const cap = (item.cap ?? Infinity) / (hold ? planned.hold : 1)
  const asked = capacity ? cap : planned.reps
  const gave = most < asked
  const done = Math.min(most, Math.floor(asked))
  // A session has about ten sets: small chances a set are a chance in five a session.
  const messy = person.kind === 'erratic' ? 0.03 : 0.005
  return {
    id: `s${index}-${item.exercise}-${side ?? 'both'}-${at}`,
    exercise: item.exercise,
    variation: item.variation,
    side,
    level: item.level,
    planned,
    reps: hold && capacity ? Math.min(1, done) : done,
    holds: !hold ? [] : capacity ? [done * planned.hold] : Array.from({ length: done }, () => planned.hold),
    steadyLimit: hold ? (capacity ? done : Math.min(1, done)) * planned.hold : done,
    breakdown: gave ? { check: faultOf(chance, item.exercise), side } : null,
    stop: gave ? 'form' : chance() < messy / 2 ? 'user' : 'plan-complete',
    offForm: gave ? 1 : chance() < messy * 2 ? 2 : 0,
    grade3: chance() < messy / 5 ? 1 : 0,
    recoveryUsed: hold && chance() < messy,
    coverage: chance() < messy ? 0.5 : 0.95,
    sway: 1.5 + chance(),
    shrug: chance() * 5,
    quiet: item.quiet && last,
    capacity,
  }
}

function train(diary: Diary, person: Person, plan: Plan, index: number, pain: number): void {
  const { chance, profile } = person
  const { day } = plan
  const sets = plan.items.flatMap((item) =>
    item.sides.flatMap((side) => item.dose.sets.map((_, at) => setOf(person, item, index, side, at))),
  )
  const session = diary.add({ kind: 'session', day, planned: plan.items, sets })
  if (chance() > person.answers) return
  const after: Body<AfterEntry> = {
    kind: 'after',
    day,
    session,
    pain: Math.min(10, pain + (chance() < 0.2 ? 1 : 0)),
    sharp: chance() < 0.004,
    reach: chance() < 0.004 ? 'above-knee' : profile.usualReach,
    reserve: chance() < 0.05 ? 1 : 3,
    brace: plan.askBrace ? Math.round(chance() * 8) : null,
    gaveOut: 'nothing',
  }
  diary.add(after)
  if (person.kind === 'erratic' && chance() < 0.05) {
    diary.add({ kind: 'deletion', day, target: sets[Math.floor(chance() * sets.length)]?.id ?? session })
  }
}

function wish(person: Person, plan: Plan): OverrideChange | null {
  if (person.kind !== 'eager' || person.chance() > 0.3) return null
  const item = plan.items[Math.floor(person.chance() * plan.items.length)]
  if (!item) return person.chance() < 0.3 ? { what: 'train' } : null
  if (plan.mode !== 'work' && person.chance() < 0.5) return { what: 'full' }
  const sets = item.dose.sets.map((set) => ({ ...set, reps: set.reps + 1 + Math.floor(person.chance() * 5) }))
  return { what: 'dose', exercise: item.exercise, level: item.level, dose: { ...item.base, sets } }
}

function oneDay(diary: Diary, person: Person, day: Day, index: number, observe: Observer): void {
  const { chance, profile } = person
  const pain = painOn(person, index)
  if (chance() < person.answers) {
    const reach = chance() < 0.003 ? 'below-knee' : profile.usualReach
    diary.add({ kind: 'morning', day, pain, stiffnessMinutes: Math.round(chance() * 25), reach })
  } else if (person.kind === 'erratic' && index > 3 && chance() < 0.2) {
    diary.add({
      kind: 'morning',
      day: addDays(day, -1),
      pain,
      stiffnessMinutes: 10,
      reach: profile.usualReach,
    })
  }
  if (chance() < person.answers) {
    const poor = chance() < 0.06
    diary.add({
      kind: 'check-in',
      day,
      pain,
      reach: profile.usualReach,
      safety: chance() < 0.002 ? 'advice' : 'clear',
      sleepHours: poor ? 5 : 7.5,
      sleepQuality: null,
      stress: chance() < 0.05 ? 8 : 3,
      heavyDay: chance() < 0.03,
    })
  }
  let plan = planDay(diary.log, day, ladders)
  observe(diary.log, plan, index)
  const change = wish(person, plan)
  if (change) {
    diary.add({ kind: 'override', day, change })
    plan = planDay(diary.log, day, ladders)
    observe(diary.log, plan, index)
  }
  if (plan.kind === 'session' && chance() < (person.kind === 'erratic' ? 0.75 : 0.95))
    train(diary, person, plan, index, pain)
  for (const item of plan.recovery.items) {
    if (chance() < 0.6) diary.add({ kind: 'recovery', day, item: item.kind, minutes: item.minutes })
  }
}

/** Lives so many days; returns the log. */
export function simulate(person: Person, observe: Observer, days = DAYS): readonly LogEntry[] {
  const diary = new Diary()
  diary.add({ kind: 'screen-read', day: person.start, edition: 1 })
  diary.add({ kind: 'profile', day: person.start, profile: person.profile })
  for (let index = 0; index < days; index++) {
    if (index >= person.away[0] && index <= person.away[1]) continue
    oneDay(diary, person, addDays(person.start, index), index, observe)
  }
  return diary.log
}
