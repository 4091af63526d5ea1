/** Lays one body over another by their trunks, and finds the body between two frames. */
import { LM, LANDMARK_COUNT, type Body, type PoseFrame } from './frame'
import type { Point } from './geometry'
import { limit } from '../thresholds'

/** The trunk as a line from the middle of the shoulders to the middle of the hips. */
export interface Chord {
  readonly shoulders: Point
  readonly hips: Point
}

/** Turns, scales and moves: (x, y) → (a·x − b·y + x0, b·x + a·y + y0). */
export interface Similarity {
  readonly a: number
  readonly b: number
  readonly x0: number
  readonly y0: number
}

export const SAME_PLACE: Similarity = { a: 1, b: 0, x0: 0, y0: 0 }

/** A trunk foreshortened below this, in shares of the picture's height, has no direction worth following. */
const SHORTEST = limit('align.least-trunk')

/** The trunk's chord in shares of the picture's height; null when it was not seen. */
export function chordOf({ body, width, height }: PoseFrame): Chord | null {
  if (body === null) return null
  const middle = (left: number, right: number): Point => ({
    x: (((body.landmarks[left * 4] ?? NaN) + (body.landmarks[right * 4] ?? NaN)) / 2) * (width / height),
    y: ((body.landmarks[left * 4 + 1] ?? NaN) + (body.landmarks[right * 4 + 1] ?? NaN)) / 2,
  })
  const chord = {
    shoulders: middle(LM.leftShoulder, LM.rightShoulder),
    hips: middle(LM.leftHip, LM.rightHip),
  }
  return Number.isFinite(chord.shoulders.x + chord.shoulders.y + chord.hips.x + chord.hips.y) ? chord : null
}

/** The transform that lays the chord `from` onto `onto`. A trunk seen end-on has no direction: the identity then. */
export function alignment(from: Chord, onto: Chord): Similarity {
  const u = { x: from.hips.x - from.shoulders.x, y: from.hips.y - from.shoulders.y }
  const v = { x: onto.hips.x - onto.shoulders.x, y: onto.hips.y - onto.shoulders.y }
  if (Math.min(Math.hypot(u.x, u.y), Math.hypot(v.x, v.y)) < SHORTEST) return SAME_PLACE
  const square = u.x * u.x + u.y * u.y
  const a = (u.x * v.x + u.y * v.y) / square
  const b = (u.x * v.y - u.y * v.x) / square
  return {
    a,
    b,
    x0: onto.shoulders.x - (a * from.shoulders.x - b * from.shoulders.y),
    y0: onto.shoulders.y - (b * from.shoulders.x + a * from.shoulders.y),
  }
}

export const moved = ({ a, b, x0, y0 }: Similarity, { x, y }: Point): Point => ({
  x: a * x - b * y + x0,
  y: b * x + a * y + y0,
})

/** Seconds. Frames further apart are a gap in what was seen: nothing is made up in between. */
const GAP = limit('align.gap-seconds')

/**
 * The frame at a moment, with landmarks and outline between those of its neighbours.
 * @param frames in time order
 * @returns undefined before the first and after the last by more than a gap, and within a gap
 */
export function frameAt(frames: readonly PoseFrame[], time: number): PoseFrame | undefined {
  let low = 0
  let high = frames.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((frames[middle]?.time ?? Infinity) <= time) low = middle + 1
    else high = middle
  }
  const before = frames[low - 1]
  const after = frames[low]
  if (before === undefined || after === undefined) {
    const only = before ?? after
    return only !== undefined && Math.abs(only.time - time) <= GAP ? only : undefined
  }
  if (after.time - before.time > GAP)
    return time - before.time < limit('align.lasts-seconds') ? before : undefined
  if (before.body === null || after.body === null) return before
  const share = (time - before.time) / (after.time - before.time)
  return { ...before, time, body: between(before.body, after.body, share) }
}

function between(a: Body, b: Body, share: number): Body {
  const mix = (from: Float32Array, to: Float32Array): Float32Array =>
    from.map((value, i) => value + share * ((to[i] ?? value) - value))
  const landmarks = mix(a.landmarks, b.landmarks)
  // Visibility is not interpolated: a joint is seen as well as in the worse of the two frames.
  for (let i = 0; i < LANDMARK_COUNT; i++)
    landmarks[4 * i + 3] = Math.min(a.landmarks[4 * i + 3] ?? 0, b.landmarks[4 * i + 3] ?? 0)
  return {
    ...a,
    landmarks,
    contour:
      a.contour === null || b.contour === null
        ? a.contour
        : {
            clockwise: mix(a.contour.clockwise, b.contour.clockwise),
            counter: mix(a.contour.counter, b.contour.counter),
          },
  }
}
