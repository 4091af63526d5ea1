import type { ExerciseOutline } from '../../core/analysis/definition'
import { m } from '../../words/compiled/messages'

/** On one forearm, the hips lift off the floor and stay in line. */
export const outline = {
  id: 'side-plank',
  name: m.side_plank_name(),
  kind: 'hold',
  variations: [
    {
      id: 'knees',
      name: m.side_plank_knees(),
      description: m.side_plank_knees_description(),
      sides: 'fixed',
    },
    { id: 'feet', name: m.side_plank_feet(), description: m.side_plank_feet_description(), sides: 'fixed' },
  ],
  view: 'front',
  sideMeans: 'side-on-floor',
} as const satisfies ExerciseOutline
