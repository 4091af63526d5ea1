import { m } from '../../words/compiled/messages'
import type { ExerciseExplanation } from '../shared/explanation'
import { faults } from './figures'

export const explanation: ExerciseExplanation = {
  steps: [m.side_plank_step_1(), m.side_plank_step_2(), m.side_plank_step_3()],
  cannot: m.side_plank_cannot(),
  checks: {
    'hip-sag': {
      looks: m.side_plank_hip_sag_looks(),
      how: m.side_plank_hip_sag_how(),
      fault: faults['hip-sag'],
    },
    'hip-high': {
      looks: m.side_plank_hip_high_looks(),
      how: m.side_plank_hip_high_how(),
      fault: faults['hip-high'],
    },
    'hip-flexion': {
      looks: m.side_plank_hip_flexion_looks(),
      how: m.side_plank_hip_flexion_how(),
      fault: faults['hip-flexion'],
    },
    'trunk-roll': {
      looks: m.side_plank_trunk_roll_looks(),
      how: m.side_plank_trunk_roll_how(),
      fault: faults['trunk-roll'],
    },
    'shoulder-collapse': {
      looks: m.side_plank_shoulder_collapse_looks(),
      how: m.side_plank_shoulder_collapse_how(),
      fault: faults['shoulder-collapse'],
    },
    neck: {
      looks: m.side_plank_neck_looks(),
      how: m.side_plank_neck_how(),
      fault: faults.neck,
    },
    'elbow-off': {
      looks: m.side_plank_elbow_off_looks(),
      how: m.side_plank_elbow_off_how(),
      fault: faults['elbow-off'],
    },
    sway: {
      looks: m.side_plank_sway_looks(),
      how: m.side_plank_sway_how(),
      fault: faults.sway,
    },
  },
  measures: {
    line: m.learn_measure_line(),
    width: m.learn_measure_width(),
    shoulder: m.learn_measure_shoulder(),
    shrug: m.learn_measure_ear(),
    neck: m.learn_measure_neck(),
    upperArm: m.learn_measure_upper_arm(),
    sway: m.learn_measure_sway(),
  },
  sources: [
    'Juan-Recio C et al. 2022, Biology 11:1043',
    'McGill SM, Childs A, Liebenson C. 1999, Archives of Physical Medicine and Rehabilitation 80:941',
  ],
}
