import type { ExerciseOutline } from '../../core/analysis/definition'
import { m } from '../../words/compiled/messages'

/** On all fours, one leg, one arm or an opposite pair reaches out and comes back. */
export const outline = {
  id: 'bird-dog',
  name: m.bird_dog_name(),
  kind: 'reps',
  variations: [
    {
      id: 'leg-only',
      name: m.bird_dog_leg_only(),
      description: m.bird_dog_leg_only_description(),
      sides: 'alternating',
      limb: 'leg',
      reaches: true,
    },
    {
      id: 'arm-only',
      name: m.bird_dog_arm_only(),
      description: m.bird_dog_arm_only_description(),
      sides: 'alternating',
      limb: 'arm',
      reaches: true,
    },
    {
      id: 'opposite-pair',
      name: m.bird_dog_opposite_pair(),
      description: m.bird_dog_opposite_pair_description(),
      sides: 'alternating',
      limb: 'leg',
      reaches: true,
    },
  ],
  view: 'side',
  sideMeans: 'working-leg',
} as const satisfies ExerciseOutline
