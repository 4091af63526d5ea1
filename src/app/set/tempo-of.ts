/** The tempo of an exercise outside of any plan. */
import type { ExerciseId } from '../../core/analysis/model'
import type { Tempo } from '../../core/coaching/tempo'
import { ladders } from '../../exercises/ladders'

/** Seconds out, at the top and back, as in the first level of that variation. */
export function tempoOf(exercise: ExerciseId, variation: string): Tempo {
  const level = ladders[exercise].levels.find((one) => one.variation === variation)
  const [first] = level?.start.sets ?? []
  return { up: level?.up ?? 2, hold: first?.hold ?? 2, down: first?.lower ?? 2 }
}
