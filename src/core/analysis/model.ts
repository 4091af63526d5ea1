/** What the analyser says of a set: the words every other part of Keel speaks. */
import type { exerciseIds } from '../compiled/exercise-ids'
import type { Side } from '../pose/frame'
import type { FatigueMarker } from './fatigue'

/** The exercises that exist: one a folder of `src/exercises`. Code outside that folder names none of them. */
export type ExerciseId = (typeof exerciseIds)[number]

/** A `keel.analysis/1` check id such as `hip-sag`; each exercise says which ones it has. */
export type CheckId = string

export type ViewName = 'side' | 'front' | 'head-end' | 'feet-end' | 'oblique' | 'unknown'

/** Where the camera stands, estimated from the body, never assumed. */
export interface View {
  readonly name: ViewName
  /** Degrees round the body: 0 side-on (side plank: facing the chest), −90 the head end, +90 the feet end; null when unknown. */
  readonly azimuth: number | null
  /** Whether the lens looks down on the body from well above; null when unknown. */
  readonly raised: boolean | null
  /** The person's side that is nearer to the camera; null where neither is. */
  readonly near: Side | null
}

export type Grade = 1 | 2 | 3

/** Why a check could not be judged. */
export type UnseenReason =
  | 'view' // this camera place does not show it
  | 'coverage' // the landmarks it needs were seen too rarely
  | 'slow' // too few frames a second came to see it
  | 'no-baseline' // there is no steady baseline of this person yet
  | 'not-applicable' // this variation has nothing of the kind to judge

interface FindingBase {
  readonly check: CheckId
}
/** What one sign of a check read: how far the measure was from the baseline, positive when worse. */
export interface Evidence {
  readonly measure: string
  readonly difference: number
  readonly unit: string
}
/** Within the limits of good form. */
export interface ClearFinding extends FindingBase {
  readonly verdict: 'clear'
  /** The worst difference from the baseline, in `unit`. */
  readonly value: number
  readonly unit: string
  /** Every sign that was read; a hold's findings have none. */
  readonly evidence?: readonly Evidence[]
}
/** No change from the person's own baseline, where nothing says how near that baseline is to good form. */
export interface SteadyFinding extends FindingBase {
  readonly verdict: 'steady'
  /** The worst difference from the baseline, in `unit`. */
  readonly value: number
  readonly unit: string
  /** Every sign that was read; a hold's findings have none. */
  readonly evidence?: readonly Evidence[]
}
export interface FlaggedFinding extends FindingBase {
  readonly verdict: 'flagged'
  /** 1 mild, 2 moderate (off-form), 3 severe (ends the set). */
  readonly grade: Grade
  readonly value: number
  readonly unit: string
  /** Every sign that was read; a hold's findings have none. */
  readonly evidence?: readonly Evidence[]
  /** Present where it was flagged by the standard of good form, not against the person's own baseline. */
  readonly against?: 'good-form'
  /** Seconds; a hold's findings have them, a rep's need not. */
  readonly from?: number
  readonly to?: number
}
export interface UnseenFinding extends FindingBase {
  readonly verdict: 'unseen'
  readonly reason: UnseenReason
}
/** A check's result on a rep or on a stretch of a hold. */
export type Finding = ClearFinding | SteadyFinding | FlaggedFinding | UnseenFinding
export type Verdict = Finding['verdict']

export interface Rep {
  /** From 1. Short attempts have their own number among all attempts. */
  readonly index: number
  /** Bird dog: the lifted leg (or arm); single-leg bridge: the working leg; null where both work. */
  readonly side: Side | null
  /** Seconds. */
  readonly start: number
  readonly top: number
  readonly end: number
  /** False for a short attempt: logged, not counted. */
  readonly complete: boolean
  /** The driving angle at its best, degrees. */
  readonly peak: number
  /** Share of frames in which what the phases need was seen, 0-1. */
  readonly coverage: number
  readonly findings: readonly Finding[]
}

export interface Hold {
  readonly index: number
  readonly side: Side | null
  /** Seconds on the source's clock. */
  readonly start: number
  readonly end: number
  /** The hold clock: seconds held, without the stretches in which tracking was lost. */
  readonly seconds: number
  /** How often the hips dipped and came up again, on purpose; absent where they did not. */
  readonly dips?: number | undefined
  readonly coverage: number
  readonly findings: readonly Finding[]
}

