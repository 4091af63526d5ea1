import { ABSENT, measured, sampled } from '../../core/analysis/signal/measure-top'
import type { Posture } from '../../core/analysis/reps/cycle'
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
import { isUpright } from '../shared/posture'
import { restOrStart, supportChecks, swayOf, tempoOf } from '../shared/support'
import { limit, own, threshold } from './thresholds'
import type { Degrees } from '../../core/units'

const EARS = [LM.leftEar, LM.rightEar]
const THIGH = { left: [LM.leftHip, LM.leftKnee], right: [LM.rightHip, LM.rightKnee] }
const SHIN = { left: [LM.leftKnee, LM.leftAnkle], right: [LM.rightKnee, LM.rightAnkle] }
const FOREARM = { left: [LM.leftElbow, LM.leftWrist], right: [LM.rightElbow, LM.rightWrist] }

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
  const { left, right, shoulders, hips } = m
  const [leftHand, rightHand] = [below(m, left.wrist, shoulders), below(m, right.wrist, shoulders)]
  const [leftKnee, rightKnee] = [below(m, left.knee, hips), below(m, right.knee, hips)]
  const [leftAnkle, rightAnkle] = [below(m, left.ankle, hips), below(m, right.ankle, hips)]
  const level = Math.abs(below(m, hips, shoulders)) < limit('bird-dog.level')
  const kneeBelow = limit('bird-dog.knee-below')
  const carried =
    Math.max(leftHand, rightHand) >= limit('bird-dog.hand-below') &&
    Math.max(leftKnee, rightKnee) >= kneeBelow
  if (!level || !carried) return 'out'
  const legsDown = Math.min(leftKnee, rightKnee, leftAnkle, rightAnkle) > kneeBelow
  return legsDown && Math.min(leftHand, rightHand) > limit('bird-dog.hand-down') ? 'start' : 'working'
}

/** A height of each limb, trunk lengths. */
interface Heights {
  readonly leftLeg: number
  readonly rightLeg: number
  readonly leftArm: number
  readonly rightArm: number
}

/**
 * The height of each limb over the floor: it rises in the picture from every side but
 * straight above. The floor is wherever the lowest hand or knee is, as one of each always carries.
 */
function limbHeights(m: Measurement): Heights {
  const { left, right } = m
  const floor = { y: Math.max(left.wrist.y, right.wrist.y, left.knee.y, right.knee.y) }
  return {
    leftLeg: below(m, floor, left.ankle),
    rightLeg: below(m, floor, right.ankle),
    leftArm: below(m, floor, left.wrist),
    rightArm: below(m, floor, right.wrist),
  }
}

function channelsOf(m: Measurement): readonly number[] {
  const { leftLeg, rightLeg, leftArm, rightArm } = limbHeights(m)
  return [leftLeg, rightLeg, leftArm, rightArm]
}

/** Where each limb rested before the rep: its height over the floor. */
function restingHeights({ all, rest }: RepFrames): Heights {
  const base = restOrStart({ all, rest }).map(limbHeights)
  const middle = (limb: keyof Heights): number => median(base.map((heights) => heights[limb]))
  return {
    leftLeg: middle('leftLeg'),
    rightLeg: middle('rightLeg'),
    leftArm: middle('leftArm'),
    rightArm: middle('rightArm'),
  }
}

/** How high each limb is above where it rested. */
function liftsOf(m: Measurement, resting: Heights): Heights {
  const heights = limbHeights(m)
  return {
    leftLeg: heights.leftLeg - resting.leftLeg,
    rightLeg: heights.rightLeg - resting.rightLeg,
    leftArm: heights.leftArm - resting.leftArm,
    rightArm: heights.rightArm - resting.rightArm,
  }
}

/**
 * Which leg was lifted (arm only: which arm). Legs and opposite arms vote together over the whole rep,
 * the rise twice: at the top the model confuses the far leg with the near one most.
 */
