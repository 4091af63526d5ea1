/** The shape that a camera, a film and a recorded trace share: three sources of the same pose frames. */
import type { PoseFrame } from '../core/pose/frame'

/** Turns a picture into a pose frame: the pose worker's client, or a stand-in in a test. */
export interface PoseEstimator {
  /**
   * Takes over the image and closes it. Null when the frame was dropped because the model had to be restarted.
   * @param time seconds since the source began
   */
  estimate(image: VideoFrame | ImageBitmap, time: number): Promise<PoseFrame | null>
  /** True while the model is being replaced. */
  readonly restarting?: boolean
}

/** Takes each pose frame, in time order. */
export type OnFrame = (frame: PoseFrame) => void
