import { ABSENT, measured, sampled } from '../../core/analysis/signal/measure-top'
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
import { ownSide } from '../../core/pose/lying'
import { countsByAngles, showsAngles } from '../../core/pose/view'
import { supportChecks, swayOf, tempoOf } from '../shared/support'
import { limit, own, threshold } from './thresholds'
import {
  armReach,
  below,
  middleOf,
  legReach,
  liftsOf,
  limbHeights,
  other,
  restingHeights,
  type Heights,
} from './limbs'
import { isBirdDog, posture } from './recognise'

const EARS = [LM.leftEar, LM.rightEar]
const THIGH = { left: [LM.leftHip, LM.leftKnee], right: [LM.rightHip, LM.rightKnee] }
const SHIN = { left: [LM.leftKnee, LM.leftAnkle], right: [LM.rightKnee, LM.rightAnkle] }
const HAND = { left: [LM.leftShoulder, LM.leftWrist], right: [LM.rightShoulder, LM.rightWrist] }
const FOREARM = { left: [LM.leftElbow, LM.leftWrist], right: [LM.rightElbow, LM.rightWrist] }

/** The higher leg and the higher arm: which one it is, is decided over the whole rep. */
function heightsOf(m: Measurement, view: View): readonly [number, number] {
  if (countsByAngles(view))
    return [
      Math.max(legReach(m, 'left'), legReach(m, 'right')),
      Math.max(armReach(m, 'left'), armReach(m, 'right')),
    ]
  const { leftLeg, rightLeg, leftArm, rightArm } = limbHeights(m)
  return [Math.max(leftLeg, rightLeg), Math.max(leftArm, rightArm)]
}

/** What each limb does in a frame, in spans where angles show, else in trunk lengths over where it rested. */
function movesOf(frames: RepFrames, resting: Heights): readonly Heights[] {
  if (!countsByAngles(frames.view)) return frames.all.map((m) => liftsOf(m, resting))
  return frames.all.map((m) => ({
    leftLeg: legReach(m, 'left'),
    rightLeg: legReach(m, 'right'),
    leftArm: armReach(m, 'left'),
    rightArm: armReach(m, 'right'),
  }))
}

/** The side that most of these frames put nearer to the lens. */
const nearIn = (frames: readonly Measurement[]): Side =>
  frames.filter(({ near }) => near === 'left').length * 2 >= frames.length ? 'left' : 'right'

/**
 * Which leg was lifted (arm only: which arm), in the model's left and right. The near arm is never hidden, so
 * where arms move it decides: it reaches with the far leg, and carries when the near leg is lifted. Else legs
 * and opposite arms vote together over the whole rep, the rise twice: at the top the model confuses the far leg
 * with the near one most.
 */
function sideOf(frames: RepFrames, resting: Heights, { legs, arms }: LimbsLifted): Side {
  if (legs && arms && countsByAngles(frames.view)) {
    const near = nearIn(frames.all)
    const reaches = middleOf(frames.top, (m) => armReach(m, near)) >= limit('bird-dog.near-arm')
    return reaches ? other(near) : near
  }
  const moves = movesOf(frames, resting)
  const rise = moves.slice(0, Math.ceil(limit('bird-dog.rise-share') * moves.length))
  const vote = (part: readonly Heights[]): number =>
    part.reduce(
      (sum, { leftLeg, rightLeg, leftArm, rightArm }) =>
        sum + (legs ? leftLeg - rightLeg + rightArm - leftArm : leftArm - rightArm),
      0,
    )
  return vote(moves) + vote(rise) >= 0 ? 'left' : 'right'
}

const peakOf = (values: readonly number[]): number => {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b)
  return sorted[Math.floor(limit('bird-dog.peak-share') * (sorted.length - 1))] ?? 0
}

interface LegAndArm {
  readonly leg: number
  readonly arm: number
}

/** How far the leg and the arm that reach furthest do so at the top, in spans. */
function reachAt({ top }: RepFrames): LegAndArm {
  const furthest = (reach: typeof legReach): number =>
    middleOf(top, (m) => Math.max(reach(m, 'left'), reach(m, 'right')))
  return { leg: furthest(legReach), arm: furthest(armReach) }
}

/** How high the highest leg and arm are lifted, trunk lengths. */
const highestLift = (lifts: readonly Heights[]): LegAndArm => ({
  leg: peakOf(lifts.map((l) => Math.max(l.leftLeg, l.rightLeg))),
  arm: peakOf(lifts.map((l) => Math.max(l.leftArm, l.rightArm))),
})

