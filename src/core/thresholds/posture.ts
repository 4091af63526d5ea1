/** What a body must look like to be in an exercise at all, and when a skeleton is the model's mistake. */
import type { ThresholdRow } from './threshold'

export const posture = {
  'body.least-trunk': {
    value: 0.2,
    unit: 'm',
    basis: 'the model’s bodies are of adult size: a shorter trunk is no body',
    source: 'E',
  },
  'body.most-trunk': { value: 0.9, unit: 'm', basis: 'as least-trunk, the other way', source: 'E' },
  'identity.jump': {
    value: 0.35,
    unit: 'trunk lengths',
    basis: 'what exchanging two limbs must save: well above any step that a limb makes in a frame',
    source: 'clips',
  },
  'identity.together': {
    value: 0.3,
    unit: 'trunk lengths',
    basis: 'limbs nearer together can’t be told apart by place',
    source: 'E',
  },
  'identity.gap-seconds': {
    value: 0.5,
    unit: 's',
    basis: 'after a longer gap continuity says nothing',
    source: 'E',
  },
  'lying.face': {
    value: 0,
    unit: 'trunk lengths',
    basis: 'the nose under the ears: belly down; 0.04-0.18 on all fours, −0.1 to −0.18 on the back',
    source: 'clips, real',
  },
  'lying.swapped-share': {
    value: 0.8,
    unit: 'share of the frames',
    basis:
      'in which the nearer side is the wrong one: the model has taken left for right; below 0.2 in all films',
    source: 'real, E',
  },
  'trust.together': {
    value: 0.12,
    unit: 'trunk lengths',
    basis: 'a far limb so near to the near one is hidden behind it or put upon it: a guess',
    source: 'real, E',
  },
  'trust.longest-arm-bone': {
    value: 0.85,
    unit: 'trunk lengths',
    basis:
      'upper arm and forearm are about 0.6 and 0.5 long; the estimate of a trunk length strays by a third',
    source: 'E',
  },
  'trust.longest-leg-bone': {
    value: 1.2,
    unit: 'trunk lengths',
    basis: 'thigh and shin are about 0.85 long; as for the arm',
    source: 'E',
  },
  'trust.step': {
    value: 0.3,
    unit: 'trunk lengths',
    basis: 'a hand or foot steps so far from frame to frame by the model’s noise alone',
    source: 'E',
  },
  'trust.speed': {
    value: 8,
    unit: 'trunk lengths/s',
    basis: 'a quick reach, 4 m/s; a limb that the model puts elsewhere leaps further',
    source: 'E',
  },
  'upright.trunk': {
    value: 50,
    unit: 'deg',
    basis: 'trunk and thighs steeper than this stand or kneel up; exercises lie below 45°',
    source: 'E',
  },
  'upright.tall': { value: 1.5, unit: 'height ÷ width', basis: 'a silhouette taller than wide', source: 'E' },
  'sees.confidence': {
    value: 0.3,
    unit: 'visibility',
    basis: 'low on purpose: a far limb in plain sight has 0.3-0.6',
    source: 'clips',
  },
  'sees.knees': {
    value: 0.5,
    unit: 'visibility',
    basis: 'from the head end the knees are all that is judged: surer than elsewhere',
    source: 'E',
  },
  'support.sway-seconds': {
    value: 0.6,
    unit: 's',
    basis: 'of hold that wobble needs to show in',
    source: 'E',
  },
  'body.least-share': {
    value: 0.0085,
    unit: 'of the height',
    basis:
      'a trunk that looks smaller is no body: four pixels of 480, a tenth of the furthest that is judged',
    source: 'E',
  },
  'sees.margin': {
    value: 0.01,
    unit: 'of the picture',
    basis: 'a point so little outside is still inside: the model’s own noise',
    source: 'E',
  },
  'support.sway-margin-seconds': {
    value: 0.15,
    unit: 's',
    basis: 'at both ends of the top, that still belong to the way',
    source: 'E',
  },
} as const satisfies Record<string, ThresholdRow>
