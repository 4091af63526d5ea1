/** What a life looked like from outside, and what many of them have in common. */
import {
  daysBetween,
  trend,
  type Day,
  type Ladder,
  type Log,
  type Plan,
  type PlanItem,
} from '../../src/core/programme'
import { ladders } from '../../src/exercises/ladders'
import { live, WEEKS } from './life'
import { grown, personOf, shareOfLimit, type Person } from './person'
import type { Scenario } from './scenarios'

/** A physiotherapist aims at a dose from here on. */
const AIM_FROM = 0.6
const NEAR_LIMIT = 0.95
/** A true gain from which an announcement is true. */
const TRUE_GAIN = 0.1

type ExerciseId = Ladder['exercise']
type Counts = Record<string, number>

const count = (counts: Counts, key: string, by = 1): void => {
  counts[key] = (counts[key] ?? 0) + by
}

export interface Life {
  /** By week from 0: the mean over exercises of dose ÷ true limit; NaN before the first session. */
  readonly ratios: number[]
  /** By week: weeks that the dose is behind the limit. */
  readonly lags: number[]
  readonly steps: Counts
  readonly modes: Counts
  readonly reasons: Counts
  readonly levels: Record<ExerciseId, number>
  sessions: number
  overLimit: number
  /** Steps and levels up on a day whose light is amber or red. */
  stepsOnLight: number
  wrongStepBacks: number
  /** Of these, those after a red light. */
  wrongByPain: number
  levelsUp: number
  /** Week of the first announcement of a gain, by whether one was there. */
  announcedTrue: number | null
  announcedFalse: number | null
}

interface Asked {
  readonly item: PlanItem
  readonly level: number
  readonly share: number
  readonly day: Day
}

/** Days without a session after which less is right. */
const LONG_GAP_DAYS = 10

const isLook = (item: PlanItem): boolean => item.capacity && item.dose.sets.length === 1

function askedOf(person: Person, item: PlanItem, day: Day, week: number): Asked {
  const ladder = ladders[item.exercise]
  const level = ladder.levels.findIndex(({ id }) => id === item.level)
  const at = ladder.levels[level]
  if (!at) throw new Error(`no level ${item.level}`)
  return { item, level, day, share: shareOfLimit(person, ladder, at, item.base, item.sides, week) }
}

/** How many weeks ago the asked dose would have been what a physiotherapist aims at. */
function lagOf(person: Person, { item, level }: Asked, week: number): number {
  const ladder = ladders[item.exercise]
  const at = ladder.levels[level]
  if (!at) return 0
  for (let back = 0; back < week; back += 0.5) {
    if (shareOfLimit(person, ladder, at, item.base, item.sides, week - back) >= AIM_FROM) return back
  }
  return week
}

class Watcher {
  readonly life: Life
  readonly #person: Person
  readonly #last = new Map<ExerciseId, Asked>()
  readonly #keys = new Map<string, Parameters<typeof trend>[1]>()
  #redSince = false
  #week = 0

  constructor(person: Person) {
    this.#person = person
    this.life = {
      ratios: [],
      lags: [],
      steps: {},
      modes: {},
      reasons: {},
      levels: Object.fromEntries(Object.keys(ladders).map((id) => [id, 0])) as Record<ExerciseId, number>,
      sessions: 0,
      overLimit: 0,
      stepsOnLight: 0,
      wrongStepBacks: 0,
      wrongByPain: 0,
      levelsUp: 0,
      announcedTrue: null,
      announcedFalse: null,
    }
  }

