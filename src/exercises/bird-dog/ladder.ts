import type { Dose, Ladder } from '../../core/programme/ladder/ladder'
import { m } from '../../words/compiled/messages'

const dose = (reps: readonly number[], hold: number, rest: number, range = 0, load = 0): Dose => ({
  sets: reps.map((count) => ({ reps: count, hold, lower: 2 })),
  rest,
  range,
  load,
})

/**
 * From one arm to the opposite pair with cuffs. Reps of a set alternate sides.
 * Every level starts with ten reps or more, so that one more is never above +10%.
 */
export const ladder: Ladder = {
  exercise: 'bird-dog',
  order: 2,
  kind: 'reps',
  needs: ['kneeling', 'wrists'],
  eases: {
    'lumbar-extension': 'range',
    'leg-high': 'range',
    'balance-loss': 'range',
    sway: 'hold',
    'tempo-drift': 'rest',
  },
  levels: [
    {
      id: 'arm-reach',
      name: m.bird_dog_level_arm_reach(),
      variation: 'arm-only',
      sided: false,
      up: 2,
      start: dose([6, 6], 2, 45),
      topReps: [8, 8],
      steps: [{ axis: 'reps', by: 1, to: 8 }],
    },
    {
      id: 'leg-reach',
      name: m.bird_dog_level_leg_reach(),
      variation: 'leg-only',
      sided: false,
      up: 2,
      start: dose([6, 6], 2, 45, -30),
      topReps: [8, 8],
      steps: [
        { axis: 'reps', by: 1, to: 8 },
        { axis: 'range', by: 5, to: 0 },
      ],
    },
    {
      id: 'pair-low',
      name: m.bird_dog_level_pair_low(),
      variation: 'opposite-pair',
      sided: false,
      up: 2,
      start: dose([6, 6], 2, 45, -20),
      topReps: [8, 8],
      steps: [
        { axis: 'reps', by: 1, to: 8 },
        { axis: 'range', by: 5, to: 0 },
        { axis: 'hold', by: 1, to: 5 },
      ],
    },
    {
      id: 'pair-holds',
      name: m.bird_dog_level_pair_holds(),
      variation: 'opposite-pair',
      sided: false,
      up: 2,
      start: dose([4, 3, 3], 10, 30),
      topReps: [6, 5, 4],
      steps: [
        { axis: 'reps', by: 1, to: 6 },
        { axis: 'rest', by: 5, to: 20 },
      ],
    },
    {
      // Weight far out on the limbs raises trunk shear: the last level, and 0.75 kg at most.
      id: 'pair-cuffs',
      name: m.bird_dog_level_pair_cuffs(),
      variation: 'opposite-pair',
      sided: false,
      up: 2,
      start: dose([4, 4, 4], 10, 30, 0, 0.25),
      // The last level goes on in repeats: holds stay at ten seconds.
      topReps: [8, 8, 7],
      steps: [
        { axis: 'reps', by: 1, to: 8 },
        { axis: 'load', by: 0.25, to: 0.75 },
      ],
    },
  ],
}
