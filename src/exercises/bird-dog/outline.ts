import type { ExerciseOutline } from '../../core/analysis/definition'

export const birdDogOutline = {
  id: 'bird-dog',
  kind: 'reps',
  variationIds: ['leg-only', 'arm-only', 'opposite-pair'],
  sided: [],
  view: 'side',
} as const satisfies ExerciseOutline
