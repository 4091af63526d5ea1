import type { ExerciseOutline } from '../../core/analysis/definition'

export const sidePlankOutline = {
  id: 'side-plank',
  kind: 'hold',
  variationIds: ['knees', 'feet'],
  sided: ['knees', 'feet'],
  view: 'front',
} as const satisfies ExerciseOutline
