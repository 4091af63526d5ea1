/**
 * One pose frame in the units that judging needs: degrees, trunk lengths and seconds.
 * Everything here is geometry; nothing here knows an exercise or a limit.
 */
import { trunkShape, type TrunkShape } from './contour-shape'
import { LANDMARK_COUNT, LM, WORLD_STRIDE, type Body, type PoseFrame, type Side } from './frame'
import { angleAt, degrees, distance, elevation, midpoint, turn, wrapDegrees, type Point } from './geometry'
import { LimbIdentity } from './identity'
import { limit } from '../thresholds'
import type { Degrees, Seconds, TrunkShare } from '../units'
import { PersonKeeper } from './person'
import type { SilhouetteBox } from './silhouette'
import { LimbTrust } from './trust'

/** The joints of one side of the body, in pixels. */
export interface Limbs {
  readonly ear: Point
  readonly shoulder: Point
  readonly elbow: Point
  readonly wrist: Point
  readonly hip: Point
  readonly knee: Point
  readonly ankle: Point
}

export interface Measurement {
  readonly time: Seconds
  /** A trunk length in pixels, from the body's metric size: steady when the trunk is seen end-on. */
  readonly unit: number
  readonly left: Limbs
  readonly right: Limbs
  readonly shoulders: Point
  readonly hips: Point
  readonly ears: Point
  readonly nose: Point
  /** +1 when the head is towards the right of the (unmirrored) picture, −1 when towards the left. */
  readonly facing: 1 | -1
  /** How far the camera stands round the body from side-on, degrees: −90 the head end, +90 the feet end. From the model's depth. */
  readonly azimuth: Degrees
  /** Which side's shoulder and hip are nearer to the lens by the model's depth. */
  readonly near: Side
  /** How far the shoulder end of the trunk is raised, degrees, in the picture. */
  readonly trunkInclination: Degrees
  /** How far the shoulder line is turned out of the picture plane, degrees; the left shoulder's being away is positive. From the model's depth. */
  readonly shoulderTurn: Degrees
  /** Whether the face, and with it the chest, is towards the lens: the nose is nearer than the ears by the model's depth. */
  readonly faces: boolean
  /** Distance between the shoulders in the picture, in trunk lengths as seen. */
  readonly shoulderWidth: TrunkShare
  readonly shape: { readonly up: TrunkShape; readonly down: TrunkShape } | null
  /** In pixels. */
  readonly silhouette: SilhouetteBox | null
  readonly visibility: Float64Array
  /** 33 values: 1 where geometry lets the landmark be believed, else 0. */
  readonly trusted: Uint8Array
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** Turns pose frames into measurements; remembers only whose body it is, and which limb is which. */
export class Measurer {
  readonly #identity = new LimbIdentity()
  readonly #person = new PersonKeeper()
  readonly #trust = new LimbTrust()
  /** Where the landmarks are, pixels: of the frame at hand alone, as a measurement has its own. */
  readonly #points = new Float64Array(2 * LANDMARK_COUNT)
  #replaced = false

  /** Whether the last frame began to show another person, who is followed from there on. */
  get replaced(): boolean {
    return this.#replaced
  }

