/** How far from the own baseline a sign is mild, moderate and severe. */
import { NEVER, type ThresholdRow } from './threshold'

export const grades = {
  sway: {
    value: { grades: [1.5, 3, 5], noise: 0.4 },
    unit: '% trunk',
    basis: 'spread of hip and shoulder middle in the hold; supports, never ends a set',
    source: 'form 3-5',
  },
  tempo: {
    value: { grades: [25, 40, NEVER], noise: 6 },
    unit: '%',
    basis: 'rep time under own baseline: rushed below 60%; supports, never ends a set',
    source: 'form 3',
  },
} as const satisfies Record<string, ThresholdRow>
