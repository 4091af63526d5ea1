/**
 * Whether a movement is a bird dog at all. Single frames decide nothing: the far hand and the far knee are
 * often guesses of the model. The whole rep is asked, by what can be trusted in it: which way the belly faces,
 * the trunk, the lower knee, and how far the floor is under the shoulders.
 */
import type { Posture, RepFrames } from '../../core/analysis/rules'
import type { View } from '../../core/analysis/model'
import type { Side } from '../../core/pose/frame'
import { mayLie } from '../../core/pose/lying'
import { elbowAngle, kneeAngle, type Measurement } from '../../core/pose/measure'
import { countsByAngles } from '../../core/pose/view'
import { isUpright } from '../shared/posture'
import type { Lifted } from './lifted'
import { limit } from './thresholds'
import { below, carryingLeg, hipsOverFloor, legReach, middleOf, other, trunkOverFloor } from './limbs'

/** The posture in one frame, for the phases. From the ends only an upright body is told apart. */
export function posture(m: Measurement, view: View): Posture {
  if (!countsByAngles(view)) return isUpright(m) ? 'out' : 'start'
  const level = Math.abs(below(m, m.hips, m.shoulders)) < limit('bird-dog.level')
  const carried =
    hipsOverFloor(m) >= limit('bird-dog.knee-below') && trunkOverFloor(m) >= limit('bird-dog.hand-below')
  if (!level || !carried) return 'out'
  const reach = Math.max(legReach(m, 'left'), legReach(m, 'right'))
  return reach < limit('bird-dog.leg-reaches') ? 'start' : 'working'
}

export function isBirdDog(frames: RepFrames, lifted: Lifted): boolean {
  const { all, top, view } = frames
  if (!countsByAngles(view)) return handsUnder(all) && lifted.high >= limit('bird-dog.least-lift')
  if (!onAllFours(all)) return false
  // In a plank and in a kick-back from standing the leg that carries is straight.
  if (middleOf(top, (m) => kneeAngle(m, carryingLeg(m))) >= limit('bird-dog.support-bent')) return false
  return lifted.legs ? legReachesBack(top, lifted.arms) : armReachesForward(top, lifted.side)
}

/** From the ends: the face down, and hands or knees well under the trunk; each of them is hidden in some reps. */
function handsUnder(all: readonly Measurement[]): boolean {
  const faceDown = middleOf(all, (m) => below(m, m.nose, m.ears)) >= limit('lying.face')
  const hand = (m: Measurement): number =>
    Math.max(below(m, m.left.wrist, m.shoulders), below(m, m.right.wrist, m.shoulders))
  const knee = (m: Measurement): number =>
    Math.max(below(m, m.left.knee, m.hips), below(m, m.right.knee, m.hips))
  return faceDown && Math.max(middleOf(all, hand), middleOf(all, knee)) >= limit('bird-dog.hand-below')
}

function onAllFours(all: readonly Measurement[]): boolean {
  return (
    mayLie(all, 'down') &&
    Math.abs(middleOf(all, (m) => below(m, m.hips, m.shoulders))) < limit('bird-dog.level') &&
    middleOf(all, hipsOverFloor) >= limit('bird-dog.knee-under') &&
    middleOf(all, trunkOverFloor) >= limit('bird-dog.hand-below')
  )
}

/** Without an arm the leg has to be straight: a bent one is a donkey kick. */
function legReachesBack(top: readonly Measurement[], arms: boolean): boolean {
  const leg = (m: Measurement): Side => other(carryingLeg(m))
  return (
    middleOf(top, (m) => legReach(m, leg(m))) >= limit('bird-dog.least-reach') &&
    (arms || middleOf(top, (m) => kneeAngle(m, leg(m))) >= limit('bird-dog.leg-straight'))
  )
}

/** An arm that turns up with the chest, or whose hand is behind the head, doesn't reach forward. */
function armReachesForward(top: readonly Measurement[], side: Side): boolean {
  const ahead = (m: Measurement): number => ((m[side].wrist.x - m[side].shoulder.x) * m.facing) / m.unit
  return (
    middleOf(top, ahead) >= limit('bird-dog.arm-ahead') &&
    middleOf(top, (m) => elbowAngle(m, side)) >= limit('bird-dog.arm-straight')
  )
}
