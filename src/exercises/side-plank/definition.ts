import type { ExerciseDefinition } from '../../core/analysis/definition'
import { m } from '../../words/compiled/messages'
import { elbows, head, hips, shoulders, trunk } from '../shared/focus'
import { outline } from './outline'
import { rules } from './rules'

/** On one forearm, the hips lift off the floor and stay in line. */
export const definition: ExerciseDefinition = {
  ...outline,
  placement: [m.side_plank_place_chest(), m.side_plank_place_chair(), m.side_plank_place_whole()],
  startPosition: m.side_plank_start(),
  checks: [
    {
      id: 'hip-sag',
      name: m.side_plank_hip_sag(),
      clear: m.side_plank_hip_sag_clear(),
      cue: m.side_plank_hip_sag_cue(),
      gave: m.side_plank_hip_sag_gave(),
      hidden: m.side_plank_hip_sag_hidden(),
      focus: hips,
    },
    {
      id: 'hip-high',
      name: m.side_plank_hip_high(),
      clear: m.side_plank_hip_high_clear(),
      cue: m.side_plank_hip_high_cue(),
      gave: m.side_plank_hip_high_gave(),
      hidden: m.side_plank_hip_high_hidden(),
      focus: hips,
    },
    {
      id: 'hip-flexion',
      name: m.side_plank_hip_flexion(),
      clear: m.side_plank_hip_flexion_clear(),
      cue: m.side_plank_hip_flexion_cue(),
      gave: m.side_plank_hip_flexion_gave(),
      hidden: m.side_plank_hip_flexion_hidden(),
      focus: hips,
    },
    {
      id: 'trunk-roll',
      name: m.side_plank_trunk_roll(),
      clear: m.side_plank_trunk_roll_clear(),
      cue: m.side_plank_trunk_roll_cue(),
      gave: m.side_plank_trunk_roll_gave(),
      hidden: m.side_plank_trunk_roll_hidden(),
      focus: trunk,
    },
    {
      id: 'shoulder-collapse',
      name: m.side_plank_shoulder_collapse(),
      clear: m.side_plank_shoulder_collapse_clear(),
      cue: m.side_plank_shoulder_collapse_cue(),
      gave: m.side_plank_shoulder_collapse_gave(),
      hidden: m.side_plank_shoulder_collapse_hidden(),
      focus: shoulders,
    },
    {
      id: 'neck',
      name: m.side_plank_neck(),
      clear: m.side_plank_neck_clear(),
      cue: m.side_plank_neck_cue(),
      gave: m.side_plank_neck_gave(),
      hidden: m.side_plank_neck_hidden(),
      focus: head,
    },
    {
      id: 'elbow-off',
      name: m.side_plank_elbow_off(),
      clear: m.side_plank_elbow_off_clear(),
      cue: m.side_plank_elbow_off_cue(),
      gave: m.side_plank_elbow_off_gave(),
      hidden: m.side_plank_elbow_off_hidden(),
      focus: elbows,
    },
    {
      id: 'sway',
      name: m.side_plank_sway(),
      clear: m.side_plank_sway_clear(),
      cue: m.side_plank_sway_cue(),
      gave: m.side_plank_sway_gave(),
      hidden: m.side_plank_sway_hidden(),
      focus: trunk,
    },
  ],
  curve: { unit: '°', caption: m.side_plank_curve() },
  rules,
}
