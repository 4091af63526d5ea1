import type { Dose, Ladder } from '../../core/programme/ladder/ladder'
import { m } from '../../words/compiled/messages'

const dose = (reps: readonly number[], hold: number, rest: number, range = 0, load = 0): Dose => ({
  sets: reps.map((count) => ({ reps: count, hold, lower: 2 })),
  rest,
  range,
  load,
})

/** From a partial lift on both feet to one leg with a small weight on the pelvis. */
export const ladder: Ladder = {
  exercise: 'bridge',
  order: 3,
  kind: 'reps',
  needs: ['lying-on-back'],
  eases: {
    'hip-overextension': 'range',
    'lumbar-extension': 'range',
    'hip-sag': 'hold',
    sway: 'hold',
    'tempo-drift': 'rest',
  },
  levels: [
    {
      id: 'partial',
      name: m.bridge_level_partial(),
      variation: 'double-leg',
      sided: false,
      up: 2,
      start: dose([6, 6], 1, 45, -20),
      topReps: [8, 8],
      steps: [
        { axis: 'reps', by: 1, to: 8 },
        { axis: 'range', by: 5, to: 0 },
      ],
    },
    {
      id: 'full',
      name: m.bridge_level_full(),
      variation: 'double-leg',
      sided: false,
      up: 2,
      start: dose([6, 5, 5], 1, 45),
      topReps: [8, 8, 8],
      steps: [
        { axis: 'reps', by: 1, to: 8 },
        { axis: 'lower', by: 1, to: 3 },
      ],
    },
    {
      id: 'holds',
      name: m.bridge_level_holds(),
      variation: 'double-leg',
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
      id: 'march',
      name: m.bridge_level_march(),
      variation: 'march',
      sided: false,
      up: 2,
      start: dose([4, 4, 4], 2, 45),
      topReps: [8, 8, 8],
      steps: [{ axis: 'reps', by: 1, to: 8 }],
    },
    {
      id: 'single-short',
      name: m.bridge_level_single_short(),
      variation: 'single-leg',
      sided: true,
      up: 2,
      start: dose([4, 3, 3], 1, 45, -20),
      topReps: [6, 6, 6],
      steps: [
        { axis: 'reps', by: 1, to: 6 },
        { axis: 'range', by: 5, to: 0 },
      ],
    },
    {
      id: 'single-full',
      name: m.bridge_level_single_full(),
      variation: 'single-leg',
      sided: true,
      up: 2,
      start: dose([5, 5, 5], 2, 45),
      topReps: [8, 8, 8],
      steps: [
        { axis: 'reps', by: 1, to: 8 },
        { axis: 'hold', by: 1, to: 5 },
      ],
    },
    {
      id: 'single-load',
      name: m.bridge_level_single_load(),
      variation: 'single-leg',
      sided: true,
      up: 2,
      start: dose([5, 5, 5], 2, 45, 0, 0.5),
      topReps: [12, 12, 12],
      steps: [
        { axis: 'reps', by: 1, to: 12 },
        { axis: 'load', by: 0.5, to: 2.5 },
      ],
    },
  ],
}
