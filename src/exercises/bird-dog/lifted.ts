/** Which limbs a rep lifted, and on which side: decided over the whole rep, never by a single frame. */
import type { RepFrames } from '../../core/analysis/rules'
import type { Side } from '../../core/pose/frame'
import type { Measurement } from '../../core/pose/measure'
import { countsByAngles } from '../../core/pose/view'
import { armReach, legReach, liftsOf, middleOf, other, restingHeights, type Heights } from './limbs'
import { limit } from './thresholds'

export interface Lifted {
  /** The lifted leg's side, or with no leg the arm's, in the model's left and right. */
  readonly side: Side
  readonly legs: boolean
  readonly arms: boolean
  /** How high the highest limb was lifted, trunk lengths. */
  readonly high: number
  /** Whether it got far enough for a whole rep. */
  readonly reached: boolean
  /** Where each limb rested beside the rep. */
  readonly resting: Heights
}

/** What a rep lifted. */
export function liftedIn(frames: RepFrames): Lifted {
  const resting = restingHeights(frames)
  const lift = highestLift(frames.all.map((m) => liftsOf(m, resting)))
  const high = Math.max(lift.leg, lift.arm)
  const reach = reachAt(frames)
  const byAngles = countsByAngles(frames.view)
  const limbs = byAngles ? limbsByReach(frames, reach) : limbsByLift(lift)
  const reached = byAngles
    ? (limbs.legs ? reach.leg : reach.arm) >= limit('bird-dog.counts-reach')
    : high >= limit('bird-dog.least-lift')
  return { ...limbs, side: sideOf(frames, resting, limbs), high, reached, resting }
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
