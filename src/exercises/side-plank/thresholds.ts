/** Every number that only the side plank is judged by. Its rules also use the ones in core that all exercises share. */
import { defineThresholds, NEVER, shared } from '../../core/thresholds'

export const { limit, threshold, own } = defineThresholds(
  {
    // Posture, phases and what counts as a hold.
    'side-plank.stacked': {
      value: 35,
      unit: 'deg',
      basis: 'line from the lower to the upper shoulder: on one side, not on the belly',
      source: 'clips',
    },
    'side-plank.lying': {
      value: 60,
      unit: 'deg',
      basis: 'trunk steeper than this sits or stands',
      source: 'E',
    },
    'side-plank.arm-under': {
      value: 0.4,
      unit: 'trunk lengths',
      basis: 'the lower of hand and elbow under the shoulders: the elbow alone reads 0.36-0.45',
      source: 'clips',
    },
    'side-plank.width': {
      value: 0.2,
      unit: 'trunk lengths',
      basis: 'shoulders apart in the picture: the chest or the back is towards the lens',
      source: 'E',
    },
    'side-plank.folded': {
      value: 55,
      unit: 'deg',
      basis:
        'hips so far over the line kneel or sit: all fours read 75-90, a trunk that turns under itself 45',
      source: 'clips, films',
    },
    'side-plank.legs-apart': {
      value: 0.4,
      unit: 'trunk lengths',
      basis: 'one ankle so much higher is raised: the body line ends at the other',
      source: 'E',
    },
    'side-plank.knee-down': {
      value: 0.1,
      unit: 'trunk lengths',
      basis: 'the knee joint of somebody who kneels on it, over the line from the hand to the foot',
      source: 'E',
    },

    // How far from the person's own baseline a sign is mild, moderate and severe.
    'side-plank.sag': {
      value: { grades: [5, 8, 16], noise: 1 },
      unit: 'deg',
      basis: '10° of sag read as 8° in the picture; clean holds repeat to 1°',
      source: 'form 5, clips',
    },
    'side-plank.high': {
      value: { grades: [5, 8, NEVER], noise: 1 },
      unit: 'deg',
      basis: '10° of lift read as 8-9°',
      source: 'form 5, clips',
    },
    'side-plank.roll': {
      value: { grades: [9, 13, 32], noise: 1.5 },
      unit: '% width',
      basis: 'shoulder width lost: 13% at 18° under a raised lens, at 28° under a low one',
      source: 'form 5, views, clips',
    },
    'side-plank.flexion': {
      value: { grades: [8, 12, NEVER], noise: 2 },
      unit: 'deg',
      basis: 'hips bent back rise in the picture of a raised lens',
      source: 'views, clips',
    },
    'side-plank.shoulder': {
      value: { grades: [10, 18, NEVER], noise: 2.5 },
      unit: '%',
      basis: 'shoulder height over the elbow',
      source: 'form 5',
    },
    'side-plank.shrug': {
      value: { grades: [15, 25, NEVER], noise: 1.5 },
      unit: '%',
      basis: 'ears nearer to the shoulders; clean holds keep to 1%, 28° of roll takes 5%',
      source: 'form 5, clips',
    },
    'side-plank.elbow': {
      value: { grades: [18, 30, NEVER], noise: 1 },
      unit: 'deg',
      basis: 'upper arm off the vertical before the lift: 15 in docs/form.md 5; clean set-ups read up to 13°',
      source: 'form 5, clips',
    },
    'side-plank.neck': {
      value: { grades: [9, 12, NEVER], noise: 2.5 },
      unit: 'deg',
      basis:
        'the neck bends below the ears, so 20° of it turns the ears by about 14° about the shoulders; clean up to 8°',
      source: 'form 5, E',
    },

    // Absolute limits: a bad baseline must not make bad form legal.
    'side-plank.sag-guard': {
      value: { moderate: -13, severe: -22 },
      unit: 'deg',
      basis: 'absolute line limit',
      source: 'form 5',
    },
    'side-plank.high-guard': {
      value: { moderate: 20, severe: NEVER },
      unit: 'deg',
      basis: 'clean holds read −4 to +10° by body',
      source: 'clips, E',
    },
  },
  shared,
)
