import { ABSENT, measured, sampled, UNMEASURED } from '../../core/analysis/measured'
import type { Posture } from '../../core/analysis/cycle'
import type { View } from '../../core/analysis/model'
import {
  neverSeen,
  type Measured,
  type Measures,
  type RepFrames,
  type RepRules,
  type RepSummary,
} from '../../core/analysis/rules'
import { LM, type Side } from '../../core/pose/frame'
import { distance, median } from '../../core/pose/geometry'
import {
  elbowAngle,
  inPicture,
  kneeAngle,
  neckElevation,
  sees,
  thighElevation,
  type Measurement,
} from '../../core/pose/measure'
import { showsAngles } from '../../core/pose/view'
import { limit } from '../../core/thresholds'
import { isUpright } from '../shared/posture'
import { supportChecks, swayOf, tempoOf } from '../shared/support'

const other = (side: Side): Side => (side === 'left' ? 'right' : 'left')
/** How far a point lies below another, in trunk lengths. */
const below = (m: Measurement, lower: { y: number }, upper: { y: number }): number =>
  (lower.y - upper.y) / m.unit

/**
 * On all fours: hands under the shoulders, knees under the hips, trunk about level. From the ends the far
 * limbs are guesses, so there only an upright body is told apart.
 */
function posture(m: Measurement, view: View): Posture {
  if (!showsAngles(view)) return isUpright(m) ? 'out' : 'start'
  const hands = [below(m, m.left.wrist, m.shoulders), below(m, m.right.wrist, m.shoulders)]
  const knees = [below(m, m.left.knee, m.hips), below(m, m.right.knee, m.hips)]
  const ankles = [below(m, m.left.ankle, m.hips), below(m, m.right.ankle, m.hips)]
  const level = Math.abs(below(m, m.hips, m.shoulders)) < limit('bird-dog.level')
  const kneeBelow = limit('bird-dog.knee-below')
  const carried = Math.max(...hands) >= limit('bird-dog.hand-below') && Math.max(...knees) >= kneeBelow
  if (!level || !carried) return 'out'
  const legsDown = Math.min(...knees, ...ankles) > kneeBelow
  return legsDown && Math.min(...hands) > limit('bird-dog.hand-down') ? 'start' : 'working'
}

/**
 * The height of each limb over the floor, trunk lengths: it rises in the picture from every side but
 * straight above. The floor is wherever the lowest hand or knee is, as one of each always carries.
 */
function limbHeights(m: Measurement): readonly number[] {
  const floor = Math.max(m.left.wrist.y, m.right.wrist.y, m.left.knee.y, m.right.knee.y)
  return [m.left.ankle, m.right.ankle, m.left.wrist, m.right.wrist].map((limb) =>
    below(m, { y: floor }, limb),
  )
}

interface Lifts {
  readonly leg: Readonly<Record<Side, number>>
  readonly arm: Readonly<Record<Side, number>>
}

/** Where each limb rested before the rep: its height over the floor, in trunk lengths. */
function restingHeights({ all, rest }: RepFrames): readonly number[] {
  const base = (rest.length > 0 ? rest : all.slice(0, 3)).map(limbHeights)
  return [0, 1, 2, 3].map((i) => median(base.map((heights) => heights[i] ?? NaN)))
}

/** How high each limb is above where it rested, trunk lengths, per frame. */
function liftsOf(frames: RepFrames): readonly Lifts[] {
  const resting = restingHeights(frames)
  return frames.all.map((m) => {
    const [legLeft = NaN, legRight = NaN, armLeft = NaN, armRight = NaN] = limbHeights(m).map(
      (height, i) => height - (resting[i] ?? NaN),
    )
    return { leg: { left: legLeft, right: legRight }, arm: { left: armLeft, right: armRight } }
  })
}

/**
 * Which leg was lifted (arm only: which arm). Legs and opposite arms vote together over the whole rep,
 * the rise twice: at the top the model confuses the far leg with the near one most.
 */
