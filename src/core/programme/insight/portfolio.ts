/**
 * What the back has answered so far to each exercise and variation. Exercises of one session share its pain and
 * its morning, so a standing says what went together, never what caused what.
 */
import type { CheckId, ExerciseId } from '../../analysis/model'
import type { Day } from '../days'
import type { History, Session } from '../history/history'
import { limit } from '../limits'
import { mean } from '../history/noise'
import type { Known } from './steady'
import { steadyLimitOf } from './trend'

/**
 * - still learning: fewer than four answered sessions, or too mixed to say;
 * - tolerated: three in four answered sessions green, and no red in the latest six.
 *
 * Whether an exercise helps or harms can't be told from sessions that hold several, so no standing says it.
 */
export type Standing = 'still-learning' | 'tolerated'

export interface PortfolioEntry {
  readonly exercise: ExerciseId
  readonly variation: string
  readonly standing: Standing
  readonly sessions: number
  /** Sessions whose morning was answered, or that were red at once. */
  readonly answered: number
  /** The weaker side's, as the trend has it; null before the first judged set. */
  readonly steadyLimit: Known | null
  /** Share of green mornings among those answered; null when none was. */
  readonly greenShare: number | null
  /** Mean pain during, 0-10; null when it was never answered. */
  readonly painDuring: number | null
  /** What went first most often; null when form never gave. */
  readonly wentFirst: CheckId | null
  /** Share of sets that form ended, over the last three sessions. */
  readonly formShare: number
  readonly lastDay: Day | null
}

const isAnswered = (session: Session): boolean => session.light !== 'unknown'

function mostOften(checks: readonly CheckId[]): CheckId | null {
  const counts = new Map<CheckId, number>()
  for (const check of checks) counts.set(check, (counts.get(check) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? null
}

function standingOf(answered: readonly Session[]): Standing {
  if (answered.length < limit('portfolio.answered')) return 'still-learning'
  const latest = answered.slice(-limit('portfolio.window'))
  const green = latest.filter((session) => session.light === 'green').length / latest.length
  const red = latest.some((session) => session.light === 'red')
  return red || green < limit('portfolio.tolerated') ? 'still-learning' : 'tolerated'
}

function weakest(sessions: readonly Session[], exercise: ExerciseId, variation: string): Known | null {
  const sides = new Set(
    sessions.flatMap(({ entry }) =>
      entry.sets.flatMap((set) =>
        set.exercise === exercise && set.variation === variation ? [set.side] : [],
      ),
    ),
  )
  return [...sides]
    .flatMap((side) => steadyLimitOf(sessions, { exercise, variation, side }) ?? [])
    .reduce<Known | null>((least, each) => (least && least.value <= each.value ? least : each), null)
}

function entryOf(exercise: ExerciseId, variation: string, sessions: readonly Session[]): PortfolioEntry {
  const setsOf = (session: Session) =>
    session.entry.sets.filter((set) => set.exercise === exercise && set.variation === variation)
  const answered = sessions.filter(isAnswered)
  const recent = sessions.slice(-limit('noise.window'))
  const pains = sessions.flatMap((session) => session.after?.pain ?? [])
  const mornings = sessions.flatMap((session) => session.morning?.light ?? [])
  const recentSets = recent.flatMap(setsOf)
  return {
    exercise,
    variation,
    sessions: sessions.length,
    answered: answered.length,
    standing: standingOf(answered),
    steadyLimit: weakest(sessions, exercise, variation),
    greenShare:
      mornings.length > 0 ? mornings.filter((light) => light === 'green').length / mornings.length : null,
    painDuring: pains.length > 0 ? mean(pains) : null,
    wentFirst: mostOften(
      sessions.flatMap((session) => setsOf(session).flatMap((set) => set.breakdown?.check ?? [])),
    ),
    formShare:
      recentSets.length > 0 ? recentSets.filter((set) => set.stop === 'form').length / recentSets.length : 0,
    lastDay: sessions.at(-1)?.entry.day ?? null,
  }
}

/** One entry for each exercise and variation that was ever done, in the order in which they first were. */
export function portfolioOf(history: History): PortfolioEntry[] {
  const groups = new Map<string, { exercise: ExerciseId; variation: string; sessions: Session[] }>()
  for (const session of history.sessions) {
    for (const { exercise, variation } of session.entry.sets) {
      const key = `${exercise}/${variation}`
      const group = groups.get(key) ?? { exercise, variation, sessions: [] }
      if (group.sessions.at(-1) !== session) group.sessions.push(session)
      groups.set(key, group)
    }
  }
  return [...groups.values()].map((group) => entryOf(group.exercise, group.variation, group.sessions))
}
