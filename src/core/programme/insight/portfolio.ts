/**
 * What the back has answered so far to each exercise and variation. Exercises of one session share its pain and
 * its morning, so a standing says what went together, never what caused what.
 */
import type { CheckId, ExerciseId } from '../../analysis/model'
import { addDays, daysBetween, type Day } from '../days'
import type { History, Session } from '../history/history'
import { limit } from '../limits'
import { mean } from '../history/noise'
import type { Known } from './steady'
import { steadyLimitOf } from './trend'

/**
 * - still learning: fewer than four answered sessions, or too mixed to say;
 * - tolerated: three in four mornings green, and no red in the latest six answered sessions;
 * - helps: tolerated, at least six answered, and the mornings after are a point lower than the check-ins before;
 * - not for now: two reds in the latest six, or fewer than half of the mornings green.
 */
export type Standing = 'still-learning' | 'tolerated' | 'helps' | 'not-for-now'

export interface PortfolioEntry {
  readonly exercise: ExerciseId
  readonly variation: string
  readonly standing: Standing
  readonly sessions: number
  /** Sessions whose morning was answered, or that were red at once, since the last pause. */
  readonly answered: number
  /** The weaker side's, as the trend has it; null before the first judged set. */
  readonly steadyLimit: Known | null
  /** Share of green mornings among those answered; null when none was. */
  readonly greenShare: number | null
  /** Mean pain during, 0-10; null when it was never answered. */
  readonly painDuring: number | null
  /** Mean of next morning minus check-in before; null when never both. */
  readonly change: number | null
  /** What went first most often; null when form never gave. */
  readonly wentFirst: CheckId | null
  /** Share of sets that form ended, over the last three sessions. */
  readonly formShare: number
  readonly lastDay: Day | null
}

const isAnswered = (session: Session): boolean => session.light !== 'unknown'

/** Sessions since the exercise was last left out for a while: a pause starts the learning anew. */
function sincePause(sessions: readonly Session[]): Session[] {
  let current: Session[] = []
  for (const session of sessions) {
    const before = current.at(-1)
    if (before && daysBetween(before.entry.day, session.entry.day) >= limit('pause.days')) current = []
    current.push(session)
  }
  return current
}

function changeAfter(history: History, session: Session): number | null {
  const morning = history.mornings.get(addDays(session.entry.day, 1))
  const before = history.checkIns.get(session.entry.day)
  return morning && before ? morning.pain - before.pain : null
}

function mostOften(checks: readonly CheckId[]): CheckId | null {
  const counts = new Map<CheckId, number>()
  for (const check of checks) counts.set(check, (counts.get(check) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? null
}

function standingOf(answered: readonly Session[], change: number | null): Standing {
  if (answered.length < limit('portfolio.answered')) return 'still-learning'
  const latest = answered.slice(-limit('portfolio.window'))
  const green = latest.filter((session) => session.light === 'green').length / latest.length
  const reds = latest.filter((session) => session.light === 'red').length
  if (reds >= limit('red.seek-count') || green < limit('portfolio.not-now')) return 'not-for-now'
  if (reds > 0 || green < limit('portfolio.tolerated')) return 'still-learning'
  const calms =
    answered.length >= limit('portfolio.helps-answered') &&
    change !== null &&
    change <= limit('portfolio.helps-change')
  return calms ? 'helps' : 'tolerated'
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

function entryOf(
  history: History,
  exercise: ExerciseId,
  variation: string,
  sessions: readonly Session[],
): PortfolioEntry {
  const setsOf = (session: Session) =>
    session.entry.sets.filter((set) => set.exercise === exercise && set.variation === variation)
  const current = sincePause(sessions)
  const answered = current.filter(isAnswered)
  const recent = sessions.slice(-limit('noise.window'))
  const changes = answered.flatMap((session) => changeAfter(history, session) ?? [])
  const change = changes.length > 0 ? mean(changes) : null
  const pains = sessions.flatMap((session) => session.after?.pain ?? [])
  const mornings = current.flatMap((session) => session.morning?.light ?? [])
  const recentSets = recent.flatMap(setsOf)
  return {
    exercise,
    variation,
    change,
    sessions: sessions.length,
    answered: answered.length,
    standing: standingOf(answered, change),
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
  return [...groups.values()].map((group) =>
    entryOf(history, group.exercise, group.variation, group.sessions),
  )
}
