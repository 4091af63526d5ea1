/**
 * Every number that judges. Nothing else in Keel decides what is good, short, late or too far.
 *
 * `clinical n.m` is a section of the clinical definitions (their sources are listed in docs/sources.md);
 * `clips` is a measurement on rendered films with known truth; `E` is engineering reasoning.
 */

interface Basis {
  readonly unit: string
  /** Why this number. */
  readonly basis: string
  readonly source: string
}
interface Limit extends Basis {
  readonly value: number
}
/** Limits of grade 1, 2 and 3, as sizes of the difference in the direction that is worse. */
export interface GradeLimits extends Basis {
  readonly grades: readonly [number, number, number]
  /** The spread (1 SD) to expect of this measure from rep to rep before the person's own is known. */
  readonly noise: number
}

const limits = {
  'cycle.still-seconds': {
    value: 0.3,
    unit: 's',
    basis: 'shortest rest seen between reps of people who do not pause',
    source: 'E',
  },
  'cycle.still-range': {
    value: 0.1,
    unit: 'spans',
    basis: 'four times the frame noise of a limb at rest',
    source: 'clips',
  },
  'cycle.enter': {
    value: 0.25,
    unit: 'spans',
    basis: 'a quarter of a full rep: above fidgeting, below any attempt',
    source: 'E',
  },
  'cycle.exit-share': {
    value: 0.3,
    unit: 'of the peak',
    basis: 'hysteresis: far below the enter limit of a full rep',
    source: 'E',
  },
  'cycle.arrived-share': {
    value: 0.05,
    unit: 'of the peak',
    basis: 'where a smooth movement visibly begins and ends',
    source: 'clips',
  },
  'cycle.arrive-seconds': {
    value: 0.35,
    unit: 's',
    basis: 'no lower for so long: the return is over',
    source: 'E',
  },
  'cycle.rest-seconds': {
    value: 0.8,
    unit: 's',
    basis: 'time constant with which rest follows a settled body',
    source: 'E',
  },
  'cycle.settle-seconds': {
    value: 1.5,
    unit: 's',
    basis: 'still in the start position for so long: the rep is over',
    source: 'E',
  },
  'cycle.shortest-seconds': {
    value: 0.8,
    unit: 's',
    basis: 'half of the fastest useful tempo (clinical 3: 2 s out, 2 s back)',
    source: 'E',
  },
  'cycle.longest-seconds': {
    value: 90,
    unit: 's',
    basis: 'three times the longest hold in a ladder',
    source: 'clinical 7.3',
  },
  'cycle.lost-seconds': { value: 1.5, unit: 's', basis: 'landmark loss that pauses', source: 'clinical 6.2' },
  'cycle.gap-seconds': {
    value: 4,
    unit: 's',
    basis: 'unseen for longer in the middle of a rep: what came back may be another movement',
    source: 'E',
  },
  'cycle.out-seconds': {
    value: 0.7,
    unit: 's',
    basis: 'out of position for so long: getting up',
    source: 'E',
  },
  'cycle.out-share': {
    value: 0.3,
    unit: 'of the rep',
    basis: 'more of it outside the posture: not this exercise',
    source: 'E',
  },
  'cycle.tallest': { value: 3, unit: 'spans', basis: 'three full reps high: somebody got up', source: 'E' },
  'tracking.lost-seconds': {
    value: 1.5,
    unit: 's',
    basis: 'landmark loss that pauses the clock',
    source: 'clinical 6.2',
  },
  'tracking.coverage': {
    value: 0.8,
    unit: 'share',
    basis: 'share of frames in which a check’s landmarks must be seen',
    source: 'clinical 1.2',
  },
  'view.side-azimuth': {
    value: 28,
    unit: 'deg',
    basis: 'hip and knee within 5° up to here',
    source: 'views, clips',
  },
  'view.angles-azimuth': {
    value: 36,
    unit: 'deg',
    basis: 'knees and hips still track at 25-30°, not at 55°; estimate within 12°',
    source: 'views, clips',
  },
  'view.end-azimuth': {
    value: 60,
    unit: 'deg',
    basis: 'head-end and feet-end clips at 80-88° are estimated at 67-83°',
    source: 'clips',
  },
  'view.knees-azimuth': {
    value: -38,
    unit: 'deg',
    basis: 'knee gap shows from 45° towards the head on',
    source: 'views',
  },
  'view.moved-azimuth': {
    value: 15,
    unit: 'deg',
    basis: 'the camera was moved: a new baseline is needed',
    source: 'E',
  },
  'baseline.reps': {
    value: 3,
    unit: 'reps',
    basis: 'first good reps that make the baseline',
    source: 'clinical 4, 6.1',
  },
  'baseline.prior-weight': {
    value: 4,
    unit: 'reps',
    basis: 'weight of the expected spread against the person’s own',
    source: 'E',
  },
  'noise.flag-factor': {
    value: 2.5,
    unit: 'SD',
    basis: '0.6% false flags a rep at grade 2',
    source: 'clinical 1.2',
  },
  'noise.mild-factor': { value: 2, unit: 'SD', basis: 'grade 1', source: 'clinical 1.2' },
  'rep.complete-share': {
    value: 0.55,
    unit: 'of own range',
    basis: 'reps with 35% of range lost are still reps, counted and flagged',
    source: 'clips',
  },
  'cue.top-seconds': {
    value: 0.5,
    unit: 's',
    basis: 'of the top, before it is judged while it lasts: the median window',
    source: 'clinical 1.2',
  },
  'breakdown.second-chance-reps': {
    value: 4,
    unit: 'reps',
    basis: 'a second off-form rep within so many ends the set',
    source: 'clinical 6.2',
  },
  'bird-dog.least-lift': {
    value: 0.4,
    unit: 'trunk lengths',
    basis: 'a limb lifted less is a short attempt until the own range is known',
    source: 'E',
  },
  'bird-dog.limb-lifted': {
    value: 0.35,
    unit: 'of the highest limb',
    basis: 'a limb lifted less stayed down',
    source: 'clips',
  },
  'bird-dog.leg-down': {
    value: 0.15,
    unit: 'trunk lengths',
    basis:
      'the standing leg’s ankle keeps within 0.05 of where it rested; one drawn through the air does not',
    source: 'clips',
  },
  'bridge.least-opening': {
    value: 158,
    unit: 'deg',
    basis: 'hip angle that counts as the top at all',
    source: 'clinical 4',
  },
  'bridge.start-opening': {
    value: 152,
    unit: 'deg',
    basis: 'hip angle below which the hips are down',
    source: 'clinical 4, clips',
  },
  'bridge.knees-steady': {
    value: 0.07,
    unit: 'shoulder widths',
    basis:
      'knees that wander more within one top are the model’s: 0.14-0.18 where it is unsteady, 0.01-0.03 where not',
    source: 'clips',
  },
  'hold.line': {
    value: -12,
    unit: 'deg',
    basis: 'shoulder-hip-foot line from which the hold’s clock runs',
    source: 'clinical 5',
  },
  'hold.still-speed': { value: 4, unit: 'deg/s', basis: 'plateau', source: 'clinical 5' },
  'hold.moving-speed': {
    value: 12,
    unit: 'deg/s',
    basis: 'hips that sag do so at 2-4°/s, hips that are put down at 20-40°/s',
    source: 'clips',
  },
  'hold.still-seconds': { value: 0.5, unit: 's', basis: 'plateau', source: 'clinical 5' },
  'hold.break-share': {
    value: 0.25,
    unit: 'of the lift',
    basis: 'so near to the resting line the hips are down',
    source: 'clips',
  },
  'hold.break-line': {
    value: -20,
    unit: 'deg',
    basis: 'hips down, where the resting line was never seen',
    source: 'clips',
  },
  'hold.least-seconds': { value: 2, unit: 's', basis: 'shorter is not a hold', source: 'E' },
  'hold.baseline-seconds': {
    value: 3,
    unit: 's',
    basis: 'first seconds of a hold make its baseline',
    source: 'clinical 5',
  },
  'hold.cue-seconds': { value: 1, unit: 's', basis: 'grade 2 for so long: cue', source: 'clinical 6.2' },
  'hold.breach-seconds': {
    value: 2,
    unit: 's',
    basis: 'grade 2 for so long: breach',
    source: 'clinical 6.2',
  },
  'hold.recover-seconds': {
    value: 3,
    unit: 's',
    basis: 'kept within the mild limit for so long: recovered',
    source: 'clinical 6.2',
  },
  'hold.severe-seconds': {
    value: 0.5,
    unit: 's',
    basis: 'grade 3 for so long ends the hold',
    source: 'clinical 6.2',
  },
  'hold.smooth-seconds': {
    value: 0.5,
    unit: 's',
    basis: 'median window of what a hold is judged by',
    source: 'clinical 1.2',
  },
  'hold.knees-bent': {
    value: 130,
    unit: 'deg',
    basis: 'knee angle below which the line ends at the knees',
    source: 'clinical 5',
  },
  'placement.dark': {
    value: 0.1,
    unit: 'brightness',
    basis: 'half of the darkest clip that is judged well',
    source: 'clips, E',
  },
  'placement.bright': {
    value: 0.92,
    unit: 'brightness',
    basis: 'a picture that is nearly all white',
    source: 'E',
  },
  'placement.head-end': {
    value: -50,
    unit: 'deg',
    basis: 'knees show from −45° on; estimated −67 to −81° at −80 to −88°',
    source: 'views, clips',
  },
  'placement.far': {
    value: 0.1,
    unit: 'of the width',
    basis: 'a trunk of 64 px at 640: twice as far as in the clips',
    source: 'clips, E',
  },
  'placement.near': {
    value: 0.3,
    unit: 'of the width',
    basis: 'a body three trunks long just fits',
    source: 'E',
  },
} as const satisfies Record<string, Limit>

