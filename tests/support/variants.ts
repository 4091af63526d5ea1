/** The same performance as another camera would have given it. */
import { LANDMARK_COUNT, type Body, type PoseFrame } from '../../src/core/pose/frame'

type Variant = (frames: readonly PoseFrame[]) => readonly PoseFrame[]

/** At most so many frames a second. */
export const atRate =
  (fps: number): Variant =>
  (frames) => {
    let due = 0
    return frames.filter((frame) => {
      if (frame.time < due - 1e-4) return false
      due += 1 / fps
      return true
    })
  }

const onBodies =
  (change: (body: Body) => Body): Variant =>
  (frames) =>
    frames.map((frame) => (frame.body ? { ...frame, body: change(frame.body) } : frame))

/** The opposite number of each landmark: left and right of a pair follow each other from 7 on. */
const opposite = (i: number): number => {
  if (i === 0) return 0
  if (i <= 6) return i <= 3 ? i + 3 : i - 3
  return i % 2 === 1 ? i + 1 : i - 1
}

/** Left for right, as in a mirror. */
export const mirrored: Variant = onBodies((body) => {
  const landmarks = new Float32Array(body.landmarks.length)
  const world = new Float32Array(body.world.length)
  for (let i = 0; i < LANDMARK_COUNT; i++) {
    const from = opposite(i)
    landmarks.set(body.landmarks.subarray(4 * from, 4 * from + 4), 4 * i)
    landmarks[4 * i] = 1 - (body.landmarks[4 * from] ?? NaN)
    world.set(body.world.subarray(3 * from, 3 * from + 3), 3 * i)
    world[3 * i] = -(body.world[3 * from] ?? NaN)
  }
  const { contour, silhouette: box } = body
  return {
    landmarks,
    world,
    contour: contour && { clockwise: contour.counter, counter: contour.clockwise },
    silhouette: box && { ...box, left: 1 - box.right, right: 1 - box.left },
  }
})

/** The person so much smaller, about the middle of the picture. */
export const scaled = (factor: number): Variant => {
  const about = (v: number): number => 0.5 + (v - 0.5) * factor
  return onBodies((body) => {
    const { silhouette: box } = body
    return {
      ...body,
      landmarks: body.landmarks.map((v, i) => (i % 4 < 2 ? about(v) : v)),
      silhouette: box && {
        left: about(box.left),
        right: about(box.right),
        top: about(box.top),
        bottom: about(box.bottom),
      },
    }
  })
}

/** The person elsewhere, by shares of the picture's width and height. */
export const moved = (right: number, down: number): Variant =>
  onBodies((body) => {
    const { silhouette: box } = body
    return {
      ...body,
      landmarks: body.landmarks.map((v, i) => (i % 4 === 0 ? v + right : i % 4 === 1 ? v + down : v)),
      silhouette: box && {
        left: box.left + right,
        right: box.right + right,
        top: box.top + down,
        bottom: box.bottom + down,
      },
    }
  })

/** These landmarks as good as unseen. */
export const hiding = (hidden: readonly number[]): Variant =>
  onBodies((body) => ({
    ...body,
    landmarks: body.landmarks.map((v, i) => (i % 4 === 3 && hidden.includes(Math.floor(i / 4)) ? 0.05 : v)),
  }))

/** The same person upright: the picture and the metric body turned a quarter. */
export function seated(frame: PoseFrame): PoseFrame {
  if (frame.body === null) return frame
  const headRight = (frame.body.landmarks[0] ?? 0) > (frame.body.landmarks[4 * 23] ?? 0) ? 1 : -1
  const landmarks = Float32Array.from(frame.body.landmarks)
  const world = Float32Array.from(frame.body.world)
  for (let i = 0; i < LANDMARK_COUNT; i += 1) {
    const dx = ((frame.body.landmarks[4 * i] ?? 0) - 0.5) * frame.width
    const dy = ((frame.body.landmarks[4 * i + 1] ?? 0) - 0.5) * frame.height
    landmarks[4 * i] = 0.5 + (headRight * dy) / frame.width
    landmarks[4 * i + 1] = 0.5 - (headRight * dx) / frame.height
    const [x = 0, y = 0] = frame.body.world.subarray(3 * i, 3 * i + 2)
    world[3 * i] = headRight * y
    world[3 * i + 1] = -headRight * x
  }
  return { ...frame, body: { ...frame.body, landmarks, world } }
}
