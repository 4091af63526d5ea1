/**
 * The steady limit on one level, from looks: sets that ran on until form gave, or to their cap. Sets that end with
 * the plan say nothing of it, and a look on another level says nothing of this one.
 */
import type { ExerciseId } from '../../analysis/model'
import type { Side } from '../../pose/frame'
import { daysBetween, type Day } from '../days'
import type { History } from '../history/history'
import { mean } from '../history/noise'
import { steadyWork } from '../insight/steady'
import { limit } from '../limits'
import type { DoneSet } from '../log/log'
import { setWork } from './dose'
import type { Dose, Level } from './ladder'

/** One look at the limit. */
export interface Look {
  readonly day: Day
  readonly session: string
  readonly level: string
  /** Null where the sides alternate. */
  readonly side: Side | null
  /** Seconds under tension until form gave; 0 when it was off from the start. */
  readonly seconds: number
  /** True when the cap came first: the limit is this or more. */
  readonly atLeast: boolean
}

/** The steady limit of one side on one level, from the latest looks there. */
export interface SteadyLimit {
  /** Null where the sides alternate. */
  readonly side: Side | null
  /** Seconds under tension in one set: the mean of the latest looks. */
  readonly seconds: number
  /** Of the latest look alone. */
  readonly latest: number
  /** Whether every look ended at its cap, so that the limit is this or more. */
  readonly atLeast: boolean
  /** How many looks the mean is of. */
  readonly looks: number
  /** Day of the latest look. */
  readonly day: Day
}

/** Seconds under tension in the longest set of a dose: what is compared with the steady limit. */
export const longestSet = (level: Level, dose: Dose): number =>
  Math.max(0, ...dose.sets.map((set) => setWork(level, set)))

/** Seconds under tension that a set showed; null when it can't tell. */
function lookSeconds(level: Level, set: DoneSet): number | null {
  if (set.holds.length > 0) return steadyWork(set)
  if (level.up === 0) return set.stop === 'form' ? 0 : null
  return set.planned === null ? null : setWork(level, { ...set.planned, reps: set.steadyLimit })
}

/**
 * Whether a set is a look that tells: form gave, or the cap was reached. A look that was mostly unseen, that the
 * person or the camera ended, or that was done with less effort moves nothing.
 */
const tells = (set: DoneSet): boolean =>
  set.capacity &&
  !set.quiet &&
  set.coverage >= limit('gate.coverage') &&
  (set.stop === 'form' || set.stop === 'plan-complete')

/** Every look at an exercise, earliest first, on all levels. */
export function looksOf(history: History, exercise: ExerciseId, levels: readonly Level[]): Look[] {
  return history.sessions.flatMap(({ entry }) =>
    entry.sets.flatMap((set): Look[] => {
      if (set.exercise !== exercise || !tells(set)) return []
      const level = levels.find((candidate) => candidate.id === set.level)
      // A set that was done as another variation than its level asks for measured another level.
      if (level?.variation !== set.variation) return []
      const seconds = lookSeconds(level, set)
      if (seconds === null) return []
      const { day, id } = entry
      return [{ day, session: id, level: level.id, side: set.side, seconds, atLeast: set.stop !== 'form' }]
    }),
  )
}

function limitOfSide(looks: readonly Look[], side: Side | null, day: Day): SteadyLimit | null {
  const latest = looks
    .filter((look) => look.side === side && daysBetween(look.day, day) <= limit('look.valid'))
    .slice(-limit('look.window'))
  const last = latest.at(-1)
  if (!last) return null
  return {
    side,
    seconds: mean(latest.map((look) => look.seconds)),
    latest: last.seconds,
    atLeast: latest.every((look) => look.atLeast),
    looks: latest.length,
    day: last.day,
  }
}

/** The steady limits on a level, one for each side that was looked at. */
export function limitsOn(looks: readonly Look[], level: Level, day: Day): SteadyLimit[] {
  const here = looks.filter((look) => look.level === level.id)
  const sides: readonly (Side | null)[] = level.sided ? ['left', 'right'] : [null]
  return sides.flatMap((side) => limitOfSide(here, side, day) ?? [])
}

/** The limit that decides the dose: the weaker side's. Null before the first look. */
export function decidingLimit(limits: readonly SteadyLimit[]): SteadyLimit | null {
  return limits.reduce<SteadyLimit | null>(
    (least, each) => (least && least.seconds <= each.seconds ? least : each),
    null,
  )
}
