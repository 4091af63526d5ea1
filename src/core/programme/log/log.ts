/**
 * The log: everything that the person answered and the camera measured. Entries are only ever added. What is taken
 * back is covered by a deletion entry. Every decision is a function of the log and a day.
 */
import type { CheckId, ExerciseId, StopReason } from '../../analysis/model'
import type { Side } from '../../pose/frame'
import type { Day, Weekday } from '../days'
import type { Dose, Position, SetDose } from '../ladder/ladder'
import type { Plan, PlanItem } from '../day/plan-model'
import type { Prescription } from '../prescription/prescription'
import type { HeavyKind, Reach, RecoveryKind, WeightUnit } from '../terms'

export interface Profile {
  /** 0-10, what the back is like on an ordinary day. */
  readonly usualPain: number
  /** How far it reaches on an ordinary day. */
  readonly usualReach: Reach
  readonly avoid: readonly Position[]
  /** Days on which a session is convenient. */
  readonly trainingDays: readonly Weekday[]
  readonly heavyWeekdays: readonly { readonly weekday: Weekday; readonly kind: HeavyKind }[]
  readonly heavyDates: readonly { readonly day: Day; readonly kind: HeavyKind }[]
  /** How weights are shown; the log keeps kilograms. */
  readonly weightUnit: WeightUnit
  /** A physiotherapist's sheet; absent or null where there is none. */
  readonly prescription?: Prescription | null
}

interface Base {
  readonly id: string
  /** Rises by one with every entry on a device; orders entries of one day. */
  readonly seq: number
  /** The day that the entry is about, in the person's zone. */
  readonly day: Day
  /** When it was written, milliseconds since 1970. No decision uses it. */
  readonly at: number
  /** IANA name of the zone in which it was written. */
  readonly zone: string
}

export interface ProfileEntry extends Base {
  readonly kind: 'profile'
  readonly profile: Profile
}

/** That the first page was read, and which edition of it. What applied to the person is not stored. */
export interface ScreenEntry extends Base {
  readonly kind: 'screen-read'
  readonly edition: number
}

export interface CheckInEntry extends Base {
  readonly kind: 'check-in'
  /** 0-10 now. */
  readonly pain: number
  readonly reach: Reach
  /** `advice` when one of the two safety questions was answered with yes. Which one is not stored. */
  readonly safety: 'clear' | 'advice'
  readonly sleepHours: number
  /** 0 worst to 10 best; null when not asked. */
  readonly sleepQuality: number | null
  /** 0-10. */
  readonly stress: number
  readonly heavyDay: boolean
}

/** Why a set ended: the analyser's reasons, and pain, which only the person can say. */
export type SetStop = StopReason | 'pain'

/** One set as it was done: what the programme keeps of an analysis. */
export interface DoneSet {
  readonly id: string
  readonly exercise: ExerciseId
  readonly variation: string
  /** Null where the sides alternate. */
  readonly side: Side | null
  /** The ladder's level; null for a set outside the plan. */
  readonly level: string | null
  readonly planned: SetDose | null
  /** Whole reps; for a hold exercise, the holds that were kept to their target. */
  readonly reps: number
  /** Seconds of each hold; empty for reps. */
  readonly holds: readonly number[]
  /** Reps, or seconds of the longest hold, before the breakdown. */
  readonly steadyLimit: number
  /** The check that failed first, where form gave. */
  readonly breakdown: { readonly check: CheckId; readonly side: Side | null } | null
  readonly stop: SetStop
  readonly offForm: number
  readonly grade3: number
  /** Whether a hold's one recovery chance was needed. */
  readonly recoveryUsed: boolean
  /** Share of the set in which the body was seen well enough to judge, 0-1. */
  readonly coverage: number
  /** How far the body swayed, in % of trunk length, as the sway check measures it; null when not seen. */
  readonly sway: number | null
  /** How far the shoulder sank or rose, in %, as its check measures it; null when not seen. */
  readonly shrug: number | null
  /** The optional set: the same with less effort. */
  readonly quiet: boolean
  /** A capacity check: the set goes on until form gives. */
  readonly capacity: boolean
}

export interface SessionEntry extends Base {
  readonly kind: 'session'
  /** The plan with its reasons and the person's overrides; empty for a session without a plan. */
  readonly planned: readonly PlanItem[]
  readonly sets: readonly DoneSet[]
}

export type GaveOut = 'nothing' | 'side' | 'shoulder' | 'neck' | 'back' | 'breath' | 'legs'

export interface AfterEntry extends Base {
  readonly kind: 'after'
  readonly session: string
  /** 0-10, the worst during the session. */
  readonly pain: number
  readonly sharp: boolean
  readonly reach: Reach
  /** Reps that were left at the end, 0-5; null when not answered. */
  readonly reserve: number | null
  /** Brace dial 0-10, "quiet effort" 2-4; null when not asked. */
  readonly brace: number | null
  readonly gaveOut: GaveOut
}

export interface MorningEntry extends Base {
  readonly kind: 'morning'
  readonly pain: number
  readonly stiffnessMinutes: number
  readonly reach: Reach
}

export type OverrideChange =
  | { readonly what: 'train' } // on a day without a session
  | { readonly what: 'full' } // not the lighter day on offer
  | { readonly what: 'lighter' }
  | { readonly what: 'skip'; readonly exercise: ExerciseId }
  | { readonly what: 'dose'; readonly exercise: ExerciseId; readonly level: string; readonly dose: Dose }

export interface OverrideEntry extends Base {
  readonly kind: 'override'
  readonly change: OverrideChange
}

/** A plan as it was shown, with its reasons. */
export interface PlanEntry extends Base {
  readonly kind: 'plan'
  readonly plan: Plan
}

export interface RecoveryEntry extends Base {
  readonly kind: 'recovery'
  readonly item: RecoveryKind
  readonly minutes: number
}

/** Takes back an entry, a set or an earlier deletion. */
export interface DeletionEntry extends Base {
  readonly kind: 'deletion'
  readonly target: string
}

/** Another version of an entry, from a merge. It is kept, and no decision uses it. */
export interface SetAsideEntry extends Base {
  readonly kind: 'set-aside'
  readonly entry: JudgedEntry
}

export type JudgedEntry =
  | ProfileEntry
  | ScreenEntry
  | CheckInEntry
  | SessionEntry
  | AfterEntry
  | MorningEntry
  | OverrideEntry
  | PlanEntry
  | RecoveryEntry
  | DeletionEntry

export type LogEntry = JudgedEntry | SetAsideEntry
export type Log = readonly LogEntry[]
