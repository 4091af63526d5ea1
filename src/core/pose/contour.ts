/** Reduces a person mask to the trunk contour: all that leaves the worker of the picture's shapes. */
import { LM, type TrunkContour } from './frame'
import { outline } from '../thresholds/outline'

/** Columns between shoulder and hip. */
export const CONTOUR_COLUMNS = 32

/** How far from the chord an edge may lie, in trunk lengths. */
const REACH_TRUNKS = outline.limit('outline.reach')
/** The mask's confidence, 0-1, at which the body ends. */
const EDGE_CONFIDENCE = outline.limit('outline.edge')
/** Distance between two samples of the mask, which changes from body to room over several pixels. */
const STEP_PX = 1

interface Mask {
  readonly values: Float32Array
  readonly width: number
  readonly height: number
}

/**
 * Traces the body's outline on both sides of the chord from mid-shoulders to mid-hips.
 *
 * From each chord point it walks outward along the chord's normal to the first place where the mask falls
 * below one half, so an arm or a wall beyond the trunk is never taken for the trunk. Only the pixels on those
 * lines are read.
 *
 * @param mask row by row, 0-1, as large as the picture
 * @param landmarks 33 × [x, y, z, visibility], shares of width and height
 * @returns null when the shoulders and hips coincide or no column has an edge
 */
export function traceContour(
  mask: Float32Array,
  width: number,
  height: number,
  landmarks: Float32Array,
): TrunkContour | null {
  // Landmarks are measured from the picture's corner, mask values from the middle of their pixel.
  const middle = (a: number, b: number, axis: 0 | 1, size: number): number =>
    (((landmarks[a * 4 + axis] ?? NaN) + (landmarks[b * 4 + axis] ?? NaN)) / 2) * size - 0.5
  const shoulderX = middle(LM.leftShoulder, LM.rightShoulder, 0, width)
  const shoulderY = middle(LM.leftShoulder, LM.rightShoulder, 1, height)
  const alongX = middle(LM.leftHip, LM.rightHip, 0, width) - shoulderX
  const alongY = middle(LM.leftHip, LM.rightHip, 1, height) - shoulderY
  const chord = Math.hypot(alongX, alongY)
  if (!(chord >= outline.limit('outline.shortest-chord') * CONTOUR_COLUMNS)) return null

  const picture: Mask = { values: mask, width, height }
  // A quarter turn clockwise on a screen, where y points down.
  const normalX = -alongY / chord
  const normalY = alongX / chord
  const clockwise = new Float32Array(CONTOUR_COLUMNS)
  const counter = new Float32Array(CONTOUR_COLUMNS)
  let found = false
  for (let k = 0; k < CONTOUR_COLUMNS; k++) {
    const share = (k + 0.5) / CONTOUR_COLUMNS
    const x = shoulderX + share * alongX
    const y = shoulderY + share * alongY
    const one = edge(picture, x, y, normalX, normalY, REACH_TRUNKS * chord) / chord
    const other = edge(picture, x, y, -normalX, -normalY, REACH_TRUNKS * chord) / chord
    clockwise[k] = one
    counter[k] = other
    found ||= !Number.isNaN(one) || !Number.isNaN(other)
  }
  return found ? { clockwise, counter } : null
}

/** Pixels from (x, y) to the first edge in a direction; NaN when it starts outside, finds none in reach, or leaves the picture. */
function edge(mask: Mask, x: number, y: number, dx: number, dy: number, reach: number): number {
  let before = sample(mask, x, y)
  if (!(before >= EDGE_CONFIDENCE)) return NaN
  for (let at = STEP_PX; at - STEP_PX < reach; at += STEP_PX) {
    const value = sample(mask, x + at * dx, y + at * dy)
    if (Number.isNaN(value)) return NaN
    if (value < EDGE_CONFIDENCE) {
      const crossing = at - STEP_PX + (STEP_PX * (before - EDGE_CONFIDENCE)) / (before - value)
      return crossing <= reach ? crossing : NaN
    }
    before = value
  }
  return NaN
}

/** The mask at a point between pixels, bilinear; NaN outside the picture. */
function sample({ values, width, height }: Mask, x: number, y: number): number {
  if (!(x >= 0 && y >= 0 && x <= width - 1 && y <= height - 1)) return NaN
  const left = Math.min(Math.floor(x), width - 2)
  const top = Math.min(Math.floor(y), height - 2)
  const fx = x - left
  const fy = y - top
  const at = top * width + left
  const upper = (values[at] ?? NaN) * (1 - fx) + (values[at + 1] ?? NaN) * fx
  const lower = (values[at + width] ?? NaN) * (1 - fx) + (values[at + width + 1] ?? NaN) * fx
  return upper * (1 - fy) + lower * fy
}