/** Where form gave. */
export interface Breakdown {
  /** The rep's index; null for a hold. */
  readonly rep: number | null
  /** Seconds on the source's clock: the rep's top, or the onset of the ending breach. */
  readonly seconds: number
  readonly side: Side | null
  /** The check that went first. */
  readonly check: CheckId
  /** Form was off from the first rep or second on: a live set goes on, and an easier variation is worth proposing. */
  readonly fromStart?: true
}

export type StopReason = 'form' | 'user' | 'left-frame' | 'plan-complete' | 'tracking'

export interface Stop {
  readonly seconds: number
  readonly reason: StopReason
}

/** Joint angles in degrees per analysed frame; NaN where unseen. All arrays are as long as `time`. */
export interface AngleSeries {
  readonly time: readonly number[]
  readonly hipLeft: readonly number[]
  readonly hipRight: readonly number[]
  readonly kneeLeft: readonly number[]
  readonly kneeRight: readonly number[]
  /** The angle that drives the exercise's phases. */
  readonly drive: readonly number[]
}

/** The middle of the first good reps, or of a good hold's first seconds, of one side from one camera place. */
export interface KeptBaseline {
  readonly side: Side | null
  readonly view: ViewName
  /** Degrees, as in `View`; null where unknown. */
  readonly azimuth: number | null
  /** By measure, in the unit of the thresholds that judge it. */
  readonly measures: Readonly<Record<string, number>>
}

/** A check that began worse than the person's usual: by how much, in `unit`. */
export interface LowerThanUsual {
  readonly check: CheckId
  readonly side: Side | null
  readonly value: number
  readonly unit: string
}

/** Everything that the analysis of one set came to. */
export interface SetAnalysis {
  readonly exercise: ExerciseId
  /** Given or found; null while nothing was done. */
  readonly variation: string | null
  readonly view: View
  /** Share of frames, while in position, in which the body was seen well enough to judge. */
  readonly coverage: number
  readonly frames: number
  readonly reps: readonly Rep[]
  readonly holds: readonly Hold[]
  readonly breakdown: Breakdown | null
  readonly stop: Stop | null
  /** What was done before the breakdown: whole reps, or seconds of the longest hold. */
  readonly steadyLimit: number
  readonly series: AngleSeries
  /** How the set tired; empty for a set too short to tell. */
  readonly fatigue: readonly FatigueMarker[]
  /** The baseline of this set's good reps or seconds, by side: the next set's usual. */
  readonly baselines: readonly KeptBaseline[]
  /** Where this set began lower than the person's usual, a sign of being tired: a note, never a fault. */
  readonly lowerThanUsual: readonly LowerThanUsual[]
}

/** Broad state of a set, for the live screen. */
export type Phase = 'waiting' | 'ready' | 'up' | 'hold' | 'down'

export type AnalysisEvent =
  | { readonly kind: 'phase'; readonly time: number; readonly phase: Phase }
  /** The neutral hold is taken: the baseline exists and counting may begin. */
  | { readonly kind: 'baseline'; readonly time: number }
  | { readonly kind: 'rep'; readonly time: number; readonly rep: Rep }
  | { readonly kind: 'hold-start'; readonly time: number; readonly side: Side | null }
  | { readonly kind: 'hold-end'; readonly time: number; readonly hold: Hold }
  /** The camera or the person has moved to another place: the old baseline no longer counts. */
  | { readonly kind: 'moved'; readonly time: number }
  | { readonly kind: 'tracking'; readonly time: number; readonly state: 'lost' | 'found' }
  | {
      readonly kind: 'cue'
      readonly time: number
      readonly check: CheckId
      readonly grade: Grade
      /** The side of the rep that it is about; none in a hold. */
      readonly side?: Side | null
    }
  | { readonly kind: 'breakdown'; readonly time: number; readonly breakdown: Breakdown }
  /** Form has given: a live set ends here. The analyser goes on if it is fed. */
  | { readonly kind: 'stop'; readonly time: number; readonly reason: StopReason }

/** What the live screen reads after every frame. */
export interface LiveReading {
  readonly phase: Phase
  readonly view: View
  /** Complete reps so far. */
  readonly reps: number
  /** The running hold's clock in seconds; 0 when none runs. */
  readonly holdSeconds: number
  readonly tracking: 'lost' | 'found'
  /** Checks that this view and variation can't judge now. */
  readonly unseen: readonly CheckId[]
}
