/** Today's exercises as a person says them, and against the last time. */
import {
  addDays,
  type Day,
  type Log,
  type PlanItem,
  type Profile,
  type SessionEntry,
} from '../../core/programme'
import type { Dose, Level } from '../../core/programme/ladder/ladder'
import { exercises } from '../../exercises'
import { ladders } from '../../exercises/ladders'
import { m } from '../../words/compiled/messages'
import { dayFrom, sayDay } from '../days'
import { intlLocale, number } from '../language'
import { sayDose, sayLoad, sayStep } from './dose-words'

const same = (values: readonly number[]): boolean => values.every((value) => value === values[0])

/** "4 holds of 5 s", "2 sets of 6 reps, 20° short of full range": a side at a time where there are sides. */
export function doseInWords(
  level: Level,
  kind: 'reps' | 'hold',
  dose: Dose,
  unit: Profile['weightUnit'],
): string {
  const plain = plainDose(level, kind, dose)
  const ranged = dose.range < 0 ? m.programme_short_of({ dose: plain, degrees: number(-dose.range) }) : plain
  return dose.load > 0 ? `${ranged}, ${sayLoad(dose.load, unit)}` : ranged
}

/** "Until form gives, at most 12 reps": what a set asks that looks for the limit. */
export function lookInWords(kind: 'reps' | 'hold', cap: number | null | undefined): string {
  if (cap === null || cap === undefined) return m.programme_until_form()
  return m.today_until_form_most({
    most: kind === 'hold' ? `${String(cap)} s` : m.common_reps({ count: cap }),
  })
}

/** "4 holds of 5 s", "2 sets of 6 reps", "4, 3 and 3 reps": without range and load. */
function plainDose(level: Level, kind: 'reps' | 'hold', dose: Dose): string {
  const reps = dose.sets.map((set) => set.reps)
  const holds = dose.sets.map((set) => set.hold)
  const [count = 0] = reps
  const [seconds = 0] = holds
  // A hold at the top, or holds of several lengths, take the short form.
  if (!same(holds) || (kind === 'reps' && seconds >= 10))
    return sayDose({ ...level, sided: false }, kind, { ...dose, range: 0, load: 0 })
  if (!same(reps)) {
    const list = new Intl.ListFormat(intlLocale(), { type: 'conjunction' }).format(reps.map(String))
    return kind === 'hold' ? m.today_sets_list_hold({ list, seconds }) : m.today_sets_list({ list })
  }
  const sets = reps.length
  if (kind === 'reps') {
    const amount = m.common_reps({ count })
    return sets === 1 ? amount : m.today_sets_of({ sets, amount })
  }
  // Sets of a single hold are just so many holds.
  if (count === 1) return sets === 1 ? `${seconds} s` : m.programme_holds_of({ count: sets, seconds })
  const amount = m.programme_holds_of({ count, seconds })
  return sets === 1 ? amount : m.today_sets_of({ sets, amount })
}

/** "Side plank, each side". */
export function exerciseInWords({ exercise, sides }: Pick<PlanItem, 'exercise' | 'sides'>): string {
  const { name } = exercises[exercise]
  return sides.length > 1 ? m.today_each_side({ name }) : name
}

/** The last time that the exercise was planned and done, before today; deleted sessions are none. */
function lastTime(
  log: Log,
  item: PlanItem,
  today: Day,
): { readonly day: Day; readonly item: PlanItem } | null {
  const deleted = new Set(log.flatMap((entry) => (entry.kind === 'deletion' ? [entry.target] : [])))
  const session = log.findLast(
    (entry): entry is SessionEntry =>
      entry.kind === 'session' &&
      entry.day < today &&
      !deleted.has(entry.id) &&
      entry.planned.some(({ exercise }) => exercise === item.exercise) &&
      entry.sets.some(({ exercise }) => exercise === item.exercise),
  )
  const planned = session?.planned.find(({ exercise }) => exercise === item.exercise)
  return session && planned ? { day: session.day, item: planned } : null
}

/** The day inside a comparison: "Monday", "yesterday", "12 November". */
function asCompared(day: Day, today: Day): string {
  if (dayFrom(day, today) === 'yesterday') return m.today_than_yesterday()
  const near = day > addDays(today, -7)
  return m.today_than_weekday({
    day: sayDay(day, near ? { weekday: 'long' } : { day: 'numeric', month: 'long' }),
  })
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
const repsOf = (dose: Dose): number => sum(dose.sets.map((set) => set.reps))
const secondsOf = (dose: Dose): number => sum(dose.sets.map((set) => set.hold))

/** Against what was asked the last time: "one more than Monday"; "for the first time" where there was none. */
export function againstLastTime(item: PlanItem, log: Log, today: Day, unit: Profile['weightUnit']): string {
  const last = lastTime(log, item, today)
  if (last === null) return m.today_first_time()
  const day = asCompared(last.day, today)
  const { levels, kind } = ladders[item.exercise]
  const height = (id: string): number => levels.findIndex((level) => level.id === id)
  const climbed = height(item.level) - height(last.item.level)
  if (climbed !== 0) return climbed > 0 ? m.today_harder_than({ day }) : m.today_easier_than({ day })
  const count = repsOf(item.dose) - repsOf(last.item.dose)
  if (count !== 0) {
    return count > 0 ? m.today_more_than({ count, day }) : m.today_fewer_than({ count: -count, day })
  }
  const seconds = secondsOf(item.dose) - secondsOf(last.item.dose)
  if (kind === 'hold' && seconds !== 0) {
    return seconds > 0
      ? m.today_longer_than({ seconds, day })
      : m.today_shorter_than({ seconds: -seconds, day })
  }
  if (JSON.stringify(item.dose) === JSON.stringify(last.item.dose)) return m.today_same_as({ day })
  // What is left is one change of another axis, or more than one.
  return item.step === null ? '' : m.today_changed_since({ step: sayStep(item.step, kind, unit), day })
}
