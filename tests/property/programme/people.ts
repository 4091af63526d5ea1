/** Simulated people: bodies with limits, backs with moods, and habits of answering. Chance comes from a seed. */
import { ladders } from '../../../src/exercises/ladders'
import type { CheckId, ExerciseId } from '../../../src/core/analysis/model'
import type { Side } from '../../../src/core/pose/frame'
import { addDays, type Day, type Weekday } from '../../../src/core/programme/days'
import type { Level, SetDose } from '../../../src/core/programme/ladder/ladder'
import type { Profile } from '../../../src/core/programme/log/log'

export type Chance = () => number

/** A small seeded generator (mulberry32), 0 to 1. */
export function seeded(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const kinds = ['improver', 'plateau', 'flare', 'one-sided', 'erratic', 'eager', 'away'] as const
export type Kind = (typeof kinds)[number]

export interface Person {
  readonly kind: Kind
  readonly chance: Chance
  readonly profile: Profile
  readonly start: Day
  /** Days since the start on which the person is away, from and to. */
  readonly away: readonly [number, number]
  /** Days since the start of a flare, from and to. */
  readonly flare: readonly [number, number]
  /** Reps of a set on the first level, and what a week adds. */
  readonly strength: number
  readonly growth: number
  readonly answers: number
}

const between = (chance: Chance, low: number, high: number): number => low + chance() * (high - low)
const whole = (chance: Chance, low: number, high: number): number =>
  Math.floor(between(chance, low, high + 1))

function trainingDays(chance: Chance): Weekday[] {
  const patterns: Weekday[][] = [
    [1, 3, 5],
    [2, 4, 6],
    [1, 4],
    [1, 2, 4, 6],
    [1, 3, 5, 6, 7],
    [2, 5, 7],
  ]
  return patterns[Math.floor(chance() * patterns.length)] ?? [1, 3, 5]
}

function heavyDates(chance: Chance, start: Day): Profile['heavyDates'] {
  const names = ['meetings', 'drive', 'travel', 'lifting'] as const
  return Array.from({ length: whole(chance, 0, 12) }, () => ({
    day: addDays(start, whole(chance, 0, 181)),
    kind: names[Math.floor(chance() * 4)] ?? 'drive',
  }))
}

export function makePerson(kind: Kind, seed: number): Person {
  const chance = seeded(seed)
  const start = addDays('2026-01-05', whole(chance, 0, 400))
  const profile: Profile = {
    usualPain: whole(chance, 0, 4),
    usualReach: chance() < 0.8 ? 'back' : 'buttock',
    avoid: chance() < 0.1 ? ['kneeling'] : [],
    trainingDays: trainingDays(chance),
    heavyWeekdays: chance() < 0.3 ? [{ weekday: 6, kind: 'lifting' }] : [],
    heavyDates: heavyDates(chance, start),
    weightUnit: chance() < 0.5 ? 'kg' : 'lb',
  }
  const away = whole(chance, 28, 120)
  return {
    kind,
    chance,
    profile,
    start,
    away: kind === 'away' ? [away, away + whole(chance, 21, 30)] : [-1, -1],
    flare: kind === 'flare' ? [whole(chance, 19, 23), whole(chance, 24, 30)] : [-1, -1],
    strength: kind === 'improver' ? between(chance, 9, 16) : between(chance, 6, 11),
    growth:
      kind === 'improver' ? between(chance, 0.3, 0.8) : kind === 'plateau' ? 0 : between(chance, 0, 0.3),
    answers: kind === 'erratic' ? between(chance, 0.4, 0.9) : between(chance, 0.85, 1),
  }
}

/** The person's pain in whole points on a day, 0 to 10. */
export function painOn(person: Person, index: number): number {
  const { chance, profile, kind } = person
  const mood =
    kind === 'erratic'
      ? Math.round(between(chance, -2, 3.4))
      : chance() < 0.06
        ? 2
        : Math.round(between(chance, -1, 1))
  const flare = index >= person.flare[0] && index <= person.flare[1] ? whole(chance, 2, 5) : 0
  return Math.min(10, Math.max(0, profile.usualPain + mood + flare))
}

/** Reps, or holds, of a set before form gives. */
export function limitOf(
  person: Person,
  level: Level,
  rung: number,
  planned: SetDose,
  side: Side | null,
  index: number,
): number {
  const weaker = person.kind === 'one-sided' && side === 'right' ? 0.6 : 1
  const wobble = person.kind === 'erratic' ? between(person.chance, -4, 3) : between(person.chance, -1, 1)
  const harder = 0.9 ** rung * Math.min(1, 6 / (level.up + planned.hold + planned.lower)) ** 0.35
  return Math.max(0, Math.floor((person.strength + (person.growth * index) / 7) * harder * weaker + wobble))
}

/** The faults that the simulated people tend to; of other exercises all that the plan eases. */
const faults: Readonly<Partial<Record<ExerciseId, readonly CheckId[]>>> = {
  'bird-dog': ['lumbar-extension', 'leg-high', 'sway', 'tempo-drift'],
  bridge: ['hip-sag', 'hip-overextension', 'short-range', 'sway'],
  'side-plank': ['hip-sag', 'trunk-roll', 'shoulder-collapse'],
}

export function faultOf(chance: Chance, exercise: ExerciseId): CheckId {
  const all = faults[exercise] ?? Object.keys(ladders[exercise].eases)
  return all[Math.floor(chance() * all.length)] ?? 'sway'
}