  /** Null when the frame has no body, one that can't be (a trunk of no length, NaN), or somebody else's. */
  measure(frame: PoseFrame): Measurement | null {
    this.#replaced = false
    const body = frame.body
    if (!body || !Number.isFinite(frame.time)) return null
    const points = this.#points
    const visibility = new Float64Array(LANDMARK_COUNT)
    for (let i = 0; i < LANDMARK_COUNT; i++) {
      points[2 * i] = (body.landmarks[4 * i] ?? NaN) * frame.width
      points[2 * i + 1] = (body.landmarks[4 * i + 1] ?? NaN) * frame.height
      visibility[i] = body.landmarks[4 * i + 3] ?? 0
    }
    const unit = trunkUnit(body, points)
    if (!(unit > limit('body.least-share') * frame.height)) return null
    let [x, y] = [0, 0]
    for (const i of TORSO) {
      x += (points[2 * i] ?? NaN) / TORSO.length
      y += (points[2 * i + 1] ?? NaN) / TORSO.length
    }
    if (!Number.isFinite(x + y)) return null
    const who = this.#person.follow({ time: frame.time, x, y, unit, box: body.silhouette })
    if (who === 'other') return null
    this.#replaced = who === 'new'
    const time = frame.time as Seconds
    this.#identity.apply(points, visibility, unit, time)
    const near = nearerSide(body.world)
    const trusted = this.#trust.judge({ points, unit, near, contour: body.contour, time })
    return describe(frame, body, points, { unit, near, visibility, trusted })
  }
}

const at = (points: Float64Array, i: number): Point => ({
  x: points[2 * i] ?? NaN,
  y: points[2 * i + 1] ?? NaN,
})

/** A landmark's place in metres: 0 across, 1 down, 2 away from the camera. */
const inSpace = (world: Float32Array, i: number, axis: 0 | 1 | 2): number => world[3 * i + axis] ?? NaN
const depth = (world: Float32Array, i: number): number => inSpace(world, i, 2)

/** The way from the middle of the shoulders to the middle of the hips. */
const trunkInSpace = (world: Float32Array, axis: 0 | 1 | 2): number =>
  (inSpace(world, LM.leftHip, axis) + inSpace(world, LM.rightHip, axis)) / 2 -
  (inSpace(world, LM.leftShoulder, axis) + inSpace(world, LM.rightShoulder, axis)) / 2

/** The way from the right shoulder to the left one. */
const shouldersInSpace = (world: Float32Array, axis: 0 | 1 | 2): number =>
  inSpace(world, LM.leftShoulder, axis) - inSpace(world, LM.rightShoulder, axis)

const TORSO = [LM.leftShoulder, LM.rightShoulder, LM.leftHip, LM.rightHip] as const

/**
 * Pixels a metric trunk length takes up at this person's distance: the picture's spread of shoulders and
 * hips over the same spread of the world landmarks (weak perspective), times the metric trunk length.
 */
function trunkUnit(body: Body, points: Float64Array): number {
  const { world } = body
  const metres = Math.hypot(trunkInSpace(world, 0), trunkInSpace(world, 1), trunkInSpace(world, 2))
  if (!(metres > limit('body.least-trunk') && metres < limit('body.most-trunk'))) return NaN
  return (metres * torsoSpread(points, 2)) / torsoSpread(world, WORLD_STRIDE)
}

/** How far shoulders and hips lie apart in x and y; `stride` numbers a landmark. */
function torsoSpread(values: Float64Array | Float32Array, stride: 2 | 3): number {
  let cx = 0
  let cy = 0
  let squares = 0
  for (const i of TORSO) {
    cx += values[stride * i] ?? NaN
    cy += values[stride * i + 1] ?? NaN
  }
  cx /= TORSO.length
  cy /= TORSO.length
  for (const i of TORSO)
    squares = squares + ((values[stride * i] ?? NaN) - cx) ** 2 + ((values[stride * i + 1] ?? NaN) - cy) ** 2
  return Math.sqrt(squares)
}

interface Known {
  readonly unit: number
  readonly near: Side
  readonly visibility: Float64Array
  readonly trusted: Uint8Array
}

/** The side whose shoulder and hip are nearer to the lens by the model's depth. */
const nearerSide = (world: Float32Array): Side =>
  shouldersInSpace(world, 2) + depth(world, LM.leftHip) - depth(world, LM.rightHip) <= 0 ? 'left' : 'right'

function describe(frame: PoseFrame, body: Body, points: Float64Array, known: Known): Measurement | null {
  const { unit, near, visibility, trusted } = known
  const left = limbs(points, 0)
  const right = limbs(points, 1)
  const shoulders = midpoint(left.shoulder, right.shoulder)
  const hips = midpoint(left.hip, right.hip)
  if (!Number.isFinite(shoulders.x + shoulders.y + hips.x + hips.y)) return null
  const facing = shoulders.x >= hips.x ? 1 : -1
  const contour = body.contour
  const { world } = body
  const turned = shouldersInSpace(world, 2)
  const box = body.silhouette
  return {
    time: frame.time as Seconds,
    unit,
    left,
    right,
    shoulders,
    hips,
    ears: midpoint(left.ear, right.ear),
    nose: at(points, LM.nose),
    facing,
    azimuth: degrees(-Math.atan2(trunkInSpace(world, 2), Math.abs(trunkInSpace(world, 0)))),
    near,
    trunkInclination: elevation(hips, shoulders),
    shoulderTurn: degrees(
      Math.atan2(turned, Math.hypot(shouldersInSpace(world, 0), shouldersInSpace(world, 1))),
    ),
    faces: depth(world, LM.nose) < (depth(world, LM.leftEar) + depth(world, LM.rightEar)) / 2,
    shoulderWidth: (distance(left.shoulder, right.shoulder) /
      Math.max(1, distance(shoulders, hips))) as TrunkShare,
    // Clockwise of shoulder→hip is up on screen when the head is to the right.
    shape: contour
      ? { up: trunkShape(contour, facing === 1), down: trunkShape(contour, facing === -1) }
      : null,
    silhouette: box && {
      left: box.left * frame.width,
      right: box.right * frame.width,
      top: box.top * frame.height,
      bottom: box.bottom * frame.height,
    },
    visibility,
    trusted,
    width: frame.width,
    height: frame.height,
  }
}

function limbs(points: Float64Array, right: 0 | 1): Limbs {
  return {
    ear: at(points, LM.leftEar + right),
    shoulder: at(points, LM.leftShoulder + right),
    elbow: at(points, LM.leftElbow + right),
    wrist: at(points, LM.leftWrist + right),
    hip: at(points, LM.leftHip + right),
    knee: at(points, LM.leftKnee + right),
    ankle: at(points, LM.leftAnkle + right),
  }
}

/** Shoulder-hip-knee, 0-180°. */
export const hipAngle = (m: Measurement, side: Side): Degrees =>
  angleAt(m[side].shoulder, m[side].hip, m[side].knee)

/** Hip-knee-ankle, 0-180°. */
export const kneeAngle = (m: Measurement, side: Side): Degrees =>
  angleAt(m[side].hip, m[side].knee, m[side].ankle)

/** Shoulder-elbow-wrist, 0-180°. */
export const elbowAngle = (m: Measurement, side: Side): Degrees =>
  angleAt(m[side].shoulder, m[side].elbow, m[side].wrist)

/**
 * The thigh against the trunk's line drawn on past the hips, degrees: 0 in line, positive above it on
 * screen, −90 hanging down.
 */
export function thighElevation(m: Measurement, side: Side): Degrees {
  const back = { x: m.hips.x - m.shoulders.x, y: m.hips.y - m.shoulders.y }
  const { hip, knee } = m[side]
  return (turn(back, { x: knee.x - hip.x, y: knee.y - hip.y }) * m.facing) as Degrees
}

/** The arm (shoulder to wrist) against the trunk's line drawn on past the shoulders, degrees: 0 in line, positive above. */
export function armElevation(m: Measurement, side: Side): Degrees {
  const on = { x: m.shoulders.x - m.hips.x, y: m.shoulders.y - m.hips.y }
  const { shoulder, wrist } = m[side]
  return (-turn(on, { x: wrist.x - shoulder.x, y: wrist.y - shoulder.y }) * m.facing) as Degrees
}

/**
 * Hip opening seen from the belly's side, degrees: 180 straight, above it past straight.
 * `belly` says on which side of the body line the belly lies on screen: 'up' lying on the back.
 */
export function hipOpening(m: Measurement, side: Side, belly: 'up' | 'down'): Degrees {
  const elevationAbove = thighElevation(m, side)
  return (180 + (belly === 'up' ? -1 : 1) * wrapDegrees(elevationAbove)) as Degrees
}

/** The head's tilt against the trunk line, degrees: positive when the ears are above it on screen. */
export function neckElevation(m: Measurement): Degrees {
  const on = { x: m.shoulders.x - m.hips.x, y: m.shoulders.y - m.hips.y }
  return (-turn(on, { x: m.ears.x - m.shoulders.x, y: m.ears.y - m.shoulders.y }) * m.facing) as Degrees
}

/** Whether these landmarks can be believed: the model is at least so sure of all of them, and geometry agrees. */
export function sees(
  m: Measurement,
  landmarks: readonly number[],
  confidence = limit('sees.confidence'),
): boolean {
  return landmarks.every((i) => (m.visibility[i] ?? 0) >= confidence && m.trusted[i] === 1)
}

/** Whether a point lies inside the picture, with a hair's breadth of tolerance. */
export function inPicture(m: Measurement, point: Point): boolean {
  const margin = limit('sees.margin')
  return (
    point.x >= -margin * m.width &&
    point.x <= (1 + margin) * m.width &&
    point.y >= -margin * m.height &&
    point.y <= (1 + margin) * m.height
  )
}
