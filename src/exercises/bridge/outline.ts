import type { ExerciseOutline } from '../../core/analysis/definition'

export const bridgeOutline = {
  id: 'bridge',
  kind: 'reps',
  variationIds: ['double-leg', 'single-leg', 'march'],
  sided: ['single-leg'],
  view: 'side',
  secondView: { id: 'knees', target: 5, variations: ['double-leg'] },
} as const satisfies ExerciseOutline
