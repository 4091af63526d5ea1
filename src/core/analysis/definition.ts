/** What an exercise is, as data. The judging rules find their numbers through it in `thresholds.ts`. */
import type { CheckId, ExerciseId, ViewName } from './model'
import type { ExerciseRules } from './rules'

export interface CheckText {
  readonly id: CheckId
  /** A noun for lists: "back arching". */
  readonly name: string
  /** What to do, said to the outside of the body. */
  readonly cue: string
  /** Completes "Steady to rep 7. Then …": "your back began to arch". */
  readonly gave: string
  /** Completes "not checked: …" where the view hides it: what is hidden, and what to move. */
  readonly hidden: string
}

export interface Variation {
  readonly id: string
  readonly name: string
  readonly description: string
}

export interface ExerciseDefinition {
  readonly id: ExerciseId
  readonly name: string
  readonly kind: 'reps' | 'hold'
  readonly variations: readonly Variation[]
  /** Whether the user chooses which side works before the set, per variation id. */
  readonly sided: readonly string[]
  /** The camera place that shows the most. */
  readonly view: ViewName
  /** How to stand the laptop and lie on the mat, a sentence each. */
  readonly placement: readonly string[]
  /** How to take the start position that the hands-free start waits for. */
  readonly startPosition: string
  /** In the order in which they are shown. */
  readonly checks: readonly CheckText[]
  /** What the analyser measures and judges by. */
  readonly rules: ExerciseRules
}
