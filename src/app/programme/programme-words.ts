/** Doses, lights, answers and faults of the programme in words. */
import type {
  CheckInEntry,
  EntryFault,
  GaveOut,
  HeavyKind,
  Light,
  PlanItem,
  Reach,
  Weekday,
} from '../../core/programme'
import type { Dose, Level } from '../../core/programme/ladder/ladder'
import { levelAt } from '../../core/programme/ladder/ladder-position'
import { ladders } from '../../exercises/ladders'
import { m } from '../../words/compiled/messages'
import { sayDay } from '../../sentences/days'
import { sayDose } from '../../sentences/programme/dose-words'
import type { FaultText } from '../../sentences/faults/fault-text'
import { storageText } from '../../sentences/faults/faults'
import type { MarkKind } from '../../sentences/set/findings'
import { number } from '../../sentences/language'
import type { ProgrammeFault } from './log-keeper.svelte'
import type { SessionStep } from './session-steps'
import { heavyWords } from '../../sentences/programme/week-words'

/** The level of an item; the first one where the ladder no longer has it. */
export function levelOf(item: Pick<PlanItem, 'exercise' | 'level'>): Level {
  const ladder = ladders[item.exercise]
  return ladder.levels.find(({ id }) => id === item.level) ?? levelAt(ladder, 0)
}

/** "2 × 6", "4-3-3 × 5 s each side". */
export function doseText(item: PlanItem, dose: Dose = item.dose, unit: 'kg' | 'lb' = 'kg'): string {
  if (item.mode === 'assess' && dose === item.dose) return m.programme_until_form()
  return sayDose(levelOf(item), ladders[item.exercise].kind, dose, unit)
}

export const lightWords: Readonly<Record<Light, { readonly name: string; readonly mark: MarkKind }>> = {
  green: { name: m.programme_green(), mark: 'clear' },
  amber: { name: m.programme_amber(), mark: 2 },
  red: { name: m.programme_red(), mark: 3 },
  unknown: { name: m.programme_no_answer(), mark: 'unseen' },
}

export const reachOptions: readonly { readonly value: Reach; readonly label: string }[] = [
  { value: 'none', label: m.programme_reach_none() },
  { value: 'back', label: m.programme_reach_back() },
  { value: 'buttock', label: m.programme_reach_buttock() },
  { value: 'above-knee', label: m.programme_reach_thigh() },
  { value: 'below-knee', label: m.programme_reach_below_knee() },
]

const heavyKinds: readonly HeavyKind[] = ['meetings', 'drive', 'travel', 'lifting']
export const heavyOptions = heavyKinds.map((value) => ({ value, label: heavyWords[value] }))

export const gaveOutOptions: readonly { readonly value: GaveOut; readonly label: string }[] = [
  { value: 'nothing', label: m.programme_gave_nothing() },
  { value: 'side', label: m.programme_gave_side() },
  { value: 'shoulder', label: m.programme_gave_shoulder() },
  { value: 'neck', label: m.programme_gave_neck() },
  { value: 'back', label: m.programme_gave_back() },
  { value: 'breath', label: m.programme_gave_breath() },
  { value: 'legs', label: m.programme_gave_legs() },
]

const numbers: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
export const weekdays = numbers.map((value) => {
  const day = `2024-01-0${value}` // a week that begins on the first
  return { value, short: sayDay(day, { weekday: 'short' }), name: sayDay(day, { weekday: 'long' }) }
})

/** "left side, set 2 of 3": a step's place within its exercise. */
export const stepPlace = ({ set, sets, side }: SessionStep): string =>
  side === null ? m.programme_set_of({ set, sets }) : m.programme_side_set_of({ side, set, sets })

/** "6 reps", "4 holds of 5 s", "until form gives". */
export function stepAim(step: SessionStep): string {
  if (step.capacity) return m.programme_until_form()
  const { reps, hold } = step.dose
  if (ladders[step.exercise].kind === 'hold')
    return reps === 1 ? `${hold} s` : m.programme_holds_of({ count: reps, seconds: hold })
  const count = m.common_reps({ count: reps })
  return hold >= 3 ? m.programme_at_top({ reps: count, seconds: hold }) : count
}

/** Today's check-in in a few words. */
export function checkInLine(entry: CheckInEntry): string {
  const said = { pain: entry.pain, hours: number(entry.sleepHours), stress: entry.stress }
  return entry.heavyDay ? m.programme_checked_in_heavy(said) : m.programme_checked_in(said)
}

function sayFault({ code, path }: EntryFault): string {
  switch (code) {
    case 'missing':
      return m.programme_fault_missing({ path })
    case 'out-of-range':
      return m.programme_fault_range({ path })
    case 'not-a-day':
    case 'day-ahead':
      return m.programme_fault_day({ path })
    default:
      return m.programme_fault_other({ path })
  }
}

/** Why an entry was not taken, in words. */
export function programmeFaultText(fault: ProgrammeFault): FaultText {
  if (fault.kind === 'storage') return { ...storageText(fault.error), title: m.programme_not_saved() }
  return { title: m.programme_not_taken(), remedy: fault.faults.map(sayFault).join(' '), action: 'none' }
}
