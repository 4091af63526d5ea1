import type { Check, HoldRules, HoldSample } from '../../core/analysis/rules'
import { LM, type Side } from '../../core/pose/frame'
import { distance, elevation, midpoint, type Point } from '../../core/pose/geometry'
import { kneeAngle, neckElevation, sees, type Measurement } from '../../core/pose/measure'
import { showsAngles } from '../../core/pose/view'
import { bodyLine } from '../shared/body-line'
import { limit, own, threshold } from './thresholds'

const EARS = [LM.leftEar, LM.rightEar]
const THIGHS = [LM.leftHip, LM.rightHip, LM.leftKnee, LM.rightKnee]
const UPPER_ARM = { left: [LM.leftElbow, LM.leftShoulder], right: [LM.rightElbow, LM.rightShoulder] }

/**
 * The side on the floor. With the chest towards the lens and the head to the right of the picture it is the
 * left one; so the person's left and right follow from the picture. The model's own labels don't hold here:
 * on a real film it exchanged the shoulders several times a second.
 */
const supportSide = (m: Measurement): Side => ((m.facing === 1) === m.faces ? 'left' : 'right')

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

function sample(m: Measurement): HoldSample {
  const side = supportSide(m)
  const knees = midpoint(m.left.knee, m.right.knee)
  const ankles = midpoint(m.left.ankle, m.right.ankle)
  // The lower leg lies behind the body in the knee version, where the model only guesses it.
  const bent = Math.min(kneeAngle(m, 'left'), kneeAngle(m, 'right')) < limit('hold.knees-bent')
  const variation = bent ? 'knees' : 'feet'
  const line = bodyLine(m, bent ? knees : ankles)
  const elbow = lower(m.left.elbow, m.right.elbow)
  const shoulder = lower(m.left.shoulder, m.right.shoulder)
  const head = sees(m, EARS)
  return {
    side,
    variation,
    line,
    inPosition: inPosition(m),
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
  sample,
  checks,
}
