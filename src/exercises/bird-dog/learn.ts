import { m } from '../../words/compiled/messages'
import type { ExerciseExplanation } from '../shared/explanation'
import { faults } from './figures'

export const explanation: ExerciseExplanation = {
  steps: [m.bird_dog_step_1(), m.bird_dog_step_2(), m.bird_dog_step_3()],
  cannot: m.bird_dog_cannot(),
  checks: {
    'lumbar-extension': {
      looks: m.bird_dog_lumbar_extension_looks(),
      how: m.bird_dog_lumbar_extension_how(),
      fault: faults['lumbar-extension'],
    },
    'leg-high': {
      looks: m.bird_dog_leg_high_looks(),
      how: m.bird_dog_leg_high_how(),
      fault: faults['leg-high'],
    },
    'short-range': {
      looks: m.bird_dog_short_range_looks(),
      how: m.bird_dog_short_range_how(),
      fault: faults['short-range'],
    },
    neck: {
      looks: m.bird_dog_neck_looks(),
      how: m.bird_dog_neck_how(),
      fault: faults.neck,
    },
    'shoulder-collapse': {
      looks: m.bird_dog_shoulder_collapse_looks(),
      how: m.bird_dog_shoulder_collapse_how(),
      fault: faults['shoulder-collapse'],
    },
    'balance-loss': {
      looks: m.bird_dog_balance_loss_looks(),
      how: m.bird_dog_balance_loss_how(),
      fault: faults['balance-loss'],
    },
    sway: {
      looks: m.bird_dog_sway_looks(),
      how: m.bird_dog_sway_how(),
      fault: faults.sway,
    },
    'tempo-drift': {
      looks: m.bird_dog_tempo_drift_looks(),
      how: m.bird_dog_tempo_drift_how(),
      fault: faults['tempo-drift'],
    },
    'pelvic-rotation': {
      looks: m.bird_dog_pelvic_rotation_looks(),
      how: m.bird_dog_pelvic_rotation_how(),
      fault: faults['pelvic-rotation'],
    },
    'lateral-shift': {
      looks: m.bird_dog_lateral_shift_looks(),
      how: m.bird_dog_lateral_shift_how(),
      fault: faults['lateral-shift'],
    },
  },
  measures: {
    sagitta: m.learn_measure_sagitta(),
    trunk: m.learn_measure_trunk(),
    thigh: m.learn_measure_thigh(),
    knee: m.learn_measure_knee(),
    elbow: m.learn_measure_elbow(),
    neck: m.learn_measure_neck(),
    sink: m.learn_measure_sink(),
    shrug: m.learn_measure_ear(),
    jump: m.learn_measure_jump(),
    sway: m.learn_measure_sway(),
    tempo: m.learn_measure_tempo(),
  },
  sources: [
    'Callaghan JP et al. 1998, Physical Therapy 78:8–18',
    'Bird-dog variants, 2023, Sports 11(6):119',
  ],
}
