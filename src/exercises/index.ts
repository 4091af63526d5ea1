/** Every exercise that Keel knows, by id: one a folder beside this file. */
import type { ExerciseDefinition } from '../core/analysis/definition'
import type { ExerciseId } from '../core/analysis/model'
import { exerciseIds } from '../core/compiled/exercise-ids'
import { definitions } from './compiled/definitions'

export const exercises: Readonly<Record<ExerciseId, ExerciseDefinition>> = definitions

const isExerciseId = (id: string): id is ExerciseId => exerciseIds.some((known) => known === id)

/** The exercise of that id, or undefined when there is none. */
export const findExercise = (id: string): ExerciseDefinition | undefined =>
  isExerciseId(id) ? exercises[id] : undefined
