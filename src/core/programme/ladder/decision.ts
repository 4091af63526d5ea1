/** What a decision is made from, and what it says. */
import type { Day } from '../days'
import type { Reason } from '../day/reasons'
import type { Week } from '../day/volume'
import type { Light } from '../terms'
import type { Axis, Dose, Ladder, Level } from './ladder'
import type { Rung } from './ladder-position'
import type { SteadyLimit } from './steady-limit'
import type { Step } from './steps'

export interface Setting {
  readonly day: Day
  readonly light: Light
  /** False on lighter days and in a deload: the ladder stands still. */
  readonly mayStep: boolean
  /** Whether it is a deload that keeps the ladder still. */
  readonly deload: boolean
  readonly week: Week
  readonly sessionsAWeek: number
  readonly weightUnit: 'kg' | 'lb'
  /** The steady limit that counts on a level, the weaker side's; null before the first look there. */
  readonly limitOn: (level: Level) => SteadyLimit | null
}

export interface Decision {
  readonly level: number
  readonly dose: Dose
  readonly step: Step | null
  readonly why: Reason
  /** One set of it, until form gives. */
  readonly assess?: true
}

/** The axis that gave first, the last time that form did; null when it never did. */
export function easedAxis(ladder: Ladder, rung: Rung): Axis | null {
  return rung.check === null ? null : (ladder.eases[rung.check] ?? null)
}
