/** Some weeks on one page, for whoever treats the person: what was asked and done, what was measured, and why. */
import type { CheckId, ExerciseId } from '../../analysis/model'
import type { Side } from '../../pose/frame'
import { addDays, daysBetween, weekdayOf, type Day } from '../days'
import type { Reason } from '../day/reasons'
import { sameDose } from '../ladder/dose'
import { readHistory, type History, type Session } from '../history/history'
import { mean, noiseOf } from '../history/noise'
import { plannedItem } from '../history/session-verdict'
import { inOrder, type Dose, type Ladder, type Ladders } from '../ladder/ladder'
import { looksOf } from '../ladder/steady-limit'
import { limit } from '../limits'
import type { Log } from '../log/log'
import type { PlanItem } from '../day/plan-model'
import type { Light } from '../terms'

export interface AskedDose {
  readonly day: Day
  readonly level: string
  readonly dose: Dose
}

/** A steady limit as it was measured within the weeks. */
export interface MeasuredLimit {
  readonly level: string
  /** Null where the sides alternate. */
  readonly side: Side | null
  /** Seconds under tension in one set: the mean of the latest looks. */
  readonly seconds: number
  /** Half of the 95% interval of that mean, seconds. */
  readonly noise: number
  readonly looks: number
  /** Whether form held in every look, so that the limit is this or more. */
  readonly atLeast: boolean
}

export interface ExerciseSummary {
  readonly exercise: ExerciseId
  readonly sessions: number
  /** What the ladder stood at in the first and in the last session. */
  readonly first: AskedDose
  readonly last: AskedDose
  /** In the ladder's order, from the lowest level. */
  readonly limits: readonly MeasuredLimit[]
  /** Checks that gave first, and in how many sets; the most frequent first. */
  readonly gave: readonly { readonly check: CheckId; readonly sets: number }[]
  /** Each change of level or dose, with its reason, earliest first. */
  readonly changes: readonly { readonly day: Day; readonly why: Reason }[]
}

export interface Summary {
  readonly from: Day
  readonly to: Day
  /** Planned sessions that were done. */
  readonly sessions: number
  /** Days on which a session suits the person, by the set-up, since it was made. */
  readonly trainingDays: number
  /** Of the sessions, those whose next morning was answered. */
  readonly answered: number
  readonly lights: Readonly<Record<Light, number>>
  /** Exercises that were done, in the ladders' order. */
  readonly exercises: readonly ExerciseSummary[]
}

interface Done {
  readonly session: Session
  readonly item: PlanItem
}

function measured(history: History, ladder: Ladder, from: Day): MeasuredLimit[] {
  const looks = looksOf(history, ladder.exercise, ladder.levels).filter((look) => look.day >= from)
  return ladder.levels.flatMap((level) =>
    (level.sided ? (['left', 'right'] as const) : [null]).flatMap((side) => {
      const all = looks.filter((look) => look.level === level.id && look.side === side)
      const latest = all.slice(-limit('look.window'))
      if (latest.length === 0) return []
      const { error } = noiseOf(
        all.map((look) => look.seconds),
        ladder.kind === 'hold' ? 's' : 'reps',
      )
      return {
        level: level.id,
        side,
        seconds: mean(latest.map((look) => look.seconds)),
        noise: (limit('noise.mean-factor') * error) / Math.sqrt(latest.length),
        looks: latest.length,
        atLeast: latest.every((look) => look.atLeast),
      }
    }),
  )
}

function whatGave(sessions: readonly Session[], exercise: ExerciseId): ExerciseSummary['gave'] {
  const counts = new Map<CheckId, number>()
  for (const { entry } of sessions)
    for (const { exercise: id, breakdown } of entry.sets)
      if (id === exercise && breakdown) counts.set(breakdown.check, (counts.get(breakdown.check) ?? 0) + 1)
  return [...counts].map(([check, sets]) => ({ check, sets })).sort((a, b) => b.sets - a.sets)
}

const askedIn = ({ session, item }: Done): AskedDose => ({
  day: session.entry.day,
  level: item.level,
  dose: item.base,
})

function changesIn(done: readonly Done[]): ExerciseSummary['changes'] {
  return done.flatMap(({ session, item }, index) => {
    const before = done[index - 1]?.item
    const [why] = item.why
    if (!before || !why || (before.level === item.level && sameDose(before.base, item.base))) return []
    return { day: session.entry.day, why }
  })
}

function exerciseIn(
  history: History,
  sessions: readonly Session[],
  ladder: Ladder,
  from: Day,
): ExerciseSummary[] {
  const { exercise } = ladder
  const done = sessions.flatMap((session) => {
    const item = plannedItem(session, exercise)
    const did = session.entry.sets.some((set) => set.exercise === exercise)
    return item && did ? [{ session, item }] : []
  })
  const [first, last] = [done[0], done.at(-1)]
  if (!first || !last) return []
  return [
    {
      exercise,
      sessions: done.length,
      first: askedIn(first),
      last: askedIn(last),
      limits: measured(history, ladder, from),
      gave: whatGave(sessions, exercise),
      changes: changesIn(done),
    },
  ]
}

function trainingDays(history: History, first: Day | undefined, from: Day): number {
  const since = first !== undefined && first > from ? first : from
  const days = Array.from({ length: daysBetween(since, history.day) + 1 }, (_, index) =>
    addDays(since, index),
  )
  return days.filter((day) => history.profile?.trainingDays.includes(weekdayOf(day))).length
}

/** What the last weeks up to a day were. @param weeks how many, the day's own included */
export function summaryOf(log: Log, day: Day, weeks: number, ladders: Ladders): Summary {
  const history = readHistory(log, day)
  const from = addDays(day, 1 - 7 * weeks)
  const sessions = history.sessions.filter(({ entry }) => entry.day >= from && entry.planned.length > 0)
  const count = (light: Light) => sessions.filter((session) => session.light === light).length
  return {
    from,
    to: day,
    sessions: sessions.length,
    trainingDays: trainingDays(history, log.find(({ kind }) => kind === 'profile')?.day, from),
    answered: sessions.filter(({ morning }) => morning !== null).length,
    lights: { green: count('green'), amber: count('amber'), red: count('red'), unknown: count('unknown') },
    exercises: inOrder(ladders).flatMap((ladder) => exerciseIn(history, sessions, ladder, from)),
  }
}
