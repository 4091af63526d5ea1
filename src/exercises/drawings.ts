/** How every exercise is drawn. */
import type { ExerciseId } from '../core/analysis/model'
import { drawings as compiled } from './compiled/drawings'
import type { ExerciseDrawing } from './shared/drawing'

export const drawings: Readonly<Record<ExerciseId, ExerciseDrawing>> = compiled
