/** Where an exercise stands on its ladder, in words: the level, the next step, and what that takes. */
import type { LadderPlace, Profile } from '../../core/programme'
import { ladders } from '../../exercises/ladders'
import { m } from '../../words/compiled/messages'
import { amount } from '../set/set-words'
import { sayStep } from './dose-words'

const nameOfLevel = ({ exercise }: LadderPlace, id: string | undefined): string =>
  ladders[exercise].levels.find((level) => level.id === id)?.name ?? ''

/** The name of the level that the exercise is on. */
export const levelName = (place: LadderPlace): string => nameOfLevel(place, place.levels[place.level])

/** "Next: one more rep in set 2." */
export function nextStep(place: LadderPlace, unit: Profile['weightUnit']): string {
  const { next, kind } = place
  if (next === null) return m.programme_hold_top()
  return next.step === null
    ? m.history_next_level({ level: nameOfLevel(place, next.level) })
    : m.history_next_step({ step: sayStep(next.step, kind, unit) })
}

/** Seconds under tension in a set, counted as a person does: in reps where the exercise has reps. */
function work(place: LadderPlace, seconds: number): string {
  if (place.kind === 'hold') return amount(Math.round(seconds), 'hold')
  const longest = Math.max(1, ...place.dose.sets.map(({ reps }) => reps))
  return amount(Math.round((seconds * longest) / place.seconds), 'reps')
}

/** What the next step waits for, in a sentence; empty at the top of the ladder. */
export function whatItTakes(place: LadderPlace): string {
  const { takes } = place
  switch (takes.code) {
    case 'today':
      return m.history_takes_today()
    case 'look':
      return m.history_takes_look()
    case 'passes':
      return m.history_takes_passes({ count: takes.more })
    case 'limit':
      return takes.have === null
        ? m.history_takes_limit({ need: work(place, takes.seconds) })
        : m.history_takes_more({ need: work(place, takes.seconds), have: work(place, takes.have) })
    case 'top':
      return ''
  }
}
