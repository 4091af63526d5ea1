/** What an exercise is, as data; its texts are in the person's language. Its rules carry the numbers that they judge by. */
import type { Facing } from '../pose/placement'
import type { Side } from '../pose/frame'
import type { CheckId, ExerciseId, Rep, View } from './model'
import type { ExerciseRules } from './rules'

export interface CheckText {
  readonly id: CheckId
  /** A noun for lists: "back arching". */
  readonly name: string
  /** What was good where it is clear, for lists: "quiet back". */
  readonly clear: string
  /** What to do, said to the outside of the body. */
  readonly cue: string
  /** Completes "Steady to rep 7. Then …": "your back began to arch". A clause; its first letter is the language's. */
  readonly gave: string
  /** Completes "not checked: …" where the view hides it: what is hidden, and what to move. */
  readonly hidden: string
  /** Where on the body to look for it, by the side that works; null where both do. */
  readonly focus: (side: Side | null) => Focus
}

/** The joints that a check is about, and whether it is about the trunk's outline. */
export interface Focus {
  /** Landmark indices as in `LM`; none where the body as a whole shows it. */
  readonly joints: readonly number[]
  readonly outline: boolean
}

export interface Variation {
  readonly id: string
  readonly name: string
  readonly description: string
  /**
   * How sides take part. `none`: both work together. `alternating`: one after the other within a set.
   * `fixed`: the person chooses before the set which one works.
   */
  readonly sides: 'none' | 'alternating' | 'fixed'
  /** The limb that a rep's side names, where it is one. */
  readonly limb?: 'arm' | 'leg'
  /** True where a limb reaches so far out that the picture needs room for it. */
  readonly reaches?: true
}

/** What the drawn angle of a set shows. */
export interface Curve {
  /** Degrees for an angle; percent for the share of a full rep. */
  readonly unit: '°' | ' %'
  readonly caption: string
}

/** What a remark after a set may look at: an analysis as it is kept, null where a joint was not seen. */
export interface Remarked {
  readonly view: View
  readonly reps: readonly Pick<Rep, 'complete' | 'top'>[]
  readonly series: {
    readonly time: readonly number[]
    readonly kneeLeft: readonly (number | null)[]
    readonly kneeRight: readonly (number | null)[]
  }
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

/** What the first screen, the addresses and the records need of an exercise: neither its checks nor its rules. */
export interface ExerciseOutline {
  /** The name of the exercise's folder. */
  readonly id: ExerciseId
  readonly name: string
  readonly kind: 'reps' | 'hold'
  /** In the order in which they are shown; the first is chosen where nobody chose. */
  readonly variations: readonly Variation[]
  /** The camera place that shows the most: `front` has the chest towards the lens. */
  readonly view: 'side' | 'front'
  /** What a chosen side is: the leg that works, or the side of the body on the floor. */
  readonly sideMeans: 'working-leg' | 'side-on-floor'
  readonly secondView?: SecondPlace
  /** The address of a film that comes with Keel and shows this exercise. */
  readonly sampleFilm?: string
}

export interface ExerciseDefinition extends ExerciseOutline {
  /** How to stand the laptop and lie on the mat, a sentence each. */
  readonly placement: readonly string[]
  /** How to take the start position that the hands-free start waits for. */
  readonly startPosition: string
  readonly secondView?: SecondView
  /** In the order in which they are shown. */
  readonly checks: readonly CheckText[]
  readonly curve: Curve
  /** A sentence after a set about something that is no fault; null where there is nothing to say. */
  readonly remark?: (analysis: Remarked) => string | null
  /** What the analyser measures and judges by. */
  readonly rules: ExerciseRules
}