export type LimitId = keyof typeof limits

/** The value of a plain limit. */
export const limit = (id: LimitId): number => limits[id].value

const NEVER = Infinity

const grades = {
  'bird-dog.thigh-high': {
    grades: [8, 12, 24],
    noise: 2.5,
    unit: 'deg',
    basis: '18° of overlift reads as 20°; grade 3 doubled, as clean reps differ by 4°',
    source: 'clinical 3, clips',
  },
  'bird-dog.thigh-short': {
    grades: [8, 12, NEVER],
    noise: 2.5,
    unit: 'deg',
    basis: '26% less range reads as 26°, 17% as 11°; never severe',
    source: 'clinical 3, clips',
  },
  'bird-dog.knee-short': {
    grades: [12, 20, NEVER],
    noise: 4,
    unit: 'deg',
    basis: 'knee straightness differs by 3-5° in clean reps',
    source: 'clinical 3, clips',
  },
  'bird-dog.elbow-bend': {
    grades: [12, 16, NEVER],
    noise: 5,
    unit: 'deg',
    basis: '19-25° of bend read as 20°',
    source: 'clips',
  },
  'bird-dog.arch-contour': {
    grades: [0.8, 1.2, 3],
    noise: 0.3,
    unit: '% trunk',
    basis: '20° of arch reads as 1.2-2.1%, clean reps repeat to 0.3%',
    source: 'clinical 1.4, clips',
  },
  'bird-dog.arch-trunk': {
    grades: [3, 4.5, 10],
    noise: 0.8,
    unit: 'deg',
    basis: '20° of arch tips the trunk by 5-8°, clean reps repeat to 0.6°',
    source: 'clinical 3, clips',
  },
  'bird-dog.arch-thigh': {
    grades: [8, 12, 24],
    noise: 2.5,
    unit: 'deg',
    basis: '20° of arch lifts the thigh by 15-20°',
    source: 'clips',
  },
  'bird-dog.neck': {
    grades: [9, 12, NEVER],
    noise: 2.5,
    unit: 'deg',
    basis:
      'the neck bends below the ears, so 20° of it turns the ears by about 14° about the shoulders; clean up to 8°',
    source: 'clinical 3, E',
  },
  'bird-dog.sink': {
    grades: [8, 12, NEVER],
    noise: 2.5,
    unit: '% trunk',
    basis: 'height of the shoulder over the hand; weak side-on, never severe',
    source: 'clinical 3',
  },
  'bird-dog.balance': {
    grades: [10, 10, NEVER],
    noise: 0.5,
    unit: 'deg',
    basis: 'a trunk jump within 0.3 s; grade 2, as one glitch must not end a set',
    source: 'clinical 3',
  },
  'bridge.hip-short': {
    grades: [6, 10, 20],
    noise: 2.2,
    unit: 'deg',
    basis: '26% less range reads as 16°, clean tops repeat to 2°',
    source: 'clinical 4, clips',
  },
  'bridge.hip-over': {
    grades: [4, 7, 18],
    noise: 2,
    unit: 'deg',
    basis: '15-22° of arch read as 9-17°; absolute limits fail, as clean tops lie at 177-190° by body',
    source: 'clips',
  },
  'bridge.arch-hip': { grades: [4, 7, 18], noise: 2, unit: 'deg', basis: 'as hip-over', source: 'clips' },
  'bridge.arch-trunk': {
    grades: [2.5, 3.7, 10],
    noise: 1,
    unit: 'deg',
    basis: '22° of arch tips the trunk by 4-9°',
    source: 'clips',
  },
  'bridge.arch-belly': {
    grades: [1.5, 2.5, 8],
    noise: 0.7,
    unit: '% trunk',
    basis: 'the belly’s outline rises by 3-6% with 22°',
    source: 'clinical 4, clips',
  },
  'bridge.sag': {
    grades: [6, 10, 15],
    noise: 1.5,
    unit: 'deg',
    basis: 'hip angle lost during a top of 3 s or more',
    source: 'clinical 4',
  },
  'bridge.feet': {
    grades: [8, 12, NEVER],
    noise: 2.5,
    unit: 'deg',
    basis: 'knee angle drift at the top and at rest',
    source: 'clinical 4',
  },
  'bridge.knee-gap': {
    grades: [15, 25, 42],
    noise: 4,
    unit: '%',
    basis: 'knee gap over own baseline: 11-22° of collapse leave 62-69%, clean reps repeat to 3%',
    source: 'clinical 4, views, clips',
  },
  'bridge.knee-splay': {
    grades: [25, 40, NEVER],
    noise: 4,
    unit: '%',
    basis: 'knee gap over own baseline',
    source: 'clinical 4',
  },
  'side-plank.sag': {
    grades: [5, 8, 16],
    noise: 1,
    unit: 'deg',
    basis: '10° of sag read as 8° in the picture; clean holds repeat to 1°',
    source: 'clinical 5, clips',
  },
  'side-plank.high': {
    grades: [5, 8, NEVER],
    noise: 1,
    unit: 'deg',
    basis: '10° of lift read as 8-9°',
    source: 'clinical 5, clips',
  },
  'side-plank.roll': {
    grades: [9, 13, 32],
    noise: 1.5,
    unit: '% width',
    basis: 'shoulder width lost: 13% at 18° under a raised lens, at 28° under a low one',
    source: 'clinical 5, views, clips',
  },
  'side-plank.flexion': {
    grades: [8, 12, NEVER],
    noise: 2,
    unit: 'deg',
    basis: 'hips bent back rise in the picture of a raised lens',
    source: 'views, clips',
  },
  'side-plank.shoulder': {
    grades: [10, 18, NEVER],
    noise: 2.5,
    unit: '%',
    basis: 'shoulder height over the elbow',
    source: 'clinical 5',
  },
  'side-plank.neck': {
    grades: [9, 12, NEVER],
    noise: 2.5,
    unit: 'deg',
    basis:
      'the neck bends below the ears, so 20° of it turns the ears by about 14° about the shoulders; clean up to 8°',
    source: 'clinical 5, E',
  },
  sway: {
    grades: [1.5, 3, 5],
    noise: 0.4,
    unit: '% trunk',
    basis: 'spread of hip and shoulder middle in the hold; supports, never ends a set',
    source: 'clinical 3-5',
  },
  tempo: {
    grades: [25, 40, NEVER],
    noise: 6,
    unit: '%',
    basis: 'rep time under own baseline: rushed below 60%; supports, never ends a set',
    source: 'clinical 3',
  },
} as const satisfies Record<string, GradeLimits>

