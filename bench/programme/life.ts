/**
 * Lives of people through 26 weeks, day by day, against the programme's public index only: the log goes in, a plan
 * comes out. What the person then does and says is added as the app would add it.
 */
import {
  addDays,
  append,
  daysBetween,
  planDay,
  type AfterEntry,
  type Day,
  type DoneSet,
  type Log,
  type LogEntry,
  type Plan,
  type PlanItem,
  type Profile,
} from '../../src/core/programme'
import { ladders } from '../../src/exercises/ladders'
import { roomOf, type Person, type Side } from './person'

export const WEEKS = 26
const START: Day = '2026-01-05' // a Monday
/** Days for which the app still asks for a missed morning. */
const MORNING_ASKED_DAYS = 2

type Body<T> = T extends LogEntry ? Omit<T, 'id' | 'seq' | 'at' | 'zone'> : never

/** The log, and the ids that the device would give. Whatever the programme refuses is an error of the simulation. */
class Diary {
  log: Log = []
  #seq = 0

  add(body: Body<LogEntry>): string {
    const seq = ++this.#seq
    const id = `e${seq}`
    const entry = { ...body, id, seq, at: Date.parse(`${body.day}T20:00:00Z`), zone: 'Europe/Berlin' }
    const added = append(this.log, entry, body.day)
    if (!added.ok) throw new Error(`${body.kind}: ${added.faults.map(({ text }) => text).join(' ')}`)
    this.log = added.log
    return id
  }
}

export interface Observer {
  /** Every plan that the person saw, before anything is done. */
  readonly plan: (plan: Plan, week: number, trained: boolean) => void
  /** At the end of each week. */
  readonly week: (log: Log, day: Day, week: number) => void
}

/** The true pain of every day, not rounded: a mood that lasts for days. */
function painsOf({ chance, scenario }: Person, days: number): number[] {
  const lasting = 0.5
  let mood = chance.normal()
  return Array.from({ length: days }, () => {
    mood = lasting * mood + Math.sqrt(1 - lasting ** 2) * chance.normal()
    return scenario.usualPain + scenario.painSd * mood
  })
}

const told = (pain: number): number => Math.min(10, Math.max(0, Math.round(pain)))

/** A plan may name a cap for a set that runs until form gives. */
const capOf = (item: PlanItem): number => (item as { cap?: number | null }).cap ?? Infinity

interface Today {
  /** Weeks of growth behind the person. */
  readonly trainedWeeks: number
  /** Today's capacity against the usual one. */
  readonly form: number
}

function setsOf(
  person: Person,
  item: PlanItem,
  today: Today,
  name: string,
): { sets: DoneSet[]; left: number } {
  const { chance, scenario } = person
  const ladder = ladders[item.exercise]
  const level = ladder.levels.find(({ id }) => id === item.level)
  if (!level) throw new Error(`no level ${item.level}`)
  let left = 5
  const sets = item.sides.flatMap((side: Side | null) =>
    roomOf(person, ladder, level, item.dose, side, today.trainedWeeks, today.form).map(
      (room, at): DoneSet => {
        const planned = item.dose.sets[at]
        if (!planned) throw new Error('a room without a set')
        const capacity = item.capacity && at === item.dose.sets.length - 1
        const isHold = ladder.kind === 'hold'
        const possible = Math.floor(room.reps)
        const unseen = chance.happens(scenario.cameraFaults)
        // A look at a hold's limit is one long hold; of reps it is as many as form allows.
        const looked = Math.min(capOf(item), isHold ? Math.floor(room.seconds) : possible)
        const reps = capacity
          ? isHold
            ? Number(looked >= planned.hold - 1)
            : looked
          : Math.min(possible, planned.reps)
        const holds = !isHold
          ? []
          : capacity
            ? [looked]
            : [
                ...Array.from({ length: reps }, () => planned.hold),
                // The hold in which it gave.
                ...(reps < planned.reps ? [Math.floor((room.reps - reps) * planned.hold)] : []),
              ]
        const gave = capacity ? looked < capOf(item) : reps < planned.reps
        if (!capacity) left = Math.min(left, Math.max(0, possible - planned.reps))
        else if (gave) left = 0
        return {
          id: `${name}-${item.exercise}-${side ?? 'both'}-${at}`,
          exercise: item.exercise,
          variation: item.variation,
          side,
          level: item.level,
          planned,
          reps,
          holds,
          steadyLimit: isHold ? Math.max(0, ...holds) : reps,
          breakdown: gave && !unseen ? { check: checkOf(person, item), side: side ?? person.weaker } : null,
          stop: gave ? (unseen ? 'user' : 'form') : 'plan-complete',
          offForm: gave && !unseen ? 1 : 0,
          grade3: 0,
          recoveryUsed: isHold && chance.happens(0.01),
          coverage: unseen ? 0.4 : 0.95,
          sway: 1.5 + chance.even(),
          shrug: chance.even() * 5,
          quiet: item.quiet && at === item.dose.sets.length - 1,
          capacity,
        }
      },
    ),
  )
  return { sets, left }
}

