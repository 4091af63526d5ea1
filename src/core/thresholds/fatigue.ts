/** How far a marker of tiring has gone. */
import type { ThresholdRow } from './threshold'

export const fatigue = {
  'tempo-slowing': {
    value: { early: 25, strong: 50 },
    unit: '%',
    basis: 'rep time against reps 2-4',
    source: 'form 6.1',
  },
  'tempo-unevenness': {
    value: { early: 15, strong: 25 },
    unit: '%',
    basis: 'CV of the last four reps',
    source: 'form 6.1',
  },
  'range-loss': {
    value: { early: 8, strong: 12 },
    unit: 'deg',
    basis: 'target angle against reps 2-4',
    source: 'form 6.1',
  },
  'sway-growth': {
    value: { early: 1.5, strong: 2 },
    unit: 'times',
    basis: 'spread against the first seconds or reps',
    source: 'form 6.1',
  },
  'sway-slowing': {
    value: { early: 25, strong: 40 },
    unit: '%',
    basis: 'tired trunks sway larger and slower',
    source: 'form 6.1, E',
  },
  'hold-drift': {
    value: { early: 0.5, strong: 1 },
    unit: 'deg/s',
    basis: 'slope of the body line over 5 s',
    source: 'form 6.1',
  },
  corrections: {
    value: { early: 2, strong: 4 },
    unit: 'per 10 s',
    basis: 'returns over the mild limit',
    source: 'form 6.1',
  },
  'fatigue.least-points': {
    value: 4,
    unit: 'values',
    basis: 'a marker of fewer values shows no course',
    source: 'E',
  },
  'fatigue.least-reps': {
    value: 6,
    unit: 'reps',
    basis: 'the first, three fresh ones and two tired ones',
    source: 'form 6.1',
  },
  'fatigue.fresh-reps': {
    value: 3,
    unit: 'reps',
    basis: 'reps 2-4: the first one still finds its range',
    source: 'form 6.1',
  },
  'fatigue.tired-reps': { value: 2, unit: 'reps', basis: 'the last two', source: 'form 6.1' },
  'fatigue.uneven-reps': {
    value: 4,
    unit: 'reps',
    basis: 'the last four, whose tempo is compared',
    source: 'form 6.1',
  },
  'fatigue.least-sway': {
    value: 0.1,
    unit: '% trunk',
    basis: 'less sway than this is below what the model can tell, and must not be divided by',
    source: 'clips',
  },
  'fatigue.early-seconds': {
    value: 3,
    unit: 's',
    basis: 'the fresh part of a hold, as its baseline',
    source: 'form 5, 6.1',
  },
  'fatigue.slope-seconds': {
    value: 5,
    unit: 's',
    basis: 'over which the slope of the line is taken',
    source: 'form 6.1',
  },
  'fatigue.compared-windows': {
    value: 3,
    unit: 'seconds of windows',
    basis: 'at the start and at the end of a hold, that stand for fresh and for tired',
    source: 'form 6.1',
  },
  'fatigue.back-share': {
    value: 0.5,
    unit: 'of the mild limit',
    basis: 'back within it: a correction was made',
    source: 'form 6.1',
  },
  'fatigue.corrections-seconds': {
    value: 10,
    unit: 's',
    basis: 'over which corrections are counted',
    source: 'form 6.1',
  },
} as const satisfies Record<string, ThresholdRow>
