/**
 * What the model saw in one video frame: all that the analysis gets of a picture.
 * Left and right are the person's own. Only the display is mirrored.
 */

import type { SilhouetteBox } from './silhouette'

/** Points a frame carries, in MediaPipe's order. */
export const LANDMARK_COUNT = 33

/** Numbers that a landmark takes up in `Body.world`: x, y and z. */
export const WORLD_STRIDE = 3

/** MediaPipe Pose landmark numbers that Keel reads. */
export const LM = {
  nose: 0,
  leftEar: 7,
  rightEar: 8,
  leftShoulder: 11,
  rightShoulder: 12,
  leftElbow: 13,
  rightElbow: 14,
  leftWrist: 15,
  rightWrist: 16,
  leftHip: 23,
  rightHip: 24,
  leftKnee: 25,
  rightKnee: 26,
  leftAnkle: 27,
  rightAnkle: 28,
  leftHeel: 29,
  rightHeel: 30,
  leftFoot: 31,
  rightFoot: 32,
} as const

export type Side = 'left' | 'right'

/** The bones that the live picture and the stills draw. */
export const SKELETON: readonly (readonly [number, number])[] = [
  [LM.leftShoulder, LM.rightShoulder],
  [LM.leftHip, LM.rightHip],
  [LM.leftShoulder, LM.leftHip],
  [LM.rightShoulder, LM.rightHip],
  [LM.leftShoulder, LM.leftElbow],
  [LM.leftElbow, LM.leftWrist],
  [LM.rightShoulder, LM.rightElbow],
  [LM.rightElbow, LM.rightWrist],
  [LM.leftHip, LM.leftKnee],
  [LM.leftKnee, LM.leftAnkle],
  [LM.leftAnkle, LM.leftFoot],
  [LM.rightHip, LM.rightKnee],
  [LM.rightKnee, LM.rightAnkle],
  [LM.rightAnkle, LM.rightFoot],
  [LM.nose, LM.leftEar],
  [LM.nose, LM.rightEar],
]

/** What the model saw of a person. */
export interface Body {
  /** 33 × [x, y, z, visibility]; x and y as shares of width and height (0-1, y down), z in the model's own depth, visibility 0-1. */
  readonly landmarks: Float32Array
  /** 33 × [x, y, z] in metres about the hips' middle, y down, z away from the camera. */
  readonly world: Float32Array
  /** The trunk contour, or null where the silhouette gave none. */
  readonly contour: TrunkContour | null
  /** Where the silhouette lies, or null where there was none. */
  readonly silhouette: SilhouetteBox | null
}

/**
 * The trunk's two outlines as offsets from the chord between the middle of the shoulders and the
 * middle of the hips, in trunk lengths (lengths of that chord). NaN where the silhouette has no edge in reach.
 * Column k of n stands at (k + 0.5) / n of the way from shoulder to hip.
 */
export interface TrunkContour {
  /** Offsets on the side that lies clockwise of the shoulder→hip direction as seen on screen (y down). */
  readonly clockwise: Float32Array
  /** Offsets on the other side. Both are positive away from the chord. */
  readonly counter: Float32Array
}

export interface PoseFrame {
  /** Seconds since the source began; strictly increasing. */
  readonly time: number
  /** Pixels of the picture that the model saw; only their ratio matters to angles. */
  readonly width: number
  readonly height: number
  /** Mean brightness of the picture, 0-1; null when it was not measured. */
  readonly brightness: number | null
  /** Seconds for which the picture has been exactly the same; absent where it was not measured. */
  readonly unchanged?: number
  /** Null when the model found no person. */
  readonly body: Body | null
}
