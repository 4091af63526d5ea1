/** What a person may change in today's plan, with the consequence of each change in words. */
import type { OverrideChange, PlanItem, Profile } from '../../core/programme'
import { followed } from '../../core/programme/prescription/follow'
import type { Dose, Level } from '../../core/programme/ladder/ladder'
import { ladders } from '../../exercises/ladders'
import { m } from '../../words/compiled/messages'
import { sayStep } from '../../sentences/programme/dose-words'
import { doseText, levelOf } from './programme-words'

export interface OpenChange {
  readonly id: string
  readonly label: string
  readonly consequence: string
  readonly change: OverrideChange
}

function withReps(dose: Dose, index: number, by: number): Dose {
  return { ...dose, sets: dose.sets.map((set, i) => (i === index ? { ...set, reps: set.reps + by } : set)) }
}

/** One more rep in the set with the fewest. */
function oneMore(item: PlanItem): OpenChange {
  const reps = item.dose.sets.map((set) => set.reps)
  const index = reps.indexOf(Math.min(...reps))
  return doseChange(item, 'more', m.programme_one_more(), withReps(item.dose, index, 1), index)
}

/** One rep less in the last set with the most; null where that set has only one. */
function oneLess(item: PlanItem): OpenChange | null {
  const reps = item.dose.sets.map((set) => set.reps)
  const index = reps.lastIndexOf(Math.max(...reps))
  if ((reps[index] ?? 0) < 2) return null
  return doseChange(item, 'less', m.programme_one_less(), withReps(item.dose, index, -1), index)
}

function doseChange(
  item: PlanItem,
  direction: 'more' | 'less',
  label: string,
  dose: Dose,
  index: number,
): OpenChange {
  const step = sayStep({ axis: 'reps', direction, by: 1, set: index + 1 }, ladders[item.exercise].kind)
  return {
    id: direction,
    label,
    consequence: m.programme_goes_on({ dose: doseText(item, dose), step }),
    change: { what: 'dose', exercise: item.exercise, level: item.level, dose },
  }
}

/** More, less, or nothing of an exercise today. */
export function openChanges(item: PlanItem): OpenChange[] {
  const less = oneLess(item)
  return [
    oneMore(item),
    ...(less === null ? [] : [less]),
    {
      id: 'skip',
      label: m.programme_skip(),
      consequence: m.programme_skip_means(),
      change: { what: 'skip', exercise: item.exercise },
    },
  ]
}

/** The other levels of the exercise's ladder, up to the ceiling of a physiotherapist's sheet. */
export function otherLevels(item: PlanItem, profile: Profile | null): readonly Level[] {
  const { levels } = ladders[item.exercise]
  const top = followed(profile, ladders).ceiling.find(({ exercise }) => exercise === item.exercise)
  const end = top ? levels.findIndex(({ id }) => id === top.level) : levels.length - 1
  return levels.filter(({ id }, index) => id !== item.level && index <= end)
}

export function levelChange(item: PlanItem, level: Level): OpenChange {
  const { levels } = ladders[item.exercise]
  const dose = doseText({ ...item, level: level.id }, level.start)
  const harder = levels.indexOf(level) > levels.indexOf(levelOf(item))
  return {
    id: 'level',
    label: level.name,
    consequence: harder ? m.programme_harder({ dose }) : m.programme_gentler({ dose }),
    change: { what: 'dose', exercise: item.exercise, level: level.id, dose: level.start },
  }
}

/** What may be changed for the day as a whole. */
export const dayChanges: Readonly<Record<'train' | 'full' | 'lighter', Omit<OpenChange, 'id'>>> = {
  train: {
    label: m.programme_train(),
    consequence: m.programme_train_means(),
    change: { what: 'train' },
  },
  full: {
    label: m.programme_full(),
    consequence: m.programme_full_means(),
    change: { what: 'full' },
  },
  lighter: {
    label: m.programme_lighter(),
    consequence: m.programme_lighter_means(),
    change: { what: 'lighter' },
  },
}
