/** Every number that only the bridge is judged by. Its rules also use the ones in core that all exercises share. */
import { defineThresholds, NEVER, shared } from '../../core/thresholds'

export const { limit, threshold, own } = defineThresholds(
  {
    // Posture, phases and what counts as a rep.
    'bridge.span-opening': {
      value: 55,
      unit: 'deg',
      basis: 'hip opening of a full rep: one span',
      source: 'clips',
    },
    'bridge.span-top': {
      value: 0.025,
      unit: 'of the height',
      basis:
        'the silhouette’s top edge rises 10-14 px of 480; no trunk length, as the skeleton that would give one is nonsense from there',
      source: 'clips',
    },
    'bridge.foot-up': {
      value: 0.3,
      unit: 'trunk lengths',
      basis: 'a foot so much higher is off the floor',
      source: 'E',
    },
    'bridge.knee-up': {
      value: 0.35,
      unit: 'trunk lengths',
      basis: 'the knee over the foot of a bent leg',
      source: 'E',
    },
    'bridge.flat': {
      value: 0.65,
      unit: 'trunk lengths',
      basis: 'shoulders and foot lie on the same floor; perspective from a table adds to it',
      source: 'clips',
    },
    'bridge.flat-oblique': {
      value: 0.6,
      unit: 'trunk lengths × sin(azimuth)',
      basis: 'feet nearer to the lens lie lower in the picture: 0.57-0.7 at 26°',
      source: 'real',
    },
    'bridge.face-down': {
      value: 0.1,
      unit: 'trunk lengths',
      basis: 'nose under the ears: 0.12-0.18 on all fours; from the feet end a bridge reads up to 0.09',
      source: 'clips, real',
    },
    'bridge.limb-under': {
      value: 0.4,
      unit: 'trunk lengths',
      basis:
        'hand under shoulders and knee under hips on all fours: 0.6-1.4; on the back the knees are above',
      source: 'clips, real',
    },
    'bridge.hips-rise': {
      value: 0.04,
      unit: 'trunk lengths',
      basis: 'hips against shoulders from rest to top: 0.06 in the smallest bridge, 0.02 in a pelvic tilt',
      source: 'real',
    },
    'bridge.span-rise': {
      value: 0.4,
      unit: 'trunk lengths',
      basis: 'how far the hips rise against the shoulders in a full rep: one span',
      source: 'real',
    },
    'bridge.knee-bent': {
      value: 150,
      unit: 'deg',
      basis: 'knee of the leg that carries: up to 140 on the heels, 165 and more in a raise of straight legs',
      source: 'real',
    },
    'bridge.trunk-up': {
      value: 25,
      unit: 'deg',
      basis: 'shoulders higher over the hips than this sit up',
      source: 'E',
    },
    'bridge.trunk-down': { value: -60, unit: 'deg', basis: 'steeper is no bridge', source: 'E' },
    'bridge.leg-long': {
      value: 130,
      unit: 'deg',
      basis: 'knee angle of the leg that is held long',
      source: 'E',
    },
    'bridge.single-share': {
      value: 0.7,
      unit: 'share of the top',
      basis: 'with the free leg long and off the floor: a single-leg bridge',
      source: 'E',
    },
    'bridge.march-share': {
      value: 0.1,
      unit: 'share of the top',
      basis: 'with each foot off the floor: a march',
      source: 'E',
    },
    'bridge.long-top': {
      value: 3,
      unit: 's',
      basis: 'of top that sag is measured in: against its first second',
      source: 'form 4',
    },
    'bridge.least-opening': {
      value: 158,
      unit: 'deg',
      basis: 'hip angle that counts as the top at all',
      source: 'form 4',
    },
    'bridge.start-opening': {
      value: 152,
      unit: 'deg',
      basis: 'hip angle below which the hips are down',
      source: 'form 4, clips',
    },
    'bridge.feet-close': {
      value: 65,
      unit: 'deg',
      basis:
        'knee at the top; said with an “if that was uncomfortable”, as it is a fault only then; clean clips read 67-78',
      source: 'form 4, clips',
    },
    'bridge.knees-steady': {
      value: 0.07,
      unit: 'shoulder widths',
      basis:
        'knees that wander more within one top are the model’s: 0.14-0.18 where it is unsteady, 0.01-0.03 where not',
      source: 'clips',
    },
    'bridge.sag-early-seconds': {
      value: 1,
      unit: 's',
      basis: 'of a long top, that its sag is measured against',
      source: 'form 4',
    },
    'bridge.sag-window-seconds': {
      value: 0.5,
      unit: 's',
      basis: 'of which the sag is the middle: the median window',
      source: 'form 1.2',
    },
    'bridge.sag-step-seconds': {
      value: 0.25,
      unit: 's',
      basis: 'between two looks at the top: half of a window',
      source: 'E',
    },

    // How far from the person's own baseline a sign is mild, moderate and severe.
    'bridge.neck': {
      value: { grades: [15, 25, NEVER], noise: 3 },
      unit: '%',
      basis: 'ears nearer to the shoulders; clean reps repeat to 3%; supports, never ends a set',
      source: 'form 4, clips',
    },
    'bridge.hip-short': {
      value: { grades: [6, 10, 20], noise: 2.2 },
      unit: 'deg',
      basis: '26% less range reads as 16°, clean tops repeat to 2°',
      source: 'form 4, clips',
    },
    'bridge.hip-over': {
      value: { grades: [4, 7, 18], noise: 2 },
      unit: 'deg',
      basis: '15-22° of arch read as 9-17°; absolute limits fail, as clean tops lie at 177-190° by body',
      source: 'clips',
    },
    'bridge.arch-hip': {
      value: { grades: [4, 7, 18], noise: 2 },
      unit: 'deg',
      basis: 'as hip-over',
      source: 'clips',
    },
    'bridge.arch-trunk': {
      value: { grades: [2.5, 3.7, 10], noise: 1 },
      unit: 'deg',
      basis: '22° of arch tips the trunk by 4-9°',
      source: 'clips',
    },
    'bridge.arch-belly': {
      value: { grades: [1.5, 2.5, 8], noise: 0.7 },
      unit: '% trunk',
      basis: 'the belly’s outline rises by 3-6% with 22°',
      source: 'form 4, clips',
    },
    'bridge.sag': {
      value: { grades: [6, 10, 15], noise: 1.5 },
      unit: 'deg',
      basis: 'hip angle lost during a top of 3 s or more',
      source: 'form 4',
    },
    'bridge.feet': {
      value: { grades: [8, 12, NEVER], noise: 2.5 },
      unit: 'deg',
      basis: 'knee angle drift at the top and at rest',
      source: 'form 4',
    },
    'bridge.knee-gap': {
      value: { grades: [15, 25, 42], noise: 4 },
      unit: '%',
      basis: 'knee gap over own baseline: 11-22° of collapse leave 62-69%, clean reps repeat to 3%',
      source: 'form 4, views, clips',
    },
    'bridge.knee-splay': {
      value: { grades: [25, 40, NEVER], noise: 4 },
      unit: '%',
      basis: 'knee gap over own baseline',
      source: 'form 4',
    },

    // Good form as such: what is surely good, and what is off-form in anybody. Between the two, people differ too much.
    'bridge.hip-short-good': {
      value: { clear: 190, moderate: 166, severe: 152 },
      unit: 'deg',
      basis:
        'good tops read 173-200° by body (mean 184, 1 SD 6.3): 166 is 2.9 SD under it, 190 is what 20% less range leaves of the highest',
      source: 'form 4, clips, real',
    },
    'bridge.hip-over-good': {
      value: { clear: 178, moderate: 210, severe: 220 },
      unit: 'deg',
      basis: 'good tops read 173-200° by body; 15° of arch adds 9°, which of the lowest leaves 182',
      source: 'clips, real',
    },
    'bridge.arch-signs': {
      value: 3,
      unit: 'signs',
      basis:
        'of the four that must be off-form together: good reps have two at most, 20° of arch three or four',
      source: 'clips, real',
    },
    'bridge.arch-hip-good': {
      value: { clear: 178, moderate: 192, severe: 215 },
      unit: 'deg',
      basis:
        'as hip-over-good; 15-22° of arch read 192-200°, good tops up to 200°: it flags only with two others',
      source: 'clips, real',
    },
    'bridge.trunk-rise-good': {
      value: { clear: 25, moderate: 31, severe: 50 },
      unit: 'deg',
      basis: 'from lying to the top the trunk tips by 13-30° in good reps, by 32-35° with 20-22° of arch',
      source: 'clips, real',
    },
    'bridge.belly-rise-good': {
      value: { clear: 1.2, moderate: 1.5, severe: 12 },
      unit: '% trunk',
      basis:
        'from lying to the top the belly’s outline rises by 1.7-4.7 with 20-22° of arch, by −8 to 5.5 in good reps',
      source: 'clips, real',
    },
    'bridge.back-good': {
      value: { clear: 24, moderate: 20.5, severe: 8 },
      unit: '% trunk',
      basis:
        'the back’s outline from the trunk line at the top: 21-51 in good reps, 18-22 where 20-22° of arch hollow the back',
      source: 'clips, real',
    },
    'bridge.sag-good': {
      value: { clear: 5, moderate: 10, severe: 15 },
      unit: 'deg',
      basis: 'lost within one top, so the same for everybody',
      source: 'form 4',
    },
    'bridge.knee-gap-good': {
      value: { clear: 0.5, moderate: 0.43, severe: 0.25 },
      unit: 'shoulder widths',
      basis: 'good reps read 0.53-0.67, 11-22° of collapse 0.32-0.42',
      source: 'views, clips',
    },
  },
  shared,
)
