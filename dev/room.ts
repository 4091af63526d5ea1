/** A drawn room in place of the camera's picture: a wall, a floor, and a mat under the person. */
import { LANDMARK_COUNT, type PoseFrame } from '../src/core/pose/frame'

/** Milliseconds between two drawings: a stream that never changes shows nothing. */
const DRAWN_EVERY = 400

/** How far down the picture the body reaches, as a share of its height. */
function lowest({ body }: PoseFrame): number {
  const heights = Array.from({ length: LANDMARK_COUNT }, (_, i) => body?.landmarks[4 * i + 1] ?? 0)
  return Math.min(0.94, Math.max(0.5, ...heights))
}

/** The picture of the room for the person of that frame. */
export function roomFor(frame: PoseFrame): MediaStream {
  const canvas = document.createElement('canvas')
  const { width, height } = Object.assign(canvas, { width: frame.width, height: frame.height })
  const context = canvas.getContext('2d')
  const floor = lowest(frame) * height
  const draw = (): void => {
    if (context === null) return
    for (const [colour, left, top, right, bottom] of [
      ['#565049', 0, 0, width, floor - 0.12 * height],
      ['#3d3833', 0, floor - 0.12 * height, width, height],
      ['#4f5a58', 0.06 * width, floor - 0.02 * height, 0.94 * width, floor + 0.05 * height],
    ] as const) {
      context.fillStyle = colour
      context.fillRect(left, top, right - left, bottom - top)
    }
  }
  const stream = canvas.captureStream()
  draw()
  setInterval(draw, DRAWN_EVERY)
  return stream
}
