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
import type { Degrees } from '../../core/units'
import { liftedIn, type Lifted } from './lifted'
import { armReach, below, legReach, liftsOf, limbHeights, other, type Heights } from './limbs'
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

function summarise(frames: RepFrames): RepSummary {
  const { all, rest, view } = frames
  const lifted = liftedIn(frames)
  const { side, legs, arms, high } = lifted
  const measures = showsAngles(view) ? sideOn(frames, lifted) : {}
  const peak = (measures.thigh?.value ?? NaN) as Degrees
  const start = median(rest.map((m) => thighElevation(m, side)))
  return {
    side: countsByAngles(view) ? ownSide(side, all, 'down') : side,
    variation: legs && arms ? 'opposite-pair' : legs ? 'leg-only' : 'arm-only',
    peak,
    reach: legs && showsAngles(view) && Number.isFinite(peak - start) ? peak - start : 100 * high,
    reached: lifted.reached,
    recognised: isBirdDog(frames, lifted),
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

function sideOn({ top, all }: RepFrames, { side, legs, arms, resting }: Lifted): Measures {
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
