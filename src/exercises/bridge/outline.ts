import type { ExerciseOutline } from '../../core/analysis/definition'
import { m } from '../../words/compiled/messages'

/** On the back, feet down, the hips lift to a straight line from shoulder to knee. */
export const outline = {
  id: 'bridge',
  name: m.bridge_name(),
  kind: 'reps',
  variations: [
    {
      id: 'double-leg',
      name: m.bridge_double_leg(),
      description: m.bridge_double_leg_description(),
      sides: 'none',
    },
    {
      id: 'single-leg',
      name: m.bridge_single_leg(),
      description: m.bridge_single_leg_description(),
      sides: 'fixed',
      reaches: true,
    },
    { id: 'march', name: m.bridge_march(), description: m.bridge_march_description(), sides: 'none' },
  ],
  view: 'side',
  sideMeans: 'working-leg',
  secondView: { id: 'knees', target: 5, variations: ['double-leg'] },
  sampleFilm: 'sample/bridge.mp4',
} as const satisfies ExerciseOutline