function sideOf(lifts: readonly Heights[], legs: boolean): Side {
  const rise = lifts.slice(0, Math.ceil(limit('bird-dog.rise-share') * lifts.length))
  const vote = (part: readonly Heights[]): number =>
    part.reduce(
      (sum, { leftLeg, rightLeg, leftArm, rightArm }) =>
        sum + (legs ? leftLeg - rightLeg + rightArm - leftArm : leftArm - rightArm),
      0,
    )
  return vote(lifts) + vote(rise) >= 0 ? 'left' : 'right'
}

const peakOf = (values: readonly number[]): number => {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b)
  return sorted[Math.floor(limit('bird-dog.peak-share') * (sorted.length - 1))] ?? 0
}

function summarise(frames: RepFrames): RepSummary {
  const { all, rest, view } = frames
  const resting = restingHeights(frames)
  const lifts = all.map((m) => liftsOf(m, resting))
  const leg = peakOf(lifts.map((l) => Math.max(l.leftLeg, l.rightLeg)))
  const arm = peakOf(lifts.map((l) => Math.max(l.leftArm, l.rightArm)))
  const least = limit('bird-dog.limb-lifted') * Math.max(leg, arm)
  const [legs, arms] = [leg >= least, arm >= least]
  const side = sideOf(lifts, legs)
  const angles = legs && showsAngles(view)
  const measures = showsAngles(view) ? sideOn(frames, side, legs, arms, resting) : {}
  const peak = (measures.thigh?.value ?? NaN) as Degrees
  const start = median(rest.map((m) => thighElevation(m, side)))
  const lift = Math.max(leg, arm)
  return {
    side,
    variation: legs && arms ? 'opposite-pair' : legs ? 'leg-only' : 'arm-only',
    peak,
    reach: angles && Number.isFinite(peak - start) ? peak - start : 100 * lift,
    reached: lift >= limit('bird-dog.least-lift'),
    measures: { ...measures, tempo: tempoOf(frames) },
  }
}

/** Whichever leg is higher: the lifted one, whatever the model calls it. */
function liftedLeg(m: Measurement, side: Side): Side {
  if (Math.abs(m.left.ankle.y - m.right.ankle.y) < limit('bird-dog.leg-apart') * m.unit) return side
  return m.left.ankle.y < m.right.ankle.y ? 'left' : 'right'
}

/**
 * The frames of the top in which one leg is where it rested, which tell of the other; none where they are
 * the fewer. While the model changes its mind which leg is which, its smoothing draws both through the air.
 */
function legsApart(top: readonly Measurement[], resting: Heights): readonly Measurement[] {
  const apart = top.filter((m) => {
    const { leftLeg, rightLeg } = liftsOf(m, resting)
    return Math.min(leftLeg, rightLeg) < limit('bird-dog.leg-down')
  })
  return apart.length >= limit('bird-dog.least-apart') * top.length ? apart : []
}

function liftedThigh(m: Measurement, side: Side): number {
  const leg = liftedLeg(m, side)
  return sees(m, THIGH[leg]) && inPicture(m, m[leg].knee) ? thighElevation(m, leg) : NaN
}

function liftedKnee(m: Measurement, side: Side): number {
  const leg = liftedLeg(m, side)
  return sees(m, SHIN[leg]) && inPicture(m, m[leg].ankle) ? kneeAngle(m, leg) : NaN
}

function liftedElbow(m: Measurement, side: Side): number {
  return sees(m, FOREARM[side]) && inPicture(m, m[side].wrist) ? elbowAngle(m, side) : NaN
}

