/** Every number that only the bird dog is judged by. Its rules also use the ones in core that all exercises share. */
import { defineThresholds, NEVER, shared } from '../../core/thresholds'

export const { limit, threshold, own } = defineThresholds(
  {
    // Posture, phases and what counts as a rep.
    'bird-dog.level': {
      value: 0.7,
      unit: 'trunk lengths',
      basis: 'hips so much higher or lower than the shoulders are not on all fours',
      source: 'E',
    },
    'bird-dog.hand-below': {
      value: 0.45,
      unit: 'trunk lengths',
      basis: 'the floor under the shoulders: an arm is about 1 long, seen from above less',
      source: 'E',
    },
    'bird-dog.knee-below': {
      value: 0.2,
      unit: 'trunk lengths',
      basis: 'a knee under the hips: a thigh is about 0.8 long, from a table less',
      source: 'E',
    },
    'bird-dog.leg-apart': {
      value: 0.2,
      unit: 'trunk lengths',
      basis: 'one ankle so much higher is the lifted leg, whatever the model calls it',
      source: 'clips',
    },
    'bird-dog.least-apart': {
      value: 0.5,
      unit: 'share of the top',
      basis: 'frames in which one leg is where it rested; with fewer the top is not measured',
      source: 'clips',
    },
    'bird-dog.peak-share': {
      value: 0.85,
      unit: 'quantile',
      basis: 'a limb’s peak: above the way, below single frames',
      source: 'E',
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
    'bird-dog.span-leg': {
      value: 165,
      unit: 'deg',
      basis: 'knee and thigh together go from 0 on all fours (85 and −85) to 165 (165 and 0): one span',
      source: 'clips, real',
    },
    'bird-dog.span-arm': {
      value: 90,
      unit: 'deg',
      basis: 'from hanging down to in line: one span',
      source: 'E',
    },
    'bird-dog.leg-reaches': {
      value: 0.35,
      unit: 'spans',
      basis: 'a leg that reaches less is in the start position: at rest it reads −0.1 to 0.15',
      source: 'clips, real',
    },
    'bird-dog.support-bent': {
      value: 140,
      unit: 'deg',
      basis: 'knee of the leg that carries: about 90 on all fours, straight in a plank',
      source: 'E',
    },
    'bird-dog.least-reach': {
      value: 0.5,
      unit: 'spans',
      basis: 'a leg that gets less than half-way is no attempt at a bird dog',
      source: 'E',
    },
    'bird-dog.counts-reach': {
      value: 0.65,
      unit: 'spans',
      basis: 'a limb that reaches less far is a short attempt until the own range is known',
      source: 'E',
    },
    'bird-dog.arm-reaches': {
      value: 0.6,
      unit: 'spans',
      basis: 'an arm that reaches so far forward is lifted: 0.7-1 at the top, −0.3 to 0.3 on the floor',
      source: 'real',
    },
    'bird-dog.near-arm': {
      value: 0.4,
      unit: 'spans',
      basis: 'the near arm reads 0.7-1 where it reaches, −0.3 to 0.1 where it carries',
      source: 'real',
    },
    'bird-dog.limb-reached': {
      value: 0.35,
      unit: 'spans',
      basis: 'a limb that reaches so much further at the top than at rest took part',
      source: 'real',
    },
    'bird-dog.knee-under': {
      value: 0.4,
      unit: 'trunk lengths',
      basis: 'the floor under the hips over a whole rep: 0.6-0.9 on all fours, below 0.3 lying',
      source: 'clips, real',
    },
    'bird-dog.leg-straight': {
      value: 145,
      unit: 'deg',
      basis:
        'knee of a leg lifted without an arm: a straight one is 150-160 less the model’s bias; donkey kicks read 90-140',
      source: 'form 3, real',
    },
    'bird-dog.arm-ahead': {
      value: 0.6,
      unit: 'trunk lengths',
      basis: 'a hand so far before its shoulder reaches forward, not up: a straight arm is about 1 long',
      source: 'E',
    },
    'bird-dog.arm-straight': {
      value: 125,
      unit: 'deg',
      basis: 'elbow of an arm that reaches; a hand behind the head reads below 90',
      source: 'E',
    },
    'bird-dog.pair-share': {
      value: 0.3,
      unit: 'share of the reps',
      basis: 'side-on the far arm is hidden in up to every second rep of an alternating set',
      source: 'clips',
    },
    'bird-dog.rise-share': {
      value: 1 / 3,
      unit: 'of the rep',
      basis: 'its rise, in which the model confuses the legs least: votes twice for the side that works',
      source: 'clips',
    },
    'bird-dog.jump-seconds': {
      value: 0.3,
      unit: 's',
      basis: 'within which a trunk that loses its balance jumps',
      source: 'form 3',
    },
    'bird-dog.jump-window-seconds': {
      value: 0.2,
      unit: 's',
      basis: 'of which the trunk before and after is the middle, so that one frame can’t make a jump',
      source: 'E',
    },

    // How far from the person's own baseline a sign is mild, moderate and severe.
    'bird-dog.thigh-high': {
      value: { grades: [8, 12, 24], noise: 2.5 },
      unit: 'deg',
      basis: '18° of overlift reads as 20°; grade 3 doubled, as clean reps differ by 4°',
      source: 'form 3, clips',
    },
    'bird-dog.thigh-short': {
      value: { grades: [8, 12, NEVER], noise: 2.5 },
      unit: 'deg',
      basis: '26% less range reads as 26°, 17% as 11°; never severe',
      source: 'form 3, clips',
    },
    'bird-dog.knee-short': {
      value: { grades: [12, 20, NEVER], noise: 4 },
      unit: 'deg',
      basis: 'knee straightness differs by 3-5° in clean reps',
      source: 'form 3, clips',
    },
    'bird-dog.elbow-bend': {
      value: { grades: [12, 16, NEVER], noise: 5 },
      unit: 'deg',
      basis: '19-25° of bend read as 20°',
      source: 'clips',
    },
    'bird-dog.arch-contour': {
      value: { grades: [0.8, 1.2, 3], noise: 0.3 },
      unit: '% trunk',
      basis: '20° of arch reads as 1.2-2.1%, clean reps repeat to 0.3%',
      source: 'form 1.4, clips',
    },
    'bird-dog.arch-trunk': {
      value: { grades: [3, 4.5, 10], noise: 0.8 },
      unit: 'deg',
      basis: '20° of arch tips the trunk by 5-8°, clean reps repeat to 0.6°',
      source: 'form 3, clips',
    },
    'bird-dog.arch-thigh': {
      value: { grades: [8, 12, 24], noise: 2.5 },
      unit: 'deg',
      basis: '20° of arch lifts the thigh by 15-20°',
      source: 'clips',
    },
    'bird-dog.neck': {
      value: { grades: [9, 12, NEVER], noise: 2.5 },
      unit: 'deg',
      basis:
        'the neck bends below the ears, so 20° of it turns the ears by about 14° about the shoulders; clean up to 8°',
      source: 'form 3, E',
    },
    'bird-dog.sink': {
      value: { grades: [8, 12, NEVER], noise: 2.5 },
      unit: '% trunk',
      basis: 'height of the shoulder over the hand; weak side-on, never severe',
      source: 'form 3',
    },
    'bird-dog.balance': {
      value: { grades: [10, 10, NEVER], noise: 0.5 },
      unit: 'deg',
      basis: 'a trunk jump within 0.3 s; grade 2, as one glitch must not end a set',
      source: 'form 3',
    },
    'bird-dog.shrug': {
      value: { grades: [15, 25, NEVER], noise: 3 },
      unit: '%',
      basis: 'ears nearer to the shoulders; clean reps repeat to 1-3%, and no film has a shrug',
      source: 'form 3, clips',
    },

    // Good form as such: what is surely good, and what is off-form in anybody. Between the two, people differ too much.
    'bird-dog.thigh-high-good': {
      value: { clear: 10, moderate: 26, severe: 45 },
      unit: 'deg',
      basis: 'good legs read −12 to 23° over the trunk line by body, 20° of overlift 22-32°',
      source: 'clips, real',
    },
    'bird-dog.arch-thigh-good': {
      value: { clear: 18, moderate: 30, severe: 45 },
      unit: 'deg',
      basis: 'as thigh-high-good; 20° of arch reads 19-39°',
      source: 'clips, real',
    },
    'bird-dog.tilt-good': {
      value: { clear: 2, moderate: 5.5, severe: 12 },
      unit: 'deg',
      basis:
        'from all fours to the top the trunk tips by −4 to 4.6° in good reps (mean 0.9, 1 SD 2), by 5-7° with 20° of arch',
      source: 'clips, real',
    },
    'bird-dog.hollow-good': {
      value: { clear: -0.6, moderate: -1.3, severe: -4 },
      unit: '% trunk',
      basis:
        'from all fours to the top the back’s outline hollows by 1.1-1.9 with 20° of arch; by up to 2.4 in good reps, so that it flags only with another sign',
      source: 'clips, real',
    },
    'bird-dog.thigh-short-good': {
      value: { clear: 8, moderate: -15, severe: -NEVER },
      unit: 'deg',
      basis: 'good legs read −12° and more; 35% less range −18 to −21°; 20% less takes 15° off',
      source: 'clips, real',
    },
    'bird-dog.knee-short-good': {
      value: { clear: 160, moderate: 130, severe: -NEVER },
      unit: 'deg',
      basis: '145 in docs/form.md 3, less the model’s bias: good knees read 143-179',
      source: 'form 3, clips, real',
    },
    'bird-dog.elbow-bend-good': {
      value: { clear: 163, moderate: -NEVER, severe: -NEVER },
      unit: 'deg',
      basis: '20° of bend reads 160 at most; good elbows read 118-180 by body and side, so none is off-form',
      source: 'clips, real',
    },
    'bird-dog.balance-good': {
      value: { clear: 6, moderate: 16, severe: NEVER },
      unit: 'deg',
      basis: 'a trunk jump within 0.3 s: up to 6 in all films',
      source: 'clips, real',
    },
  },
  shared,
)
