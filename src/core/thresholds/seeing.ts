/** Where the camera may stand, and when a body counts as seen. */
import type { ThresholdRow } from './threshold'

export const seeing = {
  'tracking.coverage': {
    value: 0.8,
    unit: 'share',
    basis: 'share of frames in which a check’s landmarks must be seen',
    source: 'form 1.2',
  },
  'tracking.least-rate': {
    value: 7.5,
    unit: 'frames/s',
    basis:
      'under 8 a second nothing is judged; verdicts are the same at 10 and at 30. The half is for uneven frames',
    source: 'clips, E',
  },
  'judged.checks': {
    value: 0.5,
    unit: 'share',
    basis: 'of the checks that a place shows: with fewer of them seen, a rep’s form was not seen',
    source: 'E',
  },
  'judged.parts': {
    value: 0.8,
    unit: 'share',
    basis:
      'of the reps or seconds: with fewer of them seen, a set has no limit; the share that a finding needs',
    source: 'form 1.2',
  },
  'person.step': {
    value: 0.4,
    unit: 'trunk lengths',
    basis: 'twice the largest step of a trunk between two frames of the films that are judged',
    source: 'clips',
  },
  'person.speed': {
    value: 3,
    unit: 'trunk lengths/s',
    basis: 'getting up in a hurry, 1.5 m/s; in an exercise a trunk stays below 0.6',
    source: 'clips, E',
  },
  'person.size-step': {
    value: 0.45,
    unit: 'log ratio',
    basis: 'half as large again; the estimate of one still body strays by 0.29',
    source: 'clips',
  },
  'person.size-speed': {
    value: 1,
    unit: 'log ratio/s',
    basis: 'walking up to the lens from 2 m in a second and a half',
    source: 'E',
  },
  'person.same-place': {
    value: 0.6,
    unit: 'share',
    basis:
      'of the smaller silhouette’s box that lies in the other’s: half a body on its own mat is still there',
    source: 'clips',
  },
  'person.same-extent': {
    value: 3.3,
    unit: 'ratio of areas',
    basis: 'a silhouette that lost its legs, not one who stands twice as near or on a screen',
    source: 'clips',
  },
  'person.place-seconds': {
    value: 2,
    unit: 's',
    basis: 'time constant of the place that a person fills: a skeleton’s leap of some frames leaves it',
    source: 'clips',
  },
  'person.gone-seconds': {
    value: 5,
    unit: 's',
    basis: 'longer than a passer-by hides somebody',
    source: 'E',
  },
  'person.stays-seconds': {
    value: 1,
    unit: 's',
    basis: 'somebody who stays; a body that only flickers up is nobody',
    source: 'E',
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
  'view.counts-azimuth': {
    value: 45,
    unit: 'deg',
    basis: 'up to here knees and hips still rise and fall with the rep, though their degrees are off',
    source: 'views, real',
  },
  'view.guard-azimuth': {
    value: 18,
    unit: 'deg',
    basis: 'absolute limits hold nearly side-on only: at 31° a good bridge reads 207-209° against 177-200°',
    source: 'real',
  },
  'guard.steady': {
    value: 6,
    unit: 'deg',
    basis: 'spread within one top: 0.5-3° where the model is steady',
    source: 'clips, real',
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
  'view.neck-azimuth': {
    value: 15,
    unit: 'deg',
    basis:
      'turned further, the short way from ear to shoulder changes with the trunk: 20% at 23° without any shrug',
    source: 'clips',
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
  'placement.outline': {
    value: 0.4,
    unit: 'share without an edge',
    basis: 'side-on clips that are judged well stay below 0.15; without an outline 1',
    source: 'clips, E',
  },
  'placement.other-side': {
    value: 20,
    unit: 's',
    basis: 'time to hear it and to turn over; longer, the picture is more likely to be misread',
    source: 'E',
  },
  'coach.upright': {
    value: 55,
    unit: 'deg',
    basis:
      'exercising trunks stay below 32, 98 of 100 frames below 42 in the worst view; who sits is near 80',
    source: 'clips, E',
  },
  'placement.window-seconds': {
    value: 0.8,
    unit: 's',
    basis: 'over which a place is judged: single frames are off',
    source: 'E',
  },
  'placement.seen': {
    value: 0.6,
    unit: 'share of frames',
    basis: 'with a body: most of the window, with room for glitches',
    source: 'E',
  },
  'placement.lying': {
    value: 0.6,
    unit: 'share of bodies',
    basis: 'that lie: most of the window, with room for glitches',
    source: 'E',
  },
  'placement.lying-trunk': {
    value: 60,
    unit: 'deg',
    basis: 'a trunk steeper in the picture sits or stands',
    source: 'E',
  },
  'placement.lying-azimuth': {
    value: 50,
    unit: 'deg',
    basis: 'from nearer to the ends a lying trunk looks steep in the picture',
    source: 'views, E',
  },
  'placement.cut-off': {
    value: 0.4,
    unit: 'share of frames',
    basis: 'in which a point is outside: less are glitches at the edge',
    source: 'E',
  },
  'placement.other-share': {
    value: 0.7,
    unit: 'share of bodies',
    basis: 'that show the other side: clearly most',
    source: 'E',
  },
  'placement.edge': {
    value: 0.01,
    unit: 'of the picture',
    basis: 'so near to its edge a point is cut off',
    source: 'E',
  },
  'align.least-trunk': {
    value: 0.04,
    unit: 'of the height',
    basis: 'a trunk foreshortened further has no direction worth following',
    source: 'E',
  },
  'align.gap-seconds': {
    value: 0.6,
    unit: 's',
    basis: 'frames further apart are a gap: nothing is made up in between',
    source: 'E',
  },
  'align.lasts-seconds': {
    value: 0.2,
    unit: 's',
    basis: 'for which the last frame before a gap is still shown',
    source: 'E',
  },
} as const satisfies Record<string, ThresholdRow>