export type GradeId = keyof typeof grades

/** The grade limits of a check's sign. */
export const gradeLimits = (id: GradeId): GradeLimits => grades[id]

/** Values that are off-form whatever the baseline: moderate from the first on, severe from the second. */
interface Guard extends Basis {
  readonly moderate: number
  readonly severe: number
}

const guards = {
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
    moderate: 204,
    severe: 215,
    unit: 'deg',
    basis: 'clean tops read 177-191° by body',
    source: 'clips, E',
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

export type GuardId = keyof typeof guards

/** The absolute limits of a sign. */
export const guardLimits = (id: GuardId): Guard => guards[id]

/** From where on a fatigue marker is early, and from where strong. */
interface FatigueLimits extends Basis {
  readonly early: number
  readonly strong: number
}

const fatigue = {
  'tempo-slowing': {
    early: 25,
    strong: 50,
    unit: '%',
    basis: 'rep time against reps 2-4',
    source: 'clinical 6.1',
  },
  'tempo-unevenness': {
    early: 15,
    strong: 25,
    unit: '%',
    basis: 'CV of the last four reps',
    source: 'clinical 6.1',
  },
  'range-loss': {
    early: 8,
    strong: 12,
    unit: 'deg',
    basis: 'target angle against reps 2-4',
    source: 'clinical 6.1',
  },
  'sway-growth': {
    early: 1.5,
    strong: 2,
    unit: 'times',
    basis: 'spread against the first seconds or reps',
    source: 'clinical 6.1',
  },
  'sway-slowing': {
    early: 25,
    strong: 40,
    unit: '%',
    basis: 'tired trunks sway larger and slower',
    source: 'clinical 6.1, E',
  },
  'hold-drift': {
    early: 0.5,
    strong: 1,
    unit: 'deg/s',
    basis: 'slope of the body line over 5 s',
    source: 'clinical 6.1',
  },
  corrections: {
    early: 2,
    strong: 4,
    unit: 'per 10 s',
    basis: 'returns over the mild limit',
    source: 'clinical 6.1',
  },
} as const satisfies Record<string, FatigueLimits>

export type FatigueId = keyof typeof fatigue

/** How far a fatigue marker has gone. */
export function fatigueLevel(id: FatigueId, change: number): 'steady' | 'early' | 'strong' {
  const { early, strong } = fatigue[id]
  return change >= strong ? 'strong' : change >= early ? 'early' : 'steady'
}

/** The unit of a fatigue marker's change. */
export const fatigueUnit = (id: FatigueId): string => fatigue[id].unit

/** Every threshold, for the registry test and the pages that explain them. */
export const allThresholds: Readonly<Record<string, Limit | GradeLimits | Guard | FatigueLimits>> = {
  ...limits,
  ...grades,
  ...Object.fromEntries(Object.entries(guards).map(([id, guard]) => [`${id} (guard)`, guard])),
  ...fatigue,
}
