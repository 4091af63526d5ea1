import type { ExerciseDefinition } from '../../core/analysis/definition'
import { m } from '../../words/compiled/messages'
import { bridgeOutline } from './outline'
import { bridgeRules } from './rules'

/** On the back, feet down, the hips lift to a straight line from shoulder to knee. */
export const bridge: ExerciseDefinition = {
  ...bridgeOutline,
  name: m.bridge_name(),
  variations: [
    { id: 'double-leg', name: m.bridge_double_leg(), description: m.bridge_double_leg_description() },
    { id: 'single-leg', name: m.bridge_single_leg(), description: m.bridge_single_leg_description() },
    { id: 'march', name: m.bridge_march(), description: m.bridge_march_description() },
  ],
  placement: [m.bridge_place_side(), m.bridge_place_lens(), m.bridge_place_leg()],
  startPosition: m.bridge_start(),
  secondView: {
    ...bridgeOutline.secondView,
    name: m.bridge_knees(),
    choices: [m.bridge_knees_choice_main(), m.bridge_knees_choice()],
    why: m.bridge_knees_why(),
    proposal: m.bridge_knees_proposal(),
    facing: 'head-end',
    placement: [m.bridge_knees_place_chair(), m.bridge_knees_place_books(), m.bridge_knees_place_tilt()],
    checks: ['knee-valgus', 'knee-splay'],
    only: m.bridge_knees_only(),
    held: (count) => m.bridge_knees_held({ count }),
    heldOf: (judged, count) => m.bridge_knees_held_of({ judged, count }),
    wandered: (flagged, count) => m.bridge_knees_left({ flagged, count }),
  },
  checks: [
    {
      id: 'short-range',
      name: m.bridge_short_range(),
      cue: m.bridge_short_range_cue(),
      gave: m.bridge_short_range_gave(),
      hidden: m.bridge_short_range_hidden(),
    },
    {
      id: 'hip-overextension',
      name: m.bridge_hip_overextension(),
      cue: m.bridge_hip_overextension_cue(),
      gave: m.bridge_hip_overextension_gave(),
      hidden: m.bridge_hip_overextension_hidden(),
    },
    {
      id: 'lumbar-extension',
      name: m.bridge_lumbar_extension(),
      cue: m.bridge_lumbar_extension_cue(),
      gave: m.bridge_lumbar_extension_gave(),
      hidden: m.bridge_lumbar_extension_hidden(),
    },
    {
      id: 'hip-sag',
      name: m.bridge_hip_sag(),
      cue: m.bridge_hip_sag_cue(),
      gave: m.bridge_hip_sag_gave(),
      hidden: m.bridge_hip_sag_hidden(),
    },
    {
      id: 'feet-far',
      name: m.bridge_feet_far(),
      cue: m.bridge_feet_far_cue(),
      gave: m.bridge_feet_far_gave(),
      hidden: m.bridge_feet_far_hidden(),
    },
    {
      id: 'knee-valgus',
      name: m.bridge_knee_valgus(),
      cue: m.bridge_knee_valgus_cue(),
      gave: m.bridge_knee_valgus_gave(),
      hidden: m.bridge_knee_valgus_hidden(),
    },
    {
      id: 'knee-splay',
      name: m.bridge_knee_splay(),
      cue: m.bridge_knee_splay_cue(),
      gave: m.bridge_knee_splay_gave(),
      hidden: m.bridge_knee_splay_hidden(),
    },
    {
      id: 'neck',
      name: m.bridge_neck(),
      cue: m.bridge_neck_cue(),
      gave: m.bridge_neck_gave(),
      hidden: m.bridge_neck_hidden(),
    },
    {
      id: 'pelvic-drop',
      name: m.bridge_pelvic_drop(),
      cue: m.bridge_pelvic_drop_cue(),
      gave: m.bridge_pelvic_drop_gave(),
      hidden: m.bridge_pelvic_drop_hidden(),
    },
    {
      id: 'sway',
      name: m.bridge_sway(),
      cue: m.bridge_sway_cue(),
      gave: m.bridge_sway_gave(),
      hidden: m.bridge_sway_hidden(),
    },
    {
      id: 'tempo-drift',
      name: m.bridge_tempo_drift(),
      cue: m.bridge_tempo_drift_cue(),
      gave: m.bridge_tempo_drift_gave(),
      hidden: m.bridge_tempo_drift_hidden(),
    },
  ],
  rules: bridgeRules,
}
