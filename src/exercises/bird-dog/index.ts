import type { ExerciseDefinition } from '../../core/analysis/definition'
import { m } from '../../words/compiled/messages'
import { birdDogOutline } from './outline'
import { birdDogRules } from './rules'

/** On all fours, one leg, one arm or an opposite pair reaches out and comes back. */
export const birdDog: ExerciseDefinition = {
  ...birdDogOutline,
  name: m.bird_dog_name(),
  variations: [
    { id: 'leg-only', name: m.bird_dog_leg_only(), description: m.bird_dog_leg_only_description() },
    { id: 'arm-only', name: m.bird_dog_arm_only(), description: m.bird_dog_arm_only_description() },
    {
      id: 'opposite-pair',
      name: m.bird_dog_opposite_pair(),
      description: m.bird_dog_opposite_pair_description(),
    },
  ],
  placement: [m.bird_dog_place_side(), m.bird_dog_place_lens(), m.bird_dog_place_room()],
  startPosition: m.bird_dog_start(),
  checks: [
    {
      id: 'lumbar-extension',
      name: m.bird_dog_lumbar_extension(),
      cue: m.bird_dog_lumbar_extension_cue(),
      gave: m.bird_dog_lumbar_extension_gave(),
      hidden: m.bird_dog_lumbar_extension_hidden(),
    },
    {
      id: 'leg-high',
      name: m.bird_dog_leg_high(),
      cue: m.bird_dog_leg_high_cue(),
      gave: m.bird_dog_leg_high_gave(),
      hidden: m.bird_dog_leg_high_hidden(),
    },
    {
      id: 'short-range',
      name: m.bird_dog_short_range(),
      cue: m.bird_dog_short_range_cue(),
      gave: m.bird_dog_short_range_gave(),
      hidden: m.bird_dog_short_range_hidden(),
    },
    {
      id: 'neck',
      name: m.bird_dog_neck(),
      cue: m.bird_dog_neck_cue(),
      gave: m.bird_dog_neck_gave(),
      hidden: m.bird_dog_neck_hidden(),
    },
    {
      id: 'shoulder-collapse',
      name: m.bird_dog_shoulder_collapse(),
      cue: m.bird_dog_shoulder_collapse_cue(),
      gave: m.bird_dog_shoulder_collapse_gave(),
      hidden: m.bird_dog_shoulder_collapse_hidden(),
    },
    {
      id: 'balance-loss',
      name: m.bird_dog_balance_loss(),
      cue: m.bird_dog_balance_loss_cue(),
      gave: m.bird_dog_balance_loss_gave(),
      hidden: m.bird_dog_balance_loss_hidden(),
    },
    {
      id: 'sway',
      name: m.bird_dog_sway(),
      cue: m.bird_dog_sway_cue(),
      gave: m.bird_dog_sway_gave(),
      hidden: m.bird_dog_sway_hidden(),
    },
    {
      id: 'tempo-drift',
      name: m.bird_dog_tempo_drift(),
      cue: m.bird_dog_tempo_drift_cue(),
      gave: m.bird_dog_tempo_drift_gave(),
      hidden: m.bird_dog_tempo_drift_hidden(),
    },
    {
      id: 'pelvic-rotation',
      name: m.bird_dog_pelvic_rotation(),
      cue: m.bird_dog_pelvic_rotation_cue(),
      gave: m.bird_dog_pelvic_rotation_gave(),
      hidden: m.bird_dog_pelvic_rotation_hidden(),
    },
    {
      id: 'lateral-shift',
      name: m.bird_dog_lateral_shift(),
      cue: m.bird_dog_lateral_shift_cue(),
      gave: m.bird_dog_lateral_shift_gave(),
      hidden: m.bird_dog_lateral_shift_hidden(),
    },
  ],
  rules: birdDogRules,
}
