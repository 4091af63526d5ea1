/** The outline of every exercise, for what must not load its rules: the first screen, addresses and records. */
import type { ExerciseOutline, Variation } from '../core/analysis/definition'
import type { ExerciseId } from '../core/analysis/model'
import { outlines as compiled } from './compiled/outlines'

export const outlines: Readonly<Record<ExerciseId, ExerciseOutline>> = compiled

/** A variation of an exercise, or undefined when it has none of that id. */
export const findVariation = (exercise: ExerciseId, id: string | null): Variation | undefined =>
  outlines[exercise].variations.find((variation) => variation.id === id)

/** Whether the person chooses before the set which side works. */
export const isSided = (exercise: ExerciseId, variation: string | null): boolean =>
  findVariation(exercise, variation)?.sides === 'fixed'

/** What a set of the exercise is counted in. */
export const unitOf = (exercise: ExerciseId): 's' | 'reps' =>
  outlines[exercise].kind === 'hold' ? 's' : 'reps'
