/**
 * The counting rules that others publish, on the landmarks that Keel saw.
 *
 * Each is what tutorials and fitness apps do: an angle, a state that changes above one limit and below another, and a
 * count on each way up. They know no posture, no side and no form. The angle is of the body's side that the model
 * sees better in that frame, for the bird dog of the leg that is stretched further.
 */
import type { ExerciseId } from '../../src/core/analysis/model'
import { LM, type Body, type PoseFrame, type Side } from '../../src/core/pose/frame'
import { angleAt, type Point } from '../../src/core/pose/geometry'

export interface Peer {
  readonly exercise: ExerciseId
  readonly name: string
  /** Reps in a recorded film. */
  readonly count: (frames: readonly PoseFrame[]) => number
}

type Joint = 'Shoulder' | 'Elbow' | 'Wrist' | 'Hip' | 'Knee' | 'Ankle'
type State = 'up' | 'down' | 'between'

const index = (side: Side, joint: Joint): number => LM[`${side}${joint}`]

/** Square pixels: angles are not those of the picture's shares. */
function pointOf(body: Body, frame: PoseFrame, side: Side, joint: Joint): Point {
  const i = index(side, joint)
  return {
    x: (body.landmarks[4 * i] ?? NaN) * frame.width,
    y: (body.landmarks[4 * i + 1] ?? NaN) * frame.height,
  }
}

type Corner = readonly [Joint, Joint, Joint]
const HIP: Corner = ['Shoulder', 'Hip', 'Knee']
const KNEE: Corner = ['Hip', 'Knee', 'Ankle']
const ARM: Corner = ['Hip', 'Shoulder', 'Wrist']

/** The joint's angle on one side, 0-180°. */
function angle(body: Body, frame: PoseFrame, side: Side, [a, b, c]: Corner): number {
  const at = (joint: Joint): Point => pointOf(body, frame, side, joint)
  return angleAt(at(a), at(b), at(c))
}

function seenSide(body: Body, corner: Corner): Side {
  const seen = (side: Side): number =>
    corner.reduce((sum, joint) => sum + (body.landmarks[4 * index(side, joint) + 3] ?? 0), 0)
  return seen('left') >= seen('right') ? 'left' : 'right'
}

const larger = (body: Body, frame: PoseFrame, corner: Corner): number =>
  Math.max(angle(body, frame, 'left', corner), angle(body, frame, 'right', corner))

/** Counts each way from down to up, at least so many seconds apart. */
function countUps(
  frames: readonly PoseFrame[],
  stateOf: (body: Body, frame: PoseFrame) => State,
  leastSeconds = 0,
): number {
  let [count, state, last] = [0, 'between' as State, -Infinity]
  for (const frame of frames) {
    const now = frame.body ? stateOf(frame.body, frame) : 'between'
    if (now === 'up' && state === 'down' && frame.time - last >= leastSeconds) {
      count++
      last = frame.time
    }
    if (now !== 'between') state = now
  }
  return count
}

const between = (value: number, up: number, down: number): State =>
  value > up ? 'up' : value < down ? 'down' : 'between'

function bridgeByHip(up: number, down: number, leastSeconds = 0): Peer {
  const apart = leastSeconds > 0 ? `, ${leastSeconds} s apart` : ''
  return {
    exercise: 'bridge',
    name: `hip angle ${up}/${down}${apart}`,
    count: (frames) =>
      countUps(
        frames,
        (body, frame) => between(angle(body, frame, seenSide(body, HIP), HIP), up, down),
        leastSeconds,
      ),
  }
}

export const peers: readonly Peer[] = [
  bridgeByHip(160, 130, 1.5),
  bridgeByHip(140, 100),
  bridgeByHip(140, 140),
  bridgeByHip(165, 110),
  bridgeByHip(165, 140),
  bridgeByHip(150, 115),
  {
    exercise: 'bird-dog',
    name: 'larger knee angle 148/115',
    count: (frames) => countUps(frames, (body, frame) => between(larger(body, frame, KNEE), 148, 115)),
  },
  {
    exercise: 'bird-dog',
    name: 'knee 160 and arm 150, knee under 110',
    count: (frames) =>
      countUps(frames, (body, frame) => {
        const knee = larger(body, frame, KNEE)
        if (knee >= 160 && larger(body, frame, ARM) >= 150) return 'up'
        return knee < 110 ? 'down' : 'between'
      }),
  },
]
