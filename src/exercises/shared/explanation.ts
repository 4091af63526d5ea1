/** What the explanation pages say of an exercise. */
import type { CheckId } from '../../core/analysis/model'
import type { FaultDrawing } from './fault-drawing'

export interface CheckExplanation {
  /** What the fault looks like. */
  readonly looks: string
  /** How it is measured, and how well that works. */
  readonly how: string
  readonly fault: FaultDrawing
}

export interface ExerciseExplanation {
  /** How the exercise is done, a sentence or two a step. */
  readonly steps: readonly string[]
  /** What the camera leaves open. */
  readonly cannot: string
  readonly checks: Readonly<Record<CheckId, CheckExplanation>>
  /** What each measure that the rules' signs name is called. */
  readonly measures: Readonly<Record<string, string>>
  /** Works whose abstracts were read for the exercise; what was quoted from memory is not among them. */
  readonly sources: readonly string[]
}
