/** What the plan says, as data: the day, its exercises, and why. */
import type { ExerciseId } from '../../analysis/model'
import type { Side } from '../../pose/frame'
import type { Day } from '../days'
import type { Step } from '../ladder/steps'
import type { Dose } from '../ladder/ladder'
import type { Light, RecoveryKind } from '../terms'
import type { Reason } from './reasons'

export type Mode =
  | 'work' // the dose that the ladder stands at: the only mode that proves a step
  | 'assess' // one set until form gives, to find where to start
  | 'lighter' // 20-30% less
  | 'deload' // half the sets
  | 'trimmed' // the week had no room for all of it

export interface PlanItem {
  readonly exercise: ExerciseId
  readonly level: string
  readonly variation: string
  /** In the order in which they are done; a single null where sides alternate. */
  readonly sides: readonly (Side | null)[]
  /** What the ladder stands at: what passes and steps are counted on. */
  readonly base: Dose
  /** What is asked today, a side at a time where there are sides. */
  readonly dose: Dose
  /** Seconds up, at the top and down, of the first set. */
  readonly tempo: { readonly up: number; readonly hold: number; readonly down: number }
  readonly mode: Mode
  /** The one change against the last time; null for none, or for a change of level. */
  readonly step: Step | null
  /** Last set on to breakdown: "find your steady limit". */
  readonly capacity: boolean
  /** Reps or seconds at which such a set ends when form has not given; absent in plans of before there were caps. */
  readonly cap?: number | null
  /** Last set on offer with less effort. */
  readonly quiet: boolean
  readonly overridden: boolean
  /** A week with half the sets was on offer and declined. */
  readonly declinedDeload: boolean
  readonly why: readonly Reason[]
  /** Ids of the sessions that the decision was built on. */
  readonly basis: readonly string[]
}

export interface RecoveryItem {
  readonly kind: RecoveryKind
  readonly minutes: number
  /** Seconds in and out, where breathing is paced. */
  readonly pacer: { readonly in: number; readonly out: number } | null
  readonly done: boolean
}

export interface RecoveryCard {
  readonly day: Day
  readonly items: readonly RecoveryItem[]
  readonly why: readonly Reason[]
}

export type PlanKind =
  | 'setup' // no profile yet, or the first page not read
  | 'advice' // a safety question was yes, or pain is usually above what Keel suits
  | 'recover' // walking only
  | 'rest' // no session today
  | 'session'
  | 'done' // today's session is in the log

export interface Plan {
  readonly day: Day
  readonly kind: PlanKind
  readonly mode: Mode
  readonly light: Light
  readonly items: readonly PlanItem[]
  readonly leftOut: readonly { readonly exercise: ExerciseId; readonly why: Reason }[]
  /** Why the day is what it is. */
  readonly why: readonly Reason[]
  /** What to say whatever the day is. */
  readonly notices: readonly Reason[]
  /** The override that stands open today. */
  readonly offers: readonly ('train' | 'full' | 'lighter')[]
  /** Whether to ask the brace dial after the session. */
  readonly askBrace: boolean
  /** Rounded minutes of work and rest. */
  readonly minutes: number
  readonly recovery: RecoveryCard
}
