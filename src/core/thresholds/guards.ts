/** Absolute limits: a bad baseline must not make bad form legal. */
import { NEVER, type Guard } from './basis'

export const guards = {
  'bird-dog.thigh-high': {
    moderate: 36,
    severe: 55,
    unit: 'deg',
    basis: 'clean legs read 3-20° above the trunk line by body',
    source: 'clips, E',
  },
  'bird-dog.knee-short': {
    moderate: 135,
    severe: -NEVER,
    unit: 'deg',
    basis: 'clinical 145 less the model’s bias',
    source: 'clinical 3',
  },
  'bridge.hip-short': { moderate: 162, severe: 152, unit: 'deg', basis: 'top limits', source: 'clinical 4' },
  'bridge.hip-over': {
    moderate: 210,
    severe: 220,
    unit: 'deg',
    basis: 'good tops read 173-200° by body',
    source: 'clips, real',
  },
  'side-plank.sag': {
    moderate: -13,
    severe: -22,
    unit: 'deg',
    basis: 'absolute line limit',
    source: 'clinical 5',
  },
  'side-plank.high': {
    moderate: 20,
    severe: NEVER,
    unit: 'deg',
    basis: 'clean holds read −4 to +10° by body',
    source: 'clips, E',
  },
} as const satisfies Record<string, Guard>
