/**
 * What drives a bridge's phases, and whether a movement is a bridge at all. Nothing here judges form.
 *
 * A hip thrust with the shoulders on a bench is another exercise and counts as none: its shoulders lie high
 * over the feet.
 */
import type { Posture, RepFrames } from '../../core/analysis/rules'
import type { View } from '../../core/analysis/model'
import type { Side } from '../../core/pose/frame'
import { median } from '../../core/pose/geometry'
import { mayLie } from '../../core/pose/lying'
import { hipOpening, kneeAngle, type Measurement } from '../../core/pose/measure'
import { countsByAngles } from '../../core/pose/view'
import type { Degrees } from '../../core/units'
import { limit } from './thresholds'

/** How far a point lies above another, in trunk lengths. */
const above = (m: Measurement, upper: { y: number }, lower: { y: number }): number =>
  (lower.y - upper.y) / m.unit

/** The leg that carries: the one whose foot is down, or the near one when both are. */
export function standing(m: Measurement): Side {
  const difference = (m.left.ankle.y - m.right.ankle.y) / m.unit
  if (Math.abs(difference) > limit('bridge.foot-up')) return difference > 0 ? 'left' : 'right'
  return m.near
}

export const opening = (m: Measurement): Degrees => hipOpening(m, standing(m), 'up')

/** On the back with a foot down and its knee up, seen from the side. */
export function supine(m: Measurement): Posture {
  const leg = m[standing(m)]
  const kneeUp = above(m, leg.knee, leg.ankle) > limit('bridge.knee-up')
  const trunkLow =
    m.trunkInclination < limit('bridge.trunk-up') && m.trunkInclination > limit('bridge.trunk-down')
  if (!kneeUp || !trunkLow) return 'out'
  return opening(m) < limit('bridge.start-opening') ? 'start' : 'working'
}

/** How far the hips lie above the shoulders, in trunk lengths. */
const hipsOverShoulders = (m: Measurement): number => above(m, m.hips, m.shoulders)

/**
 * How far the hips are up, in spans: half of it by the hip's opening, half by the trunk alone, which no leg that
 * swings or is hidden can disturb.
 */
export const hipRise = (m: Measurement): number =>
  (opening(m) / limit('bridge.span-opening') + hipsOverShoulders(m) / limit('bridge.span-rise')) / 2

/** The silhouette's top edge, which the knees carry up, in spans: all that can be trusted from the ends. */
export const silhouetteTop = (m: Measurement): number =>
  m.silhouette ? -m.silhouette.top / m.height / limit('bridge.span-top') : NaN

/** How far shoulders and foot may lie apart in height, as both lie on one floor: from the ends perspective parts them. */
const flatFrom = ({ azimuth }: View): number =>
  limit('bridge.flat') + limit('bridge.flat-oblique') * Math.abs(Math.sin(((azimuth ?? 0) * Math.PI) / 180))

/** On all fours, from the ends: the face is down, or the hands and the knees are under the trunk. */
function facesDownOnHands(all: readonly Measurement[]): boolean {
  const faceDown = median(all.map((m) => above(m, m.ears, m.nose))) > limit('bridge.face-down')
  const carried = all.filter((m) => {
    const hand = Math.max(m.left.wrist.y, m.right.wrist.y)
    const knee = Math.max(m.left.knee.y, m.right.knee.y)
    return (
      above(m, m.shoulders, { y: hand }) > limit('bridge.limb-under') &&
      above(m, m.hips, { y: knee }) > limit('bridge.limb-under')
    )
  })
  return faceDown || carried.length * 2 > all.length
}

/**
 * Whether a rep was a bridge at all, by what can be trusted over all of it: the belly is up, a foot stands flat
 * with its knee bent over it, and the hips rise against the shoulders.
 */
export function isBridge({ all, top, rest, view }: RepFrames): boolean {
  const middle = (frames: readonly Measurement[], read: (m: Measurement) => number): number =>
    median(frames.map(read))
  if (!countsByAngles(view)) return !facesDownOnHands(all)
  const foot = (m: Measurement): { y: number } => m[standing(m)].ankle
  return (
    mayLie(all, 'up') &&
    middle(top, (m) => above(m, m[standing(m)].knee, foot(m))) > limit('bridge.knee-up') &&
    middle(top, (m) => kneeAngle(m, standing(m))) < limit('bridge.knee-bent') &&
    Math.abs(middle(top, (m) => above(m, m.shoulders, foot(m)))) < flatFrom(view) &&
    middle(top, hipsOverShoulders) - middle(rest, hipsOverShoulders) >= limit('bridge.hips-rise')
  )
}
