/** What the explanation pages say of every exercise. */
import type { ExerciseId } from '../core/analysis/model'
import { explanations as compiled } from './compiled/explanations'
import type { ExerciseExplanation } from './shared/explanation'

export const explanations: Readonly<Record<ExerciseId, ExerciseExplanation>> = compiled
