/** The contract between the analyser, which is the same for all exercises, and what one exercise adds. */
import type { Measurement } from '../pose/measure'
import type { Side } from '../pose/frame'
import type { Grades, Guard, Threshold } from '../thresholds'
import type { CheckId, View } from './model'
import type { Degrees } from '../units'

/** A value of a rep and the share of frames in which what it needs was seen. NaN with 0 where it was not. */
export interface Measured {
  readonly value: number
  readonly coverage: number
  /** 1 SD over the frames that it was read in, in its own unit; absent where it is not read frame by frame. */
  readonly spread?: number
  /** True where this rep has nothing of the kind, such as an arm that stayed down. */
  readonly absent?: true
}

/** What an exercise reads out of a rep: values by name, in the unit of the thresholds that judge them. */
export type Measures = Readonly<Record<string, Measured>>

export interface RepFrames {
  /** From onset to return. */
  readonly all: readonly Measurement[]
  /** The stretch at the top. */
  readonly top: readonly Measurement[]
  /** The last half second before the onset. */
  readonly rest: readonly Measurement[]
  readonly view: View
  /** True when the recording ended at the top: the way back is missing. */
  readonly open: boolean
}

export interface RepSummary {
  readonly side: Side | null
  readonly variation: string
  /** The driving angle at the top, degrees; NaN where the view shows none. */
  readonly peak: Degrees
  /** The range moved through, in a unit of the exercise's own: compared only with itself. */
  readonly reach: number
  /** Whether it was an attempt that got far enough, before the person's own range is known. */
  readonly reached: boolean
  /** Whether it was this exercise at all, by everything that can be trusted over the whole rep. */
  readonly recognised: boolean
  readonly measures: Measures
}

/**
 * One sign of a compensation: a measure that moves away from the baseline.
 * `worse` is the direction that counts: +1 above the baseline, −1 below it, 0 either.
 */
export interface Sign {
  readonly measure: string
  readonly worse: 1 | -1 | 0
  readonly limits: Threshold<Grades>
  /** Percent of the baseline rather than a difference. */
  readonly relative?: boolean
  /** Limits on the value itself, in the direction of `worse`: a bad baseline must not make bad form legal. */
  readonly guard?: Threshold<Guard>
}

/** A check: flagged at the grade that `agree` of its signs reach. */
export interface Check {
  readonly id: CheckId
  readonly signs: readonly Sign[]
  readonly agree: number
  /** Whether this camera place shows it. */
  readonly visible: (view: View) => boolean
  /** A fault may be seen from here, but not its absence: it flags or stays unseen. */
  readonly flagOnly?: (view: View) => boolean
  /** Explains, but never makes a rep off-form. */
  readonly supporting?: boolean
  /** Read as it is in the seconds before a hold begins, told then, and noted with the hold. */
  readonly atSetUp?: boolean
}

/** A check that no view of a single camera shows in this exercise. */
export const neverSeen = (id: CheckId): Check => ({ id, signs: [], agree: 1, visible: () => false })

/** What the body is doing, per frame: in the start position, somewhere in the exercise, or elsewhere. */
export type Posture = 'start' | 'working' | 'out'

export interface RepSample {
  /** What drives the phases, in spans, NaN where unseen; a second one makes reps only where the first stays at rest. */
  readonly heights: readonly [number, number?]
  readonly posture: Posture
}

export interface RepRules {
  readonly kind: 'reps'
  /** What only this exercise is judged by, by id. */
  readonly thresholds: Readonly<Record<string, Threshold>>
  sample(m: Measurement, view: View): RepSample
  summarise(frames: RepFrames): RepSummary
  /** The variation of a set by those of its reps, where the exercise knows better than the most common one; else null. */
  setVariation?(reps: readonly string[]): string | null
  readonly checks: readonly Check[]
}

/** One frame of a hold. */
export interface HoldSample {
  readonly variation: string
  /** Signed deviation of the body line from straight, degrees: negative when the hips hang. */
  readonly line: Degrees
  /** Trunk lengths between the lower hip and the floor, where that tells a hold from lying. */
  readonly clearance?: number
  /** The line at which the hips would lie on the floor, degrees, where that is known without seeing them lie. */
  readonly floorLine?: Degrees
  /** Whether both knees are bent and on the floor. */
  readonly kneesDown?: boolean
  /** Whether the body is in the exercise's posture at all. */
  readonly inPosition: boolean
  readonly measures: Readonly<Record<string, number>>
}

export interface HoldRules {
  readonly kind: 'hold'
  /** What only this exercise is judged by, by id. */
  readonly thresholds: Readonly<Record<string, Threshold>>
  /** Returns of the body line from beyond its mild limit are corrections, a marker of tiring. */
  readonly lineLimits: Threshold<Grades>
  /** Whether the body lies on its left or right side; else no hold has a side. */
  readonly onSide?: true
  /** @param side the side on the floor, as all frames agree so far; null where the body does not lie on one */
  sample(m: Measurement, side: Side | null): HoldSample
  readonly checks: readonly Check[]
}

export type ExerciseRules = RepRules | HoldRules
