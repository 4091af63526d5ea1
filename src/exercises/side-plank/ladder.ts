import type { Dose, Ladder } from '../../core/programme/ladder/ladder'
import { m } from '../../words/compiled/messages'

const dose = (holds: readonly number[], hold: number, rest: number): Dose => ({
  sets: holds.map((reps) => ({ reps, hold, lower: 0 })),
  rest,
  range: 0,
  load: 0,
})

/**
 * From the knees first: the full side plank was mostly not tolerated by 13 people with back pain [3].
 * Short repeats before long ones; more repeats rather than longer holds.
 */
export const ladder: Ladder = {
  exercise: 'side-plank',
  order: 1,
  kind: 'hold',
  needs: ['shoulder'],
  eases: { 'hip-sag': 'hold', sway: 'hold', 'shoulder-collapse': 'rest' },
  levels: [
    {
      id: 'knees-5',
      name: m.side_plank_level_knees_5(),
      variation: 'knees',
      sided: true,
      up: 0,
      start: dose([4, 3, 3], 5, 45),
      topReps: [7, 7, 6],
      steps: [{ axis: 'reps', by: 1, to: 7 }],
    },
    {
      id: 'knees-10',
      name: m.side_plank_level_knees_10(),
      variation: 'knees',
      sided: true,
      up: 0,
      start: dose([4, 3, 3], 10, 30),
      topReps: [6, 5, 4],
      steps: [
        { axis: 'reps', by: 1, to: 6 },
        { axis: 'rest', by: 5, to: 20 },
      ],
    },
    {
      id: 'feet-5',
      name: m.side_plank_level_feet_5(),
      variation: 'feet',
      sided: true,
      up: 0,
      start: dose([4, 3, 3], 5, 45),
      topReps: [7, 7, 6],
      steps: [{ axis: 'reps', by: 1, to: 7 }],
    },
    {
      id: 'feet-10',
      name: m.side_plank_level_feet_10(),
      variation: 'feet',
      sided: true,
      up: 0,
      start: dose([4, 3, 3], 10, 30),
      topReps: [6, 5, 4],
      steps: [
        { axis: 'reps', by: 1, to: 6 },
        { axis: 'rest', by: 5, to: 20 },
      ],
    },
    {
      id: 'feet-long',
      name: m.side_plank_level_feet_long(),
      variation: 'feet',
      sided: true,
      up: 0,
      start: dose([1, 1, 1, 1], 15, 45),
      topReps: [1, 1, 1, 1],
      steps: [{ axis: 'hold', by: 5, to: 45 }],
    },
  ],
}