  plan(plan: Plan, week: number, trained: boolean): void {
    const { life } = this
    this.#week = week
    if (plan.light === 'red' || plan.kind === 'recover') this.#redSince = true
    const stepped = plan.items.filter((item) => this.#isMore(item))
    if (plan.light === 'amber' || plan.light === 'red') life.stepsOnLight += stepped.length
    if (!trained) return
    life.sessions++
    count(life.modes, plan.mode)
    let over = false
    for (const item of plan.items) {
      const asked = askedOf(this.#person, item, plan.day, week)
      for (const side of item.sides)
        this.#keys.set(`${item.exercise}/${item.variation}/${side ?? ''}`, {
          exercise: item.exercise,
          variation: item.variation,
          side,
        })
      const [why] = item.why
      if (why) count(life.reasons, why.code)
      if (item.step?.direction === 'more') count(life.steps, item.step.axis)
      const before = this.#last.get(item.exercise)
      if (before) this.#compare(before, asked)
      this.#last.set(item.exercise, asked)
      life.levels[item.exercise] = asked.level
      const ladder = ladders[item.exercise]
      const level = ladder.levels[asked.level]
      if (level && !isLook(item))
        over ||= shareOfLimit(this.#person, ladder, level, item.dose, item.sides, week) > NEAR_LIMIT
    }
    if (over) life.overLimit++
    this.#redSince = false
  }

  week(log: Log, day: Day, week: number): void {
    const { life } = this
    const asked = [...this.#last.values()].filter(({ item }) => !isLook(item))
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, each) => sum + each, 0) / values.length
    life.ratios[week] = mean(asked.map(({ share }) => share))
    life.lags[week] = mean(asked.map((each) => lagOf(this.#person, each, this.#week)))
    const gain = grown(this.#person.scenario.growth, this.#week) - 1
    const field = gain >= TRUE_GAIN ? 'announcedTrue' : 'announcedFalse'
    if (
      life[field] === null &&
      [...this.#keys.values()].some((key) => trend(log, key, day, ladders).verdict === 'up')
    )
      life[field] = week
  }

  #isMore(item: PlanItem): boolean {
    const before = this.#last.get(item.exercise)
    const level = ladders[item.exercise].levels.findIndex(({ id }) => id === item.level)
    return item.step?.direction === 'more' || (before !== undefined && level > before.level)
  }

  /**
   * Nobody here has a flare, and nobody gets weaker without a break: a dose that falls, from one that the person could
   * do, follows noise. Returning after days away is left out.
   */
  #compare(before: Asked, now: Asked): void {
    const { life } = this
    if (now.level > before.level) life.levelsUp++
    if (isLook(before.item) || isLook(now.item) || daysBetween(before.day, now.day) > LONG_GAP_DAYS) return
    const back =
      now.level < before.level ||
      (now.level === before.level && now.share < before.share - 0.02 && !this.#sameDose(before, now))
    if (!back || before.share > 0.85) return
    life.wrongStepBacks++
    if (this.#redSince) life.wrongByPain++
  }

  #sameDose(before: Asked, now: Asked): boolean {
    return JSON.stringify(before.item.base) === JSON.stringify(now.item.base)
  }
}

/** One life of a scenario. */
export function lifeOf(scenario: Scenario, seed: number): Life {
  const person = personOf(scenario, seed)
  const watcher = new Watcher(person)
  live(person, watcher)
  return watcher.life
}

/** Lives of a scenario, as figures. */
export interface Figures {
  readonly scenario: string
  readonly lives: number
  readonly ratio4: number
  readonly ratio12: number
  readonly ratio26: number
  /** Least and most of the weekly means from week 12 on. */
  readonly ratioFrom12: readonly [number, number]
  readonly lag12: number
  readonly lag26: number
  readonly stepsALife: number
  readonly levelsUpALife: number
  readonly stepsByAxis: Readonly<Counts>
  /** Mean place on the ladder at the end, from 1, by exercise. */
  readonly levelAtEnd: Readonly<Counts>
  /** Share of exercises still on the first level at the end. */
  readonly onFirstLevel: number
  readonly modes: Readonly<Counts>
  readonly reasons: Readonly<Counts>
  readonly sessionsALife: number
  readonly wrongStepBacksALife: number
  readonly wrongByPainALife: number
  readonly announcedTrue: number
  /** Announced by week 12. */
  readonly announcedTrueBy12: number
  readonly announcedTrueWeek: number
  readonly announcedFalse: number
  readonly announcedFalseWeek: number
  readonly overLimit: number
  readonly stepsOnLight: number
}

const average = (values: readonly number[]): number => {
  const known = values.filter((value) => !Number.isNaN(value))
  return known.length === 0 ? NaN : known.reduce((sum, value) => sum + value, 0) / known.length
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? NaN

function shares(all: readonly Counts[]): Counts {
  const sums: Counts = {}
  for (const each of all) for (const [key, value] of Object.entries(each)) count(sums, key, value)
  const total = Object.values(sums).reduce((sum, value) => sum + value, 0)
  return Object.fromEntries(
    Object.entries(sums)
      .sort(([, a], [, b]) => b - a)
      .map(([key, value]) => [key, value / total]),
  )
}

export function figuresOf(scenario: Scenario, lives: readonly Life[]): Figures {
  const at = (week: number, of: 'ratios' | 'lags') => average(lives.map((life) => life[of][week] ?? NaN))
  const each = (value: (life: Life) => number) => average(lives.map(value))
  const share = (is: (life: Life) => boolean) => lives.filter(is).length / lives.length
  const late = Array.from({ length: WEEKS - 11 }, (_, index) => at(12 + index, 'ratios'))
  const weeks = (field: 'announcedTrue' | 'announcedFalse') => lives.flatMap((life) => life[field] ?? [])
  const sessions = lives.reduce((sum, life) => sum + life.sessions, 0)
  const levels = lives.flatMap((life) => Object.values(life.levels))
  return {
    scenario: scenario.name,
    lives: lives.length,
    ratio4: at(4, 'ratios'),
    ratio12: at(12, 'ratios'),
    ratio26: at(26, 'ratios'),
    ratioFrom12: [Math.min(...late), Math.max(...late)],
    lag12: at(12, 'lags'),
    lag26: at(26, 'lags'),
    stepsALife: each(({ steps }) => Object.values(steps).reduce((sum, value) => sum + value, 0)),
    levelsUpALife: each((life) => life.levelsUp),
    stepsByAxis: shares(lives.map(({ steps }) => steps)),
    levelAtEnd: Object.fromEntries(
      Object.values(ladders).map(({ exercise }) => [exercise, each((life) => 1 + life.levels[exercise])]),
    ),
    onFirstLevel: levels.filter((level) => level === 0).length / levels.length,
    modes: shares(lives.map(({ modes }) => modes)),
    reasons: shares(lives.map(({ reasons }) => reasons)),
    sessionsALife: each((life) => life.sessions),
    wrongStepBacksALife: each((life) => life.wrongStepBacks),
    wrongByPainALife: each((life) => life.wrongByPain),
    announcedTrue: share((life) => life.announcedTrue !== null),
    announcedTrueBy12: share((life) => life.announcedTrue !== null && life.announcedTrue <= 12),
    announcedTrueWeek: median(weeks('announcedTrue')),
    announcedFalse: share((life) => life.announcedFalse !== null),
    announcedFalseWeek: median(weeks('announcedFalse')),
    overLimit: lives.reduce((sum, life) => sum + life.overLimit, 0) / Math.max(1, sessions),
    stepsOnLight: lives.reduce((sum, life) => sum + life.stepsOnLight, 0),
  }
}

/** The seed of a life: the same whatever other scenarios are lived. */
export const seedOf = (seed: number, index: number): number => (seed * 1_000_003 + index * 7919) >>> 0

/** Lives a scenario. */
export function simulate(scenario: Scenario, lives: number, seed: number): Figures {
  return figuresOf(
    scenario,
    Array.from({ length: lives }, (_, index) => lifeOf(scenario, seedOf(seed, index))),
  )
}