type Check = NonNullable<DoneSet['breakdown']>['check']

/** Mostly the person's own weak link, sometimes another check. */
function checkOf({ chance, weakLink }: Person, item: PlanItem): Check {
  const checks = Object.keys(ladders[item.exercise].eases)
  return chance.happens(0.7)
    ? weakLink[item.exercise]
    : (checks[Math.floor(chance.even() * checks.length)] ?? weakLink[item.exercise])
}

function profileOf({ scenario }: Person): Profile {
  return {
    usualPain: scenario.usualPain,
    usualReach: 'back',
    avoid: [],
    trainingDays: scenario.trainingDays,
    heavyWeekdays: [],
    heavyDates: [],
    weightUnit: 'kg',
  }
}

/** Lives 26 weeks and shows every plan to the observer. */
export function live(person: Person, observer: Observer): void {
  const { scenario, chance } = person
  const diary = new Diary()
  diary.add({ kind: 'screen-read', day: START, edition: 1 })
  diary.add({ kind: 'profile', day: START, profile: profileOf(person) })
  const pains = painsOf(person, WEEKS * 7 + 1)
  const painAt = (day: Day): number => told(pains[daysBetween(START, day)] ?? scenario.usualPain)
  const [awayFrom, awayWeeks] = scenario.away ?? [Infinity, 0]
  let lastSession: Day | null = null
  let answered = true

  for (let index = 0; index < WEEKS * 7; index++) {
    const day = addDays(START, index)
    const week = index / 7
    if (index > 0 && index % 7 === 0) observer.week(diary.log, addDays(day, -1), week)
    const away = week >= awayFrom && week < awayFrom + awayWeeks
    const weekday = ((index % 7) + 1) as (typeof scenario.trainingDays)[number]
    const opens = !away && (!scenario.opensOnTrainingDays || scenario.trainingDays.includes(weekday))
    // What is not trained does not grow; three weeks away cost what about two had brought.
    const awayBefore = Math.min(Math.max(0, week - awayFrom), awayWeeks)
    const today: Today = {
      trainedWeeks: Math.max(0, week - awayBefore * 1.6),
      form: Math.exp(scenario.dayNoise * chance.normal()),
    }
    if (opens) {
      const morning = lastSession === null ? null : addDays(lastSession, 1)
      if (morning !== null && !answered && morning <= day) {
        const asked = daysBetween(morning, day) < MORNING_ASKED_DAYS
        answered = true
        if (asked && chance.happens(scenario.mornings))
          diary.add({
            kind: 'morning',
            day: morning,
            pain: painAt(morning),
            stiffnessMinutes: Math.round(chance.even() * 20),
            reach: 'back',
          })
      }
      // People train on their days; on the others they open the app for the morning's question.
      if (!scenario.trainingDays.includes(weekday)) continue
      let plan = planDay(diary.log, day, ladders)
      if (plan.kind === 'session' && chance.happens(scenario.checkIns)) {
        diary.add({
          kind: 'check-in',
          day,
          pain: told((pains[index] ?? 0) + scenario.dayAbove),
          reach: 'back',
          safety: 'clear',
          sleepHours: chance.happens(0.05) ? 5 : 7.5,
          sleepQuality: null,
          stress: chance.happens(0.04) ? 8 : 3,
          heavyDay: false,
        })
        plan = planDay(diary.log, day, ladders)
      }
      const trains = plan.kind === 'session' && chance.happens(scenario.adherence)
      observer.plan(plan, today.trainedWeeks, trains)
      if (trains) {
        train(diary, person, plan, today, pains[index] ?? 0)
        lastSession = day
        answered = false
      }
    }
  }
  observer.week(diary.log, addDays(START, WEEKS * 7 - 1), WEEKS)
}

function train(diary: Diary, person: Person, plan: Plan, today: Today, pain: number): void {
  const { chance, scenario } = person
  const { day } = plan
  const done = plan.items.map((item) => setsOf(person, item, today, day))
  const session = diary.add({
    kind: 'session',
    day,
    planned: plan.items,
    sets: done.flatMap(({ sets }) => sets),
  })
  const reserve = Math.min(...done.map(({ left }) => left))
  const after: Body<AfterEntry> = {
    kind: 'after',
    day,
    session,
    // The worst during a session lies a little above the day's pain.
    pain: told(pain + scenario.dayAbove + scenario.painSd * 0.5 * Math.abs(chance.normal())),
    sharp: false,
    reach: 'back',
    reserve: chance.happens(0.03) ? null : reserve,
    brace: plan.askBrace ? 3 : null,
    gaveOut: 'nothing',
  }
  if (!chance.happens(0.03)) diary.add(after)
}