interface LimbsLifted {
  readonly legs: boolean
  readonly arms: boolean
}

/** A leg's reach says it by itself; an arm's start is often a guess, so a rise over it tells too. */
function limbsByReach({ rest }: RepFrames, { leg, arm }: LegAndArm): LimbsLifted {
  const atRest = middleOf(rest, (m) => Math.max(armReach(m, 'left'), armReach(m, 'right')))
  return {
    legs: leg >= limit('bird-dog.least-reach'),
    arms: arm >= limit('bird-dog.arm-reaches') || arm - atRest >= limit('bird-dog.limb-reached'),
  }
}

function limbsByLift({ leg, arm }: LegAndArm): LimbsLifted {
  const least = limit('bird-dog.limb-lifted') * Math.max(leg, arm)
  return { legs: leg >= least, arms: arm >= least }
}

function summarise(frames: RepFrames): RepSummary {
  const { all, rest, view } = frames
  const resting = restingHeights(frames)
  const lifts = all.map((m) => liftsOf(m, resting))
  const byAngles = countsByAngles(view)
  const reach = reachAt(frames)
  const lift = highestLift(lifts)
  const limbs = byAngles ? limbsByReach(frames, reach) : limbsByLift(lift)
  const { legs, arms } = limbs
  const side = sideOf(frames, resting, limbs)
  const angles = legs && showsAngles(view)
  const measures = showsAngles(view) ? sideOn(frames, side, legs, arms, resting) : {}
  const peak = measures.thigh?.value ?? NaN
  const start = median(rest.map((m) => thighElevation(m, side)))
  const high = Math.max(lift.leg, lift.arm)
  return {
    side: byAngles ? ownSide(side, all, 'down') : side,
    variation: legs && arms ? 'opposite-pair' : legs ? 'leg-only' : 'arm-only',
    peak,
    reach: angles && Number.isFinite(peak - start) ? peak - start : 100 * high,
    reached: byAngles
      ? (legs ? reach.leg : reach.arm) >= limit('bird-dog.counts-reach')
      : high >= limit('bird-dog.least-lift'),
    recognised: isBirdDog(frames, { side, legs, arms, high: high >= limit('bird-dog.least-lift') }),
    measures: { ...measures, tempo: tempoOf(frames) },
  }
}

/**
 * The leg that the model draws as the lifted one. Where an arm tells that it is the other, the model has taken one
 * leg for the other, and what it says of either is not the lifted leg's angle: null. Without an arm there is
 * nothing to tell by, and the higher leg is the lifted one, whatever the model calls it.
 */
function liftedLeg(m: Measurement, side: Side, arms: boolean): Side | null {
  const higher = (m[other(side)].ankle.y - m[side].ankle.y) / m.unit
  if (higher > -limit('bird-dog.leg-apart')) return side
  return arms ? null : other(side)
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

function thighOf(m: Measurement, leg: Side | null): number {
  return leg !== null && sees(m, THIGH[leg]) && inPicture(m, m[leg].knee) ? thighElevation(m, leg) : NaN
}

function kneeOf(m: Measurement, leg: Side | null): number {
  return leg !== null && sees(m, SHIN[leg]) && inPicture(m, m[leg].ankle) ? kneeAngle(m, leg) : NaN
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
    thigh: legs ? measured(apart, (m) => thighOf(m, liftedLeg(m, side, arms))) : ABSENT,
    knee: legs ? measured(apart, (m) => kneeOf(m, liftedLeg(m, side, arms))) : ABSENT,
    elbow: arms ? measured(top, (m) => liftedElbow(m, reaching)) : ABSENT,
    trunk: measured(top, (m) => m.trunkInclination),
    sagitta: sampled(top, (m) => m.shape?.up.dorsalSagitta ?? NaN),
    neck: measured(top, (m) => (sees(m, EARS) ? neckElevation(m) : NaN)),
    sink: measured(top, (m) =>
      sees(m, HAND[support]) ? 100 * below(m, m[support].wrist, m[support].shoulder) : NaN,
    ),
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

/** The far arm is often hidden, so a set in which some reps show a pair is one of pairs. */
function setVariation(reps: readonly string[]): string | null {
  const pairs = reps.filter((variation) => variation === 'opposite-pair').length
  return pairs >= limit('bird-dog.pair-share') * Math.max(1, reps.length) ? 'opposite-pair' : null
}

export const rules: RepRules = {
  kind: 'reps',
  thresholds: own,
  sample: (m, view) => ({ heights: heightsOf(m, view), posture: posture(m, view) }),
  summarise,
  setVariation,
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
