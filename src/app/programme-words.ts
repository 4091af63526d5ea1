/** The programme's sentences that are about the screens: doses, lights and changes in words. */
import {
  sayDose,
  type CheckInEntry,
  type HeavyKind,
  type Light,
  type Plan,
  type PlanItem,
  type Reach,
} from '../core/programme'
import type { Dose, Level } from '../core/programme/ladder'
import { levelAt } from '../core/programme/rung'
import type { GaveOut } from '../core/programme/log'
import { exercises } from '../exercises'
import { ladders } from '../exercises/ladders'
import type { MarkKind } from './findings'
import type { ProgrammeFault } from './programme.svelte'
import type { SessionStep } from './session-steps'
import { storageText, type FaultText } from './faults'

/** The level of an item; the first one where the ladder no longer has it. */
export function levelOf(item: Pick<PlanItem, 'exercise' | 'level'>): Level {
  const ladder = ladders[item.exercise]
  return ladder.levels.find(({ id }) => id === item.level) ?? levelAt(ladder, 0)
}

/** "2 × 6", "4-3-3 × 5 s each side". */
export function doseText(item: PlanItem, dose: Dose = item.dose, unit: 'kg' | 'lb' = 'kg'): string {
  return sayDose(levelOf(item), ladders[item.exercise].kind, dose, unit)
}

/** "Bird dog 2 × 8 · bridge 3 × 10 · side plank 3 × 10 s each side, about 14 min". */
export function sessionLine(plan: Plan, unit: 'kg' | 'lb'): string {
  const parts = plan.items.map((item, index) => {
    const { name } = exercises[item.exercise]
    return `${index === 0 ? name : name.toLowerCase()} ${doseText(item, item.dose, unit)}`
  })
  return `${parts.join(' · ')}, about ${plan.minutes} min`
}

export const lightWords: Readonly<Record<Light, { readonly name: string; readonly mark: MarkKind }>> = {
  green: { name: 'Green', mark: 'clear' },
  amber: { name: 'Amber', mark: 2 },
  red: { name: 'Red', mark: 3 },
  unknown: { name: 'No answer yet', mark: 'unseen' },
}

export const reachOptions: readonly { readonly value: Reach; readonly label: string }[] = [
  { value: 'none', label: 'Nowhere' },
  { value: 'back', label: 'Back' },
  { value: 'buttock', label: 'Buttock' },
  { value: 'above-knee', label: 'Thigh' },
  { value: 'below-knee', label: 'Below the knee' },
]

export const heavyOptions: readonly { readonly value: HeavyKind; readonly label: string }[] = [
  { value: 'meetings', label: 'Long meetings' },
  { value: 'drive', label: 'Long drive' },
  { value: 'travel', label: 'Travel' },
  { value: 'lifting', label: 'Lifting' },
]

export const gaveOutOptions: readonly { readonly value: GaveOut; readonly label: string }[] = [
  { value: 'nothing', label: 'Nothing' },
  { value: 'side', label: 'Side' },
  { value: 'shoulder', label: 'Shoulder' },
  { value: 'neck', label: 'Neck' },
  { value: 'back', label: 'Back' },
  { value: 'breath', label: 'Breath' },
  { value: 'legs', label: 'Legs' },
]

export const weekdays = [
  { value: 1, short: 'Mon', name: 'Monday' },
  { value: 2, short: 'Tue', name: 'Tuesday' },
  { value: 3, short: 'Wed', name: 'Wednesday' },
  { value: 4, short: 'Thu', name: 'Thursday' },
  { value: 5, short: 'Fri', name: 'Friday' },
  { value: 6, short: 'Sat', name: 'Saturday' },
  { value: 7, short: 'Sun', name: 'Sunday' },
] as const

/** "Left side, set 2 of 3"; the name of a step within its exercise. */
export function stepPlace(step: SessionStep): string {
  const set = `set ${step.set} of ${step.sets}`
  if (step.side === null) return set
  return `${step.side === 'left' ? 'left' : 'right'} side, ${set}`
}

/** "6 reps", "4 holds of 5 s", "until form gives". */
export function stepAim(step: SessionStep): string {
  if (step.capacity) return 'until form gives'
  const { reps, hold } = step.dose
  if (ladders[step.exercise].kind === 'hold') return reps === 1 ? `${hold} s` : `${reps} holds of ${hold} s`
  const count = reps === 1 ? '1 rep' : `${reps} reps`
  return hold >= 3 ? `${count}, ${hold} s at the top` : count
}

/** The day's answer in a few words, once it was given. */
export function checkInLine(entry: CheckInEntry): string {
  return `Pain ${entry.pain} of 10, ${entry.sleepHours} h of sleep, stress ${entry.stress} of 10${entry.heavyDay ? ', a heavy day' : ''}`
}

/** What went wrong with an intent, for a person. */
export function programmeFaultText(fault: ProgrammeFault): FaultText {
  if (fault.kind === 'storage') return { ...storageText(fault.error), title: 'This could not be saved' }
  return {
    title: 'This was not taken',
    remedy: fault.faults.map(({ text }) => text).join(' '),
    action: 'none',
  }
}
