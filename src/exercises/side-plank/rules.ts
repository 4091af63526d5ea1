import type { Check, HoldRules, HoldSample } from '../../core/analysis/rules'
import { LM, type Side } from '../../core/pose/frame'
import { distance, elevation, midpoint, type Point } from '../../core/pose/geometry'
import { kneeAngle, neckElevation, sees, type Measurement } from '../../core/pose/measure'
import { showsAngles } from '../../core/pose/view'
import type { Degrees } from '../../core/units'
import { bodyLine } from '../shared/body-line'
import { limit, own, threshold } from './thresholds'

const EARS = [LM.leftEar, LM.rightEar]
const THIGHS = [LM.leftHip, LM.rightHip, LM.leftKnee, LM.rightKnee]
const UPPER_ARM = { left: [LM.leftElbow, LM.leftShoulder], right: [LM.rightElbow, LM.rightShoulder] }

const lower = (a: Point, b: Point): Point => (a.y > b.y ? a : b)

/** On one side: shoulders above each other, trunk lying, an arm under it. */
function inPosition(m: Measurement): boolean {
  const [under, over] = m.left.shoulder.y > m.right.shoulder.y ? [m.left, m.right] : [m.right, m.left]
  const stacked = elevation(under.shoulder, over.shoulder) > limit('side-plank.stacked')
  const lying = Math.abs(m.trunkInclination) < limit('side-plank.lying')
  const hand = lower(lower(m.left.elbow, m.right.elbow), lower(m.left.wrist, m.right.wrist))
  const propped = hand.y - m.shoulders.y > limit('side-plank.arm-under') * m.unit
  return stacked && lying && propped && m.shoulderWidth > limit('side-plank.width')
}

/** How far the supporting upper arm is off the vertical in the picture, degrees, either way. */
function elbowOff(m: Measurement): number {
  const side = m.left.shoulder.y > m.right.shoulder.y ? 'left' : 'right'
  const { elbow, shoulder } = m[side]
  return sees(m, UPPER_ARM[side]) ? 90 - Math.abs(elevation(elbow, shoulder)) : NaN
}

/** Where the body line ends at the feet: between the ankles, or at the lower one when the upper leg is raised. */
function footEnd({ left, right, unit }: Measurement): Point {
  const apart = Math.abs(left.ankle.y - right.ankle.y) > limit('side-plank.legs-apart') * unit
  return apart ? lower(left.ankle, right.ankle) : midpoint(left.ankle, right.ankle)
}

/** How high a point is over the line from `from` to `to`, in trunk lengths. */
function heightOver(m: Measurement, point: Point, from: Point, to: Point): number {
  const along = (point.x - from.x) / (to.x - from.x || 1)
  return (from.y + along * (to.y - from.y) - point.y) / m.unit
}

/** The line at which the hips would rest on the floor: lowering them by their clearance turns both of its halves. */
function floorLine(m: Measurement, line: Degrees, clearance: number, end: Point): Degrees {
  const drop = (clearance - limit('hold.resting-clearance')) * m.unit
  const turned = drop / distance(m.shoulders, m.hips) + drop / distance(m.hips, end)
  return (line - (turned * 180) / Math.PI) as Degrees
}

function sample(m: Measurement, side: Side | null): HoldSample {
  const angles = [kneeAngle(m, 'left'), kneeAngle(m, 'right')]
  // The lower leg lies behind the body in the knee version, where the model only guesses it.
  const bent = Math.min(...angles) < limit('hold.knees-bent')
  const end = bent ? midpoint(m.left.knee, m.right.knee) : footEnd(m)
  const line = bodyLine(m, end)
  const elbow = lower(m.left.elbow, m.right.elbow)
  const hand = lower(elbow, lower(m.left.wrist, m.right.wrist))
  const foot = lower(m.left.ankle, m.right.ankle)
  const knee = lower(m.left.knee, m.right.knee)
  const clearance = heightOver(m, lower(m.left.hip, m.right.hip), hand, bent ? knee : foot)
  const shoulder = lower(m.left.shoulder, m.right.shoulder)
  const head = sees(m, EARS)
  return {
    variation: bent ? 'knees' : 'feet',
    line,
    clearance,
    floorLine: floorLine(m, line, clearance, end),
    kneesDown:
      Math.max(...angles) < limit('hold.knees-bent') &&
      heightOver(m, knee, hand, foot) < limit('side-plank.knee-down'),
    inPosition: inPosition(m) && line < limit('side-plank.folded'),
    measures: {
      line: sees(m, THIGHS) ? line : NaN,
      // Shoulders that the model has exchanged are not where they are drawn.
      width: m.left.shoulder.y > m.right.shoulder.y === (side === 'left') ? m.shoulderWidth : NaN,
      shoulder: (100 * (elbow.y - shoulder.y)) / m.unit,
      neck: head ? neckElevation(m) : NaN,
      shrug: head ? (100 * distance(m.ears, m.shoulders)) / m.unit : NaN,
      upperArm: elbowOff(m),
      swayX: (100 * (m.hips.x + m.shoulders.x)) / (2 * m.unit),
      swayY: (100 * (m.hips.y + m.shoulders.y)) / (2 * m.unit),
    },
  }
}

const checks: readonly Check[] = [
  {
    id: 'hip-sag',
    signs: [
      {
        measure: 'line',
        worse: -1,
        limits: threshold('side-plank.sag'),
        guard: threshold('side-plank.sag-guard'),
      },
    ],
    agree: 1,
    visible: showsAngles,
  },
  {
    id: 'hip-high',
    signs: [
      {
        measure: 'line',
        worse: 1,
        limits: threshold('side-plank.high'),
        guard: threshold('side-plank.high-guard'),
      },
    ],
    agree: 1,
    visible: showsAngles,
  },
  {
    id: 'hip-flexion',
    signs: [{ measure: 'line', worse: 1, limits: threshold('side-plank.flexion') }],
    agree: 1,
    visible: (view) => showsAngles(view) && view.raised === true,
  },
  {
    id: 'trunk-roll',
    signs: [{ measure: 'width', worse: -1, limits: threshold('side-plank.roll'), relative: true }],
    agree: 1,
    visible: showsAngles,
    // A low lens shows a large roll as narrow shoulders, but a small one not at all.
    flagOnly: (view) => view.raised !== true,
  },
  {
    id: 'shoulder-collapse',
    signs: [
      { measure: 'shoulder', worse: -1, limits: threshold('side-plank.shoulder') },
      { measure: 'shrug', worse: -1, limits: threshold('side-plank.shrug'), relative: true },
    ],
    agree: 1,
    visible: showsAngles,
  },
  {
    id: 'neck',
    signs: [{ measure: 'neck', worse: 0, limits: threshold('side-plank.neck') }],
    agree: 1,
    visible: showsAngles,
  },
  {
    id: 'elbow-off',
    signs: [{ measure: 'upperArm', worse: 1, limits: threshold('side-plank.elbow') }],
    agree: 1,
    visible: showsAngles,
    supporting: true,
    atSetUp: true,
  },
  {
    id: 'sway',
    signs: [{ measure: 'sway', worse: 1, limits: threshold('sway') }],
    agree: 1,
    visible: showsAngles,
    supporting: true,
  },
]

export const rules: HoldRules = {
  kind: 'hold',
  thresholds: own,
  lineLimits: threshold('side-plank.sag'),
  onSide: true,
  sample,
  checks,
}
