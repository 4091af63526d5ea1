/** Every exercise that Keel knows. A new one is a folder beside these and a line here. */
import type { ExerciseDefinition } from '../core/analysis/definition'
import type { ExerciseId } from '../core/analysis/model'
import { birdDog } from './bird-dog'
import { bridge } from './bridge'
import { sidePlank } from './side-plank'

export const exercises: Readonly<Record<ExerciseId, ExerciseDefinition>> = {
  'bird-dog': birdDog,
  bridge,
  'side-plank': sidePlank,
}

/** The exercise of that id, or undefined when there is none. */
export function findExercise(id: string): ExerciseDefinition | undefined {
  return Object.values(exercises).find((exercise) => exercise.id === id)
}
