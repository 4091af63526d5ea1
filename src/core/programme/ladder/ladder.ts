/** What a ladder is, as data: levels from the smallest thing the camera can judge upwards, and their steps. */
import type { CheckId, ExerciseId } from '../../analysis/model'

/** What one step changes; a step changes one axis only. */
export type Axis = 'reps' | 'hold' | 'lower' | 'range' | 'rest' | 'load'

/** One set, a side at a time where the level is sided. */
export interface SetDose {
  /** Reps, or separate holds. */
  readonly reps: number
  /** Seconds kept at the top of each rep; for a hold exercise the length of each hold. */
  readonly hold: number
  /** Seconds on the way down; 0 for a hold exercise. */
  readonly lower: number
}

export interface Dose {
  readonly sets: readonly SetDose[]
  /** Seconds between sets. */
  readonly rest: number
  /** Degrees of the driving angle against the person's full range: 0 is full, −20 stops 20° short. */
  readonly range: number
  /** Kilograms. */
  readonly load: number
}

export interface StepRule {
  readonly axis: Axis
  /** Size of one step in the axis's own unit; rest steps are seconds less. */
  readonly by: number
  /** Where the axis ends on this level. Reps end at the level's `top` sets. */
  readonly to: number
}

export interface Level {
  readonly id: string
  readonly name: string
  /** A variation id of the exercise's definition: one that the camera can judge. */
  readonly variation: string
  /** Whether each side has sets of its own. */
  readonly sided: boolean
  /** Seconds on the way up; 0 for a hold exercise. */
  readonly up: number
  readonly start: Dose
  /** Reps of each set at the level's end. */
  readonly topReps: readonly number[]
  /** In the order in which the plan changes them. */
  readonly steps: readonly StepRule[]
}

/** A position that a person may have to avoid. */
export type Position = 'kneeling' | 'wrists' | 'shoulder' | 'lying-on-back'

export interface Ladder {
  readonly exercise: ExerciseId
  /** Where a plan lists the exercise, from 1. */
  readonly order: number
  readonly kind: 'reps' | 'hold'
  /** Lowest first. */
  readonly levels: readonly Level[]
  /** Positions that the exercise can't do without. */
  readonly needs: readonly Position[]
  /** When this check went first, the axis that is eased first, and that a step leaves alone. */
  readonly eases: Readonly<Partial<Record<CheckId, Axis>>>
}

export type Ladders = Readonly<Record<ExerciseId, Ladder>>

/** The ladders in the order in which a plan lists them when nothing else decides. */
export const inOrder = (ladders: Ladders): readonly Ladder[] =>
  Object.values(ladders).sort((a, b) => a.order - b.order)
