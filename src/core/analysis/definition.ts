/** What an exercise is, as data; its texts are in the person's language. Its rules carry the numbers that they judge by. */
import type { Facing } from '../pose/placement'
import type { CheckId, ExerciseId, ViewName } from './model'
import type { ExerciseRules } from './rules'

export interface CheckText {
  readonly id: CheckId
  /** A noun for lists: "back arching". */
  readonly name: string
  /** What to do, said to the outside of the body. */
  readonly cue: string
  /** Completes "Steady to rep 7. Then …": "your back began to arch". A clause; its first letter is the language's. */
  readonly gave: string
  /** Completes "not checked: …" where the view hides it: what is hidden, and what to move. */
  readonly hidden: string
}

export interface Variation {
  readonly id: string
  readonly name: string
  readonly description: string
}

/** A second camera place, without its words. */
export interface SecondPlace {
  /** In addresses: "knees". */
  readonly id: string
  /** Reps. */
  readonly target: number
  /** Variations that it can judge. */
  readonly variations: readonly string[]
}

/** A few reps in front of the camera at another place, for what the main place hides. A look, never a limit. */
export interface SecondView extends SecondPlace {
  /** "Knee check". */
  readonly name: string
  /** The choice between the two places: the question's answers, the main one first. */
  readonly choices: readonly [main: string, second: string]
  /** When it is worth it, and what it asks for. */
  readonly why: string
  /** Said after a set from the main place that left it open. */
  readonly proposal: string
  readonly facing: Facing
  readonly placement: readonly string[]
  /** The checks that it is for. */
  readonly checks: readonly CheckId[]
  /** Why the others are not checked: "from here only your knees show". */
  readonly only: string
  /** Said when nothing gave in the reps that could be compared: "Your knees held their line through all 5 reps." */
  readonly held: (reps: number) => string
  /** The same where only some could be: "… in the 3 of 5 reps that could be compared." */
  readonly heldOf: (judged: number, reps: number) => string
  /** Said when some reps were flagged and form did not give: "Your knees left their line in 2 of 5 reps." */
  readonly wandered: (flagged: number, reps: number) => string
}

/** What an address says of an exercise: neither words nor rules, so that the first screen does without them. */
export interface ExerciseOutline {
  readonly id: ExerciseId
  readonly kind: 'reps' | 'hold'
  readonly variationIds: readonly string[]
  /** Whether the user chooses which side works before the set, per variation id. */
  readonly sided: readonly string[]
  /** The camera place that shows the most. */
  readonly view: ViewName
  readonly secondView?: SecondPlace
}

export interface ExerciseDefinition extends ExerciseOutline {
  readonly name: string
  /** In the order of their ids. */
  readonly variations: readonly Variation[]
  /** How to stand the laptop and lie on the mat, a sentence each. */
  readonly placement: readonly string[]
  /** How to take the start position that the hands-free start waits for. */
  readonly startPosition: string
  readonly secondView?: SecondView
  /** In the order in which they are shown. */
  readonly checks: readonly CheckText[]
  /** What the analyser measures and judges by. */
  readonly rules: ExerciseRules
}
