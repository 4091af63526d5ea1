import type { ExerciseDefinition } from '../../core/analysis/definition'
import { m } from '../../words/compiled/messages'
import { sidePlankOutline } from './outline'
import { sidePlankRules } from './rules'

/** On one forearm, the hips lift off the floor and stay in line. */
export const sidePlank: ExerciseDefinition = {
  ...sidePlankOutline,
  name: m.side_plank_name(),
  variations: [
    { id: 'knees', name: m.side_plank_knees(), description: m.side_plank_knees_description() },
    { id: 'feet', name: m.side_plank_feet(), description: m.side_plank_feet_description() },
  ],
  placement: [m.side_plank_place_chest(), m.side_plank_place_chair(), m.side_plank_place_whole()],
  startPosition: m.side_plank_start(),
  checks: [
    {
      id: 'hip-sag',
      name: m.side_plank_hip_sag(),
      cue: m.side_plank_hip_sag_cue(),
      gave: m.side_plank_hip_sag_gave(),
      hidden: m.side_plank_hip_sag_hidden(),
    },
    {
      id: 'hip-high',
      name: m.side_plank_hip_high(),
      cue: m.side_plank_hip_high_cue(),
      gave: m.side_plank_hip_high_gave(),
      hidden: m.side_plank_hip_high_hidden(),
    },
    {
      id: 'hip-flexion',
      name: m.side_plank_hip_flexion(),
      cue: m.side_plank_hip_flexion_cue(),
      gave: m.side_plank_hip_flexion_gave(),
      hidden: m.side_plank_hip_flexion_hidden(),
    },
    {
      id: 'trunk-roll',
      name: m.side_plank_trunk_roll(),
      cue: m.side_plank_trunk_roll_cue(),
      gave: m.side_plank_trunk_roll_gave(),
      hidden: m.side_plank_trunk_roll_hidden(),
    },
    {
      id: 'shoulder-collapse',
      name: m.side_plank_shoulder_collapse(),
      cue: m.side_plank_shoulder_collapse_cue(),
      gave: m.side_plank_shoulder_collapse_gave(),
      hidden: m.side_plank_shoulder_collapse_hidden(),
    },
    {
      id: 'neck',
      name: m.side_plank_neck(),
      cue: m.side_plank_neck_cue(),
      gave: m.side_plank_neck_gave(),
      hidden: m.side_plank_neck_hidden(),
    },
    {
      id: 'elbow-off',
      name: m.side_plank_elbow_off(),
      cue: m.side_plank_elbow_off_cue(),
      gave: m.side_plank_elbow_off_gave(),
      hidden: m.side_plank_elbow_off_hidden(),
    },
    {
      id: 'sway',
      name: m.side_plank_sway(),
      cue: m.side_plank_sway_cue(),
      gave: m.side_plank_sway_gave(),
      hidden: m.side_plank_sway_hidden(),
    },
  ],
  rules: sidePlankRules,
}
