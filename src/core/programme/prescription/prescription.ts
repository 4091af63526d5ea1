/**
 * A physiotherapist's sheet: where an exercise starts and ends, what is left out, how much pain is green, how long a
 * session is. It is part of the profile. A sheet that contradicts itself is never followed.
 */
import type { ExerciseId } from '../../analysis/model'
import type { Side } from '../../pose/frame'
import type { Ladder, Ladders, Position } from '../ladder/ladder'

export const sessionMinutes = [10, 15, 20] as const
export type SessionMinutes = (typeof sessionMinutes)[number]
/** The least and the most that a pain limit may be, 0-10. */
export const painLimits = { least: 1, most: 10 } as const

interface Named<Exercise> {
  readonly exercise: Exercise
  readonly level: string
}
type LockOf<Exercise> =
  | { readonly what: 'exercise'; readonly exercise: Exercise }
  | { readonly what: 'side'; readonly exercise: Exercise; readonly side: Side }
  | { readonly what: 'position'; readonly position: Position }

interface SheetOf<Exercise, Minutes> {
  /** Levels at which exercises begin that have not been done yet. */
  readonly start: readonly Named<Exercise>[]
  /** The highest level of an exercise. */
  readonly ceiling: readonly Named<Exercise>[]
  readonly locks: readonly LockOf<Exercise>[]
  /** The most pain during a session that is green, 0-10; null for a point above usual. */
  readonly painLimit: number | null
  /** Null for as long as the plan takes. */
  readonly minutes: Minutes | null
}

/** As it was written, by hand or in a file: exercises and numbers may be anything. */
export type Asked = SheetOf<string, number>
/** As it is followed. */
export type Prescription = SheetOf<ExerciseId, SessionMinutes>
export type Lock = LockOf<ExerciseId>

export const noPrescription: Prescription = {
  start: [],
  ceiling: [],
  locks: [],
  painLimit: null,
  minutes: null,
}

/** Why a sheet is not followed. */
export type Contradiction =
  | { readonly code: 'unknown-exercise'; readonly exercise: string }
  | { readonly code: 'unknown-level'; readonly exercise: ExerciseId; readonly level: string }
  | { readonly code: 'named-twice'; readonly exercise: ExerciseId }
  | {
      readonly code: 'start-over-ceiling'
      readonly exercise: ExerciseId
      readonly start: string
      readonly ceiling: string
    }
  | { readonly code: 'all-locked' }
  | { readonly code: 'pain-limit'; readonly limit: number }
  | { readonly code: 'minutes'; readonly minutes: number }

const isExercise = (id: string, ladders: Ladders): id is ExerciseId => Object.hasOwn(ladders, id)

function unknownExercises(asked: Asked, ladders: Ladders): Contradiction[] {
  const named = [...asked.start, ...asked.ceiling, ...asked.locks].flatMap((each) =>
    'exercise' in each ? [each.exercise] : [],
  )
  return [...new Set(named)]
    .filter((id) => !isExercise(id, ladders))
    .map((exercise) => ({ code: 'unknown-exercise', exercise }))
}

/** What is wrong with the levels that a sheet names for one exercise. */
function levelFaults({ exercise, levels }: Ladder, asked: Asked): Contradiction[] {
  const own = (named: Asked['start']) => named.filter((each) => each.exercise === exercise)
  const [starts, ceilings] = [own(asked.start), own(asked.ceiling)]
  if (starts.length > 1 || ceilings.length > 1) return [{ code: 'named-twice', exercise }]
  const place = (id: string) => levels.findIndex((level) => level.id === id)
  const unknown = [...starts, ...ceilings].filter(({ level }) => place(level) < 0)
  if (unknown.length > 0)
    return unknown.map(({ level }) => ({ code: 'unknown-level', exercise, level }) as const)
  const [start, ceiling] = [starts[0]?.level, ceilings[0]?.level]
  if (start === undefined || ceiling === undefined || place(start) <= place(ceiling)) return []
  return [{ code: 'start-over-ceiling', exercise, start, ceiling }]
}

/** Whether nothing of an exercise is left: by itself, by a position that it needs, or by its sides. */
function isLocked({ exercise, needs, levels }: Ladder, { locks, ceiling }: Asked): boolean {
  const top = ceiling.find((each) => each.exercise === exercise)?.level
  const end = levels.findIndex((level) => level.id === top)
  const reachable = end < 0 ? levels : levels.slice(0, end + 1)
  const sides = new Set(
    locks.flatMap((lock) => (lock.what === 'side' && lock.exercise === exercise ? [lock.side] : [])),
  )
  // A side can be left out only where the sides are done apart.
  if (sides.size > 1 || (sides.size === 1 && !reachable.some(({ sided }) => sided))) return true
  return locks.some(
    (lock) =>
      (lock.what === 'exercise' && lock.exercise === exercise) ||
      (lock.what === 'position' && needs.includes(lock.position)),
  )
}

/** Everything that a sheet contradicts itself or Keel in; empty when it can be followed. */
export function contradictions(asked: Asked, ladders: Ladders): Contradiction[] {
  const all = Object.values(ladders)
  const { painLimit, minutes } = asked
  const painOff = painLimit !== null && !(painLimit >= painLimits.least && painLimit <= painLimits.most)
  const lengthOff = minutes !== null && !sessionMinutes.some((each) => each === minutes)
  return [
    ...unknownExercises(asked, ladders),
    ...all.flatMap((ladder) => levelFaults(ladder, asked)),
    ...(all.every((ladder) => isLocked(ladder, asked)) ? [{ code: 'all-locked' } as const] : []),
    ...(painOff ? [{ code: 'pain-limit', limit: painLimit } as const] : []),
    ...(lengthOff ? [{ code: 'minutes', minutes } as const] : []),
  ]
}

/** Whether a sheet can be followed as it stands. */
export const isSound = (asked: Asked, ladders: Ladders): asked is Prescription =>
  contradictions(asked, ladders).length === 0