function sideOn(
  { top, all }: RepFrames,
  side: Side,
  legs: boolean,
  arms: boolean,
  resting: Heights,
): Measures {
  const apart = legs ? legsApart(top, resting) : []
  const reaching = legs ? other(side) : side
  const support = other(reaching)
  return {
    thigh: legs ? measured(apart, (m) => liftedThigh(m, side)) : ABSENT,
    knee: legs ? measured(apart, (m) => liftedKnee(m, side)) : ABSENT,
    elbow: arms ? measured(top, (m) => liftedElbow(m, reaching)) : ABSENT,
    trunk: measured(top, (m) => m.trunkInclination),
    sagitta: sampled(top, (m) => m.shape?.up.dorsalSagitta ?? NaN),
    neck: measured(top, (m) => (sees(m, EARS) ? neckElevation(m) : NaN)),
    sink: measured(top, (m) => 100 * below(m, m[support].wrist, m[support].shoulder)),
    shrug: measured(top, (m) => (sees(m, EARS) ? (100 * distance(m.ears, m.shoulders)) / m.unit : NaN)),
    jump: trunkJump(all),
    sway: swayOf(top),
  }
}

/** The largest change of the trunk's inclination within a moment, between medians so that one frame can't make it. */
function trunkJump(frames: readonly Measurement[]): Measured {
  const inclinations = new Float64Array(frames.map((m) => m.trunkInclination))
  const between = (start: number, from: number, to: number): number => {
    let first = start
    while ((frames[first]?.time ?? Infinity) < from) first++
    let end = first
    while ((frames[end]?.time ?? Infinity) <= to) end++
    return median(inclinations, first, end)
  }
  const [apart, long] = [limit('bird-dog.jump-seconds'), limit('bird-dog.jump-window-seconds')]
  let largest = 0
  frames.forEach(({ time }, i) => {
    const change = Math.abs(between(i, time + apart, time + (apart + long)) - between(i, time, time + long))
    if (Number.isFinite(change)) largest = Math.max(largest, change)
  })
  return { value: largest, coverage: 1 }
}

export const rules: RepRules = {
  kind: 'reps',
  thresholds: own,
  sample: (m, view) => ({ channels: channelsOf(m), posture: posture(m, view) }),
  summarise,
  checks: [
    {
      id: 'lumbar-extension',
      signs: [
        { measure: 'sagitta', worse: -1, limits: threshold('bird-dog.arch-contour') },
        { measure: 'trunk', worse: 1, limits: threshold('bird-dog.arch-trunk') },
        { measure: 'thigh', worse: 1, limits: threshold('bird-dog.arch-thigh') },
      ],
      agree: 2,
      visible: showsAngles,
    },
    {
      id: 'leg-high',
      signs: [
        {
          measure: 'thigh',
          worse: 1,
          limits: threshold('bird-dog.thigh-high'),
          guard: threshold('bird-dog.thigh-high-guard'),
        },
      ],
      agree: 1,
      visible: showsAngles,
    },
    {
      id: 'short-range',
      signs: [
        { measure: 'thigh', worse: -1, limits: threshold('bird-dog.thigh-short') },
        {
          measure: 'knee',
          worse: -1,
          limits: threshold('bird-dog.knee-short'),
          guard: threshold('bird-dog.knee-short-guard'),
        },
        { measure: 'elbow', worse: -1, limits: threshold('bird-dog.elbow-bend') },
      ],
      agree: 1,
      visible: showsAngles,
    },
    {
      id: 'neck',
      signs: [{ measure: 'neck', worse: 0, limits: threshold('bird-dog.neck') }],
      agree: 1,
      visible: showsAngles,
    },
    {
      id: 'shoulder-collapse',
      signs: [
        { measure: 'sink', worse: -1, limits: threshold('bird-dog.sink') },
        { measure: 'shrug', worse: -1, limits: threshold('bird-dog.shrug'), relative: true },
      ],
      agree: 1,
      visible: showsAngles,
    },
    {
      id: 'balance-loss',
      signs: [{ measure: 'jump', worse: 1, limits: threshold('bird-dog.balance') }],
      agree: 1,
      visible: showsAngles,
    },
    ...supportChecks,
    neverSeen('pelvic-rotation'),
    neverSeen('lateral-shift'),
  ],
}
