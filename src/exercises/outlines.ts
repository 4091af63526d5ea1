/** The outline of every exercise, for addresses. */
import type { ExerciseOutline } from '../core/analysis/definition'
import type { ExerciseId } from '../core/analysis/model'
import { birdDogOutline } from './bird-dog/outline'
import { bridgeOutline } from './bridge/outline'
import { sidePlankOutline } from './side-plank/outline'

export const outlines: Readonly<Record<ExerciseId, ExerciseOutline>> = {
  'bird-dog': birdDogOutline,
  bridge: bridgeOutline,
  'side-plank': sidePlankOutline,
}
