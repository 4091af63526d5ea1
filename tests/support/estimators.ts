/** Stand-ins for the pose model. */
import type { PoseEstimator } from '../../src/capture/source'
import type { PoseFrame } from '../../src/core/pose/frame'

export interface Seen {
  readonly time: number
  readonly width: number
  readonly height: number
}

/** Sees nobody in every picture, remembers what it was shown, and closes it as the worker does. */
export class NobodyThere implements PoseEstimator {
  readonly seen: Seen[] = []
  restarting = false
  inFlight = 0
  most = 0
  readonly #milliseconds: number

  constructor(milliseconds = 0) {
    this.#milliseconds = milliseconds
  }

  async estimate(image: VideoFrame | ImageBitmap, time: number): Promise<PoseFrame | null> {
    this.most = Math.max(this.most, ++this.inFlight)
    const [width, height] =
      image instanceof VideoFrame ? [image.displayWidth, image.displayHeight] : [image.width, image.height]
    this.seen.push({ time, width, height })
    if (this.#milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, this.#milliseconds))
    image.close()
    this.inFlight--
    return { time, width, height, brightness: null, body: null }
  }
}
