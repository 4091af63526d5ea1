import type { ExerciseDefinition } from '../../core/analysis/definition'
import { m } from '../../words/compiled/messages'
import { head, hips, hipsAndOutline, leg, nowhere, reachingLimbs, shoulders, trunk } from '../shared/focus'
import { outline } from './outline'
import { rules } from './rules'

/** On all fours, one leg, one arm or an opposite pair reaches out and comes back. */
export const definition: ExerciseDefinition = {
  ...outline,
  placement: [m.bird_dog_place_side(), m.bird_dog_place_lens(), m.bird_dog_place_room()],
  startPosition: m.bird_dog_start(),
  checks: [
    {
      id: 'lumbar-extension',
      name: m.bird_dog_lumbar_extension(),
      cue: m.bird_dog_lumbar_extension_cue(),
      gave: m.bird_dog_lumbar_extension_gave(),
      hidden: m.bird_dog_lumbar_extension_hidden(),
      focus: hipsAndOutline,
    },
    {
      id: 'leg-high',
      name: m.bird_dog_leg_high(),
      cue: m.bird_dog_leg_high_cue(),
      gave: m.bird_dog_leg_high_gave(),
      hidden: m.bird_dog_leg_high_hidden(),
      focus: leg,
    },
    {
      id: 'short-range',
      name: m.bird_dog_short_range(),
      cue: m.bird_dog_short_range_cue(),
      gave: m.bird_dog_short_range_gave(),
      hidden: m.bird_dog_short_range_hidden(),
      focus: reachingLimbs,
    },
    {
      id: 'neck',
      name: m.bird_dog_neck(),
      cue: m.bird_dog_neck_cue(),
      gave: m.bird_dog_neck_gave(),
      hidden: m.bird_dog_neck_hidden(),
      focus: head,
    },
    {
      id: 'shoulder-collapse',
      name: m.bird_dog_shoulder_collapse(),
      cue: m.bird_dog_shoulder_collapse_cue(),
      gave: m.bird_dog_shoulder_collapse_gave(),
      hidden: m.bird_dog_shoulder_collapse_hidden(),
      focus: shoulders,
    },
    {
      id: 'balance-loss',
      name: m.bird_dog_balance_loss(),
      cue: m.bird_dog_balance_loss_cue(),
      gave: m.bird_dog_balance_loss_gave(),
      hidden: m.bird_dog_balance_loss_hidden(),
      focus: trunk,
    },
    {
      id: 'sway',
      name: m.bird_dog_sway(),
      cue: m.bird_dog_sway_cue(),
      gave: m.bird_dog_sway_gave(),
      hidden: m.bird_dog_sway_hidden(),
      focus: trunk,
    },
    {
      id: 'tempo-drift',
      name: m.bird_dog_tempo_drift(),
      cue: m.bird_dog_tempo_drift_cue(),
      gave: m.bird_dog_tempo_drift_gave(),
      hidden: m.bird_dog_tempo_drift_hidden(),
      focus: nowhere,
    },
    {
      id: 'pelvic-rotation',
      name: m.bird_dog_pelvic_rotation(),
      cue: m.bird_dog_pelvic_rotation_cue(),
      gave: m.bird_dog_pelvic_rotation_gave(),
      hidden: m.bird_dog_pelvic_rotation_hidden(),
      focus: hips,
    },
    {
      id: 'lateral-shift',
      name: m.bird_dog_lateral_shift(),
      cue: m.bird_dog_lateral_shift_cue(),
      gave: m.bird_dog_lateral_shift_gave(),
      hidden: m.bird_dog_lateral_shift_hidden(),
      focus: hips,
    },
  ],
  curve: { unit: ' %', caption: m.bird_dog_curve() },
  rules,
}
