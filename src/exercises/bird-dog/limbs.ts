/** How far each limb of a body on all fours reaches and how high it is; nothing here judges form. */
import type { Side } from '../../core/pose/frame'
import { median } from '../../core/pose/geometry'
import { armElevation, kneeAngle, thighElevation, type Measurement } from '../../core/pose/measure'
import type { RepFrames } from '../../core/analysis/rules'
import { restOrStart } from '../shared/support'
import { limit } from './thresholds'

export const other = (side: Side): Side => (side === 'left' ? 'right' : 'left')

/** How far a point lies below another, in trunk lengths. */
export const below = (m: Measurement, lower: { y: number }, upper: { y: number }): number =>
  (lower.y - upper.y) / m.unit

export const middleOf = (frames: readonly Measurement[], read: (m: Measurement) => number): number =>
  median(frames.map(read))

/**
 * How far a leg reaches back, in spans: 0 on all fours, 1 straight and in line with the trunk. Knee and thigh
 * count alike, so that neither a bent knee nor a wrongly seen one decides alone.
 */
export function legReach(m: Measurement, side: Side): number {
  const thigh = thighElevation(m, side)
  // A thigh drawn up under the belly is further down, not up over the back.
  return (kneeAngle(m, side) + (thigh > 90 ? thigh - 360 : thigh)) / limit('bird-dog.span-leg')
}

/** How far an arm reaches forward, in spans: 0 down, 1 in line with the trunk. */
export const armReach = (m: Measurement, side: Side): number =>
  (armElevation(m, side) + 90) / limit('bird-dog.span-arm')

/** The leg that reaches less: the one that carries. */
export const carryingLeg = (m: Measurement): Side =>
  legReach(m, 'left') < legReach(m, 'right') ? 'left' : 'right'

/** How far the floor is under the shoulders, trunk lengths: the lower hand, or the silhouette's lower edge. */
export function trunkOverFloor(m: Measurement): number {
  const hand = Math.max(below(m, m.left.wrist, m.shoulders), below(m, m.right.wrist, m.shoulders))
  return m.silhouette ? Math.max(hand, below(m, { y: m.silhouette.bottom }, m.shoulders)) : hand
}

/** How far the floor is under the hips, trunk lengths: the lower knee, or the silhouette's lower edge. */
export function hipsOverFloor(m: Measurement): number {
  const knee = Math.max(below(m, m.left.knee, m.hips), below(m, m.right.knee, m.hips))
  return m.silhouette ? Math.max(knee, below(m, { y: m.silhouette.bottom }, m.hips)) : knee
}

/** A height of each limb, trunk lengths. */
export interface Heights {
  readonly leftLeg: number
  readonly rightLeg: number
  readonly leftArm: number
  readonly rightArm: number
}

/**
 * The height of each limb over the floor: it rises in the picture from every side but
 * straight above. The floor is wherever the lowest hand or knee is, as one of each always carries.
 */
export function limbHeights(m: Measurement): Heights {
  const { left, right } = m
  const floor = { y: Math.max(left.wrist.y, right.wrist.y, left.knee.y, right.knee.y) }
  return {
    leftLeg: below(m, floor, left.ankle),
    rightLeg: below(m, floor, right.ankle),
    leftArm: below(m, floor, left.wrist),
    rightArm: below(m, floor, right.wrist),
  }
}

/** Where each limb rested beside the rep: its height over the floor. */
export function restingHeights({ all, rest }: RepFrames): Heights {
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
export function liftsOf(m: Measurement, resting: Heights): Heights {
  const heights = limbHeights(m)
  return {
    leftLeg: heights.leftLeg - resting.leftLeg,
    rightLeg: heights.rightLeg - resting.rightLeg,
    leftArm: heights.leftArm - resting.leftArm,
    rightArm: heights.rightArm - resting.rightArm,
  }
}