function sideOf(lifts: readonly Lifts[], legs: boolean): Side {
  const rise = lifts.slice(0, Math.ceil(lifts.length / 3))
  const vote = (part: readonly Lifts[]): number =>
    part.reduce(
      (sum, { leg, arm }) =>
        sum + (legs ? leg.left - leg.right + arm.right - arm.left : arm.left - arm.right),
      0,
    )
  return vote(lifts) + vote(rise) >= 0 ? 'left' : 'right'
}

const peakOf = (values: readonly number[]): number => {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b)
  return sorted[Math.floor(limit('bird-dog.peak-share') * (sorted.length - 1))] ?? 0
}

function summarise(frames: RepFrames): RepSummary {
  const { rest, view } = frames
  const lifts = liftsOf(frames)
  const leg = peakOf(lifts.map((l) => Math.max(l.leg.left, l.leg.right)))
  const arm = peakOf(lifts.map((l) => Math.max(l.arm.left, l.arm.right)))
  const least = limit('bird-dog.limb-lifted') * Math.max(leg, arm)
  const [legs, arms] = [leg >= least, arm >= least]
  const side = sideOf(lifts, legs)
  const angles = legs && showsAngles(view)
  const peak = angles ? legAtTop(frames, (m) => liftedThigh(m, side)).value : NaN
  const start = median(rest.map((m) => thighElevation(m, side)))
  const lift = Math.max(leg, arm)
  return {
    side,
    variation: legs && arms ? 'opposite-pair' : legs ? 'leg-only' : 'arm-only',
    peak,
    reach: angles && Number.isFinite(peak - start) ? peak - start : 100 * lift,
    reached: lift >= limit('bird-dog.least-lift'),
    measures: {
      ...(showsAngles(view) ? sideOn(frames, side, legs, arms) : {}),
      tempo: tempoOf(frames),
    },
  }
}

/** Whichever leg is higher: the lifted one, whatever the model calls it. */
function liftedLeg(m: Measurement, side: Side): Side {
  if (Math.abs(m.left.ankle.y - m.right.ankle.y) < limit('bird-dog.leg-apart') * m.unit) return side
  return m.left.ankle.y < m.right.ankle.y ? 'left' : 'right'
}

/**
 * A leg's value at the top, from the frames in which one leg is where it rested; unmeasured where they are
 * the fewer. While the model changes its mind which leg is which, its smoothing draws both through the air.
 */
function legAtTop(frames: RepFrames, read: (m: Measurement) => number): Measured {
  const [left = NaN, right = NaN] = restingHeights(frames)
  const apart = frames.top.filter((m) => {
    const [l = NaN, r = NaN] = limbHeights(m)
    return Math.min(l - left, r - right) < limit('bird-dog.leg-down')
  })
  return apart.length >= limit('bird-dog.least-apart') * frames.top.length
    ? measured(apart, read)
    : UNMEASURED
}

function liftedThigh(m: Measurement, side: Side): number {
  const leg = liftedLeg(m, side)
  const limb = leg === 'left' ? [LM.leftHip, LM.leftKnee] : [LM.rightHip, LM.rightKnee]
  return sees(m, limb) && inPicture(m, m[leg].knee) ? thighElevation(m, leg) : NaN
}

function liftedKnee(m: Measurement, side: Side): number {
  const leg = liftedLeg(m, side)
  const limb = leg === 'left' ? [LM.leftKnee, LM.leftAnkle] : [LM.rightKnee, LM.rightAnkle]
  return sees(m, limb) && inPicture(m, m[leg].ankle) ? kneeAngle(m, leg) : NaN
}

function liftedElbow(m: Measurement, side: Side): number {
  const limb = side === 'left' ? [LM.leftElbow, LM.leftWrist] : [LM.rightElbow, LM.rightWrist]
  return sees(m, limb) && inPicture(m, m[side].wrist) ? elbowAngle(m, side) : NaN
}

