/** How far a marker of tiring has gone. */
import type { ThresholdRow } from './threshold'

export const fatigue = {
  'tempo-slowing': {
    value: { early: 25, strong: 50 },
    unit: '%',
    basis: 'rep time against reps 2-4',
    source: 'clinical 6.1',
  },
  'tempo-unevenness': {
    value: { early: 15, strong: 25 },
    unit: '%',
    basis: 'CV of the last four reps',
    source: 'clinical 6.1',
  },
  'range-loss': {
    value: { early: 8, strong: 12 },
    unit: 'deg',
    basis: 'target angle against reps 2-4',
    source: 'clinical 6.1',
  },
  'sway-growth': {
    value: { early: 1.5, strong: 2 },
    unit: 'times',
    basis: 'spread against the first seconds or reps',
    source: 'clinical 6.1',
  },
  'sway-slowing': {
    value: { early: 25, strong: 40 },
    unit: '%',
    basis: 'tired trunks sway larger and slower',
    source: 'clinical 6.1, E',
  },
  'hold-drift': {
    value: { early: 0.5, strong: 1 },
    unit: 'deg/s',
    basis: 'slope of the body line over 5 s',
    source: 'clinical 6.1',
  },
  corrections: {
    value: { early: 2, strong: 4 },
    unit: 'per 10 s',
    basis: 'returns over the mild limit',
    source: 'clinical 6.1',
  },
} as const satisfies Record<string, ThresholdRow>
