/** One set as it is asked for: which exercise, how, and how far. */
import type { ExerciseId } from '../core/analysis/model'
import type { Side } from '../core/pose/frame'

/** What a set is going to be. */
export interface SetPlan {
  readonly exercise: ExerciseId
  readonly variation: string
  readonly side: Side | null
  /** Reps or seconds to aim at; null runs until form gives. */
  readonly target: number | null
  /** Whether the lens stands well above the mat, where it matters and the user said; null when not. */
  readonly raised: boolean | null
  /** Set when it is done at the exercise's second camera place. */
  readonly secondView?: true
}