function sideOn(frames: RepFrames, side: Side, legs: boolean, arms: boolean): Measures {
  const { top, all } = frames
  const reaching = legs ? other(side) : side
  const support = other(reaching)
  return {
    thigh: legs ? legAtTop(frames, (m) => liftedThigh(m, side)) : ABSENT,
    knee: legs ? legAtTop(frames, (m) => liftedKnee(m, side)) : ABSENT,
    elbow: arms ? measured(top, (m) => liftedElbow(m, reaching)) : ABSENT,
    trunk: measured(top, (m) => m.trunkInclination),
    sagitta: sampled(top, (m) => m.shape?.up.dorsalSagitta ?? NaN),
    neck: measured(top, (m) => (sees(m, [LM.leftEar, LM.rightEar]) ? neckElevation(m) : NaN)),
    sink: measured(top, (m) => 100 * below(m, m[support].wrist, m[support].shoulder)),
    shrug: measured(top, (m) =>
      sees(m, [LM.leftEar, LM.rightEar]) ? (100 * distance(m.ears, m.shoulders)) / m.unit : NaN,
    ),
    jump: trunkJump(all),
    sway: swayOf(top),
  }
}

/** The largest change of the trunk's inclination within 0.3 s, between medians so that one frame can't make it. */
function trunkJump(frames: readonly Measurement[]): { value: number; coverage: number } {
  let largest = 0
  for (const [i, m] of frames.entries()) {
    const near = (from: number, to: number): number =>
      median(
        frames
          .slice(i)
          .filter((f) => f.time >= m.time + from && f.time <= m.time + to)
          .map((f) => f.trunkInclination),
      )
    const change = Math.abs(near(0.3, 0.5) - near(0, 0.2))
    if (Number.isFinite(change)) largest = Math.max(largest, change)
  }
  return { value: largest, coverage: 1 }
}

export const birdDogRules: RepRules = {
  kind: 'reps',
  sample: (m, view) => ({ channels: limbHeights(m), posture: posture(m, view) }),
  summarise,
  checks: [
    {
      id: 'lumbar-extension',
      signs: [
        { measure: 'sagitta', worse: -1, limits: 'bird-dog.arch-contour' },
        { measure: 'trunk', worse: 1, limits: 'bird-dog.arch-trunk' },
        { measure: 'thigh', worse: 1, limits: 'bird-dog.arch-thigh' },
      ],
      agree: 2,
      visible: showsAngles,
    },
    {
      id: 'leg-high',
      signs: [{ measure: 'thigh', worse: 1, limits: 'bird-dog.thigh-high', guard: 'bird-dog.thigh-high' }],
      agree: 1,
      visible: showsAngles,
    },
    {
      id: 'short-range',
      signs: [
        { measure: 'thigh', worse: -1, limits: 'bird-dog.thigh-short' },
        { measure: 'knee', worse: -1, limits: 'bird-dog.knee-short', guard: 'bird-dog.knee-short' },
        { measure: 'elbow', worse: -1, limits: 'bird-dog.elbow-bend' },
      ],
      agree: 1,
      visible: showsAngles,
    },
    {
      id: 'neck',
      signs: [{ measure: 'neck', worse: 0, limits: 'bird-dog.neck' }],
      agree: 1,
      visible: showsAngles,
    },
    {
      id: 'shoulder-collapse',
      signs: [
        { measure: 'sink', worse: -1, limits: 'bird-dog.sink' },
        { measure: 'shrug', worse: -1, limits: 'bird-dog.shrug', relative: true },
      ],
      agree: 1,
      visible: showsAngles,
    },
    {
      id: 'balance-loss',
      signs: [{ measure: 'jump', worse: 1, limits: 'bird-dog.balance' }],
      agree: 1,
      visible: showsAngles,
    },
    ...supportChecks,
    neverSeen('pelvic-rotation'),
    neverSeen('lateral-shift'),
  ],
}
