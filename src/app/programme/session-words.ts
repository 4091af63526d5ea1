/** What a planned session says: what a set asks besides the count, and what comes next. */
import type { Dose } from '../../core/programme/ladder/ladder'
import { exercises } from '../../exercises'
import { m } from '../../words/compiled/messages'
import { getLocale } from '../../words/compiled/runtime'
import { stepAim } from './programme-words'
import type { SessionStep } from './session-steps'

/** "20° short of full range", "with 0.5 kg"; empty where nothing is asked. */
export function extrasOf({ range, load }: Pick<Dose, 'range' | 'load'>): string[] {
  const format = { style: 'unit', unit: 'kilogram', maximumFractionDigits: 2 } as const
  return [
    ...(range < 0 ? [m.live_range({ degrees: -range })] : []),
    ...(load > 0 ? [m.live_load({ weight: new Intl.NumberFormat(getLocale(), format).format(load) })] : []),
  ]
}

/** What comes next and what changes for it, in whole spoken sentences. */
export function nextSentences(before: SessionStep | null, next: SessionStep): string {
  const { name, startPosition } = exercises[next.exercise]
  const what = m.coach_next({ exercise: name, aim: stepAim(next) })
  const change = changeSentence(before, next) ?? (before?.exercise === next.exercise ? null : startPosition)
  return [
    what,
    ...extrasOf(next.item.dose).map((extra) => `${extra}.`),
    ...(change === null ? [] : [change]),
  ].join(' ')
}

/** How to turn for the other side; null where nothing changes, or the exercise does. */
function changeSentence(before: SessionStep | null, next: SessionStep): string | null {
  const { side, exercise } = next
  if (side === null || (before?.exercise === exercise && before.side === side)) return null
  const turned = before?.exercise === exercise
  if (exercises[exercise].sideMeans === 'side-on-floor') {
    if (turned) return side === 'left' ? m.coach_turn_left() : m.coach_turn_right()
    return side === 'left' ? m.coach_lie_left() : m.coach_lie_right()
  }
  if (turned) return side === 'left' ? m.coach_turn_leg_left() : m.coach_turn_leg_right()
  return side === 'left' ? m.coach_leg_left() : m.coach_leg_right()
}
