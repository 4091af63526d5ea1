/** Finds the line figure of an exercise. */
import type { ExerciseId } from '../../../core/analysis/model'
import { drawings } from '../../../exercises/drawings'
import type { FigurePose, Point } from '../../../exercises/shared/drawing'

/**
 * The figure of a variation; the exercise's usual one where none is named.
 *
 * @throws Error when the exercise draws neither
 */
export function figureOf(exercise: ExerciseId, variation: string | null): FigurePose {
  const { poses, usual } = drawings[exercise]
  const pose = poses[variation ?? usual] ?? poses[usual]
  if (pose === undefined) throw new Error(`no figure for ${exercise}`)
  return pose
}

export const pathOf = (points: readonly Point[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
