import { m } from '../../words/compiled/messages'
import type { ExerciseExplanation } from '../shared/explanation'
import { faults } from './figures'

export const explanation: ExerciseExplanation = {
  steps: [m.bridge_step_1(), m.bridge_step_2(), m.bridge_step_3()],
  cannot: m.bridge_cannot(),
  checks: {
    'short-range': {
      looks: m.bridge_short_range_looks(),
      how: m.bridge_short_range_how(),
      fault: faults['short-range'],
    },
    'hip-overextension': {
      looks: m.bridge_hip_overextension_looks(),
      how: m.bridge_hip_overextension_how(),
      fault: faults['hip-overextension'],
    },
    'lumbar-extension': {
      looks: m.bridge_lumbar_extension_looks(),
      how: m.bridge_lumbar_extension_how(),
      fault: faults['lumbar-extension'],
    },
    'hip-sag': {
      looks: m.bridge_hip_sag_looks(),
      how: m.bridge_hip_sag_how(),
      fault: faults['hip-sag'],
    },
    'feet-far': {
      looks: m.bridge_feet_far_looks(),
      how: m.bridge_feet_far_how(),
      fault: faults['feet-far'],
    },
    'knee-valgus': {
      looks: m.bridge_knee_valgus_looks(),
      how: m.bridge_knee_valgus_how(),
      fault: faults['knee-valgus'],
    },
    'knee-splay': {
      looks: m.bridge_knee_splay_looks(),
      how: m.bridge_knee_splay_how(),
      fault: faults['knee-splay'],
    },
    neck: {
      looks: m.bridge_neck_looks(),
      how: m.bridge_neck_how(),
      fault: faults.neck,
    },
    'pelvic-drop': {
      looks: m.bridge_pelvic_drop_looks(),
      how: m.bridge_pelvic_drop_how(),
      fault: faults['pelvic-drop'],
    },
    sway: {
      looks: m.bridge_sway_looks(),
      how: m.bridge_sway_how(),
      fault: faults.sway,
    },
    'tempo-drift': {
      looks: m.bridge_tempo_drift_looks(),
      how: m.bridge_tempo_drift_how(),
      fault: faults['tempo-drift'],
    },
  },
  measures: {
    hip: m.learn_measure_hip(),
    trunk: m.learn_measure_trunk(),
    belly: m.learn_measure_belly(),
    sag: m.learn_measure_sag(),
    feet: m.learn_measure_feet(),
    feetAtRest: m.learn_measure_feet_at_rest(),
    kneeGap: m.learn_measure_knee_gap(),
    neck: m.learn_measure_neck(),
    sway: m.learn_measure_sway(),
    tempo: m.learn_measure_tempo(),
  },
  sources: [
    'Lehecka BJ et al. 2017, International Journal of Sports Physical Therapy 12:543',
    'Kang SY et al. 2016, Manual Therapy 22:211–215',
  ],
}
