/** Sets from a second camera place, as addresses and plans know them. */
import type { SecondPlace } from '../core/analysis/definition'
import type { ExerciseId } from '../core/analysis/model'
import { outlines } from './outlines'
import type { SetPlan } from './set-plan'

/** The second place of an exercise, where it can judge this variation. */
export function secondPlaceFor(exercise: ExerciseId, variation: string | null): SecondPlace | null {
  const { secondView } = outlines[exercise]
  return variation !== null && secondView?.variations.includes(variation) ? secondView : null
}

/** A set from there. */
export function secondViewPlan(exercise: ExerciseId, variation: string, { target }: SecondPlace): SetPlan {
  return { exercise, variation, side: null, target, raised: null, secondView: true }
}
