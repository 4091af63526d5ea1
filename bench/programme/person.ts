/**
 * A person: what the body can do, what the back feels, and how it is told. All of it is hidden from the programme.
 *
 * Capacity is seconds under tension in one fresh set of the exercise's reference variation. A harder variation, more
 * range or weight loads more, and endurance falls with a power of the load, as in static endurance curves
 * (Rohmert 1960; Frey Law & Avin 2010, Ergonomics 53:109). Fatigue of a set fades in the rest after it.
 */
import type { Ladder, Level, Dose, SetDose } from '../../src/core/programme'
import { ladders } from '../../src/exercises/ladders'
import { chanceOf, type Chance } from './chance'
import type { Growth, Scenario } from './scenarios'

type ExerciseId = Ladder['exercise']
export type Side = 'left' | 'right'

interface Body {
  /** Least and most of the first capacity, seconds. */
  readonly first: readonly [number, number]
  /** Load of a variation against the reference one. */
  readonly loads: Readonly<Record<string, number>>
  /** Share of the load that ten degrees less range take away, and that a kilogram adds. */
  readonly tenDegrees: number
  readonly kilogram: number
}

const bodies: Readonly<Record<string, Body>> = {
  'bird-dog': {
    first: [80, 140],
    loads: { 'arm-only': 0.82, 'leg-only': 0.9, 'opposite-pair': 1 },
    tenDegrees: 0.05,
    kilogram: 0.2,
  },
  bridge: {
    first: [90, 170],
    loads: { 'double-leg': 1, march: 1.25, 'single-leg': 1.4 },
    tenDegrees: 0.06,
    kilogram: 0.04,
  },
  'side-plank': { first: [28, 50], loads: { knees: 1, feet: 1.3 }, tenDegrees: 0, kilogram: 0 },
}
const otherBody: Body = { first: [60, 120], loads: {}, tenDegrees: 0.05, kilogram: 0.05 }

export interface Person {
  readonly scenario: Scenario
  readonly chance: Chance
  readonly weaker: Side
  readonly weakerShare: number
  readonly capacity: Readonly<Record<ExerciseId, number>>
  /** Exponent of endurance over load. */
  readonly steepness: number
  /** Seconds in which two thirds of the fatigue fade. */
  readonly recovery: number
  /** Share of a second of moving that counts as a second of holding. */
  readonly moving: number
  /** What tends to give first, by exercise. */
  readonly weakLink: Readonly<Record<ExerciseId, string>>
}

const byExercise = <T>(value: (ladder: Ladder) => T): Readonly<Record<ExerciseId, T>> =>
  Object.fromEntries(Object.values(ladders).map((ladder) => [ladder.exercise, value(ladder)])) as Record<
    ExerciseId,
    T
  >

export function personOf(scenario: Scenario, seed: number): Person {
  const chance = chanceOf(seed)
  const { happens, between, even } = chance
  return {
    scenario,
    chance,
    weaker: happens(0.5) ? 'left' : 'right',
    weakerShare: scenario.weakerShare ?? (happens(0.2) ? between(0.75, 0.9) : between(0.9, 1)),
    capacity: byExercise(({ exercise }) => {
      const [least, most] = (bodies[exercise] ?? otherBody).first
      return between(least, most) * scenario.strength
    }),
    steepness: between(1.3, 1.9),
    recovery: between(14, 26),
    moving: between(0.8, 1),
    weakLink: byExercise(({ eases }) => {
      const checks = Object.keys(eases)
      return checks[Math.floor(even() * checks.length)] ?? 'sway'
    }),
  }
}

/** How many times the first capacity there is after so many weeks of training. */
export function grown({ gain, weeks, after }: Growth, week: number): number {
  const pace = gain / weeks
  return 1 + pace * Math.min(week, weeks) + pace * after * Math.max(0, week - weeks)
}

/** What a set costs, and what there is to spend. */
interface Limits {
  /** Cost in seconds of one rep or hold of this length, with the breath before the next. */
  readonly rep: (set: SetDose) => number
  /** Seconds in one fresh set. */
  readonly fresh: number
}

const PAUSE_SHARE = 0.3

/** What a side can do on a level. @param week weeks of growth behind the person */
function limitsOf(
  person: Person,
  ladder: Ladder,
  level: Level,
  dose: Dose,
  side: Side | null,
  week: number,
): Limits {
  const body = bodies[ladder.exercise] ?? otherBody
  const load =
    (body.loads[level.variation] ?? 1) *
    (1 + (body.tenDegrees * dose.range) / 10) *
    (1 + body.kilogram * dose.load)
  // Reps that alternate sides end with the weaker one.
  const share = side === null || side === person.weaker ? person.weakerShare : 1
  const pause = ladder.kind === 'hold' ? 3 : 1
  return {
    fresh:
      (person.capacity[ladder.exercise] * grown(person.scenario.growth, week) * share) /
      load ** person.steepness,
    rep: ({ hold, lower }) => {
      const tension = hold + person.moving * (level.up + lower)
      return Math.max(0.5 * tension, tension - PAUSE_SHARE * pause)
    },
  }
}

export interface SetRoom {
  /** Reps or holds of the planned length until form gives in this set, not whole; after the sets before it. */
  readonly reps: number
  /** Seconds of one hold without a pause. */
  readonly seconds: number
}

/** How far each set can go, when the sets before it are done as far as asked or possible. */
export function roomOf(
  person: Person,
  ladder: Ladder,
  level: Level,
  dose: Dose,
  side: Side | null,
  week: number,
  today = 1,
): SetRoom[] {
  const limits = limitsOf(person, ladder, level, dose, side, week)
  const fresh = limits.fresh * today
  let tired = 0
  return dose.sets.map((set) => {
    const left = Math.max(0, fresh - tired)
    const reps = left / limits.rep(set)
    const spent = tired + Math.min(reps, set.reps) * limits.rep(set)
    tired = spent * Math.exp(-dose.rest / person.recovery)
    return { reps, seconds: left }
  })
}

/** The asked dose as a share of what the person can truly do at this level: of the set that comes nearest. */
export function shareOfLimit(
  person: Person,
  ladder: Ladder,
  level: Level,
  dose: Dose,
  sides: readonly (Side | null)[],
  week: number,
): number {
  return Math.max(
    ...sides.flatMap((side) =>
      roomOf(person, ladder, level, dose, side, week).map(
        ({ reps }, at) => (dose.sets[at]?.reps ?? 0) / Math.max(reps, 1e-6),
      ),
    ),
  )
}
