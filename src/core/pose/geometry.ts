/** Plane geometry on picture coordinates: x to the right, y down, both in pixels. */
import type { Degrees } from '../units'

export interface Point {
  readonly x: number
  readonly y: number
}

const DEGREES_PER_RADIAN = 180 / Math.PI

/** An angle that mathematics gives in radians. */
export const degrees = (radians: number): Degrees => (radians * DEGREES_PER_RADIAN) as Degrees

export const midpoint = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** The angle at `b` between `a` and `c`, 0-180°. */
export function angleAt(a: Point, b: Point, c: Point): Degrees {
  return Math.abs(turn({ x: a.x - b.x, y: a.y - b.y }, { x: c.x - b.x, y: c.y - b.y })) as Degrees
}

/** The turn from direction `u` to direction `v`, −180…180°, positive clockwise on screen. */
export function turn(u: Point, v: Point): Degrees {
  return degrees(Math.atan2(u.x * v.y - u.y * v.x, u.x * v.x + u.y * v.y))
}

/** How far the direction from `a` to `b` points up from the horizontal, −90…90°. */
export function elevation(a: Point, b: Point): Degrees {
  return degrees(Math.atan2(a.y - b.y, Math.abs(b.x - a.x)))
}

/** Brings an angle into −180…180°. */
export function wrapDegrees(angle: Degrees): Degrees {
  return (angle - 360 * Math.round(angle / 360)) as Degrees
}

/** Buffers for reading and for sorting values, reused so that several hundred medians a second leave no arrays behind. */
let laid = new Float64Array(512)
let sorting = new Float64Array(512)
/** Up to this many values, inserting each in its place is quicker than calling `sort`. */
const INSERTION_SORT_MOST = 48

/** The values in one typed array. Reading numbers from lists of many kinds would allocate an object for each. */
function laidOut(values: readonly number[] | Float64Array): Float64Array {
  if (values instanceof Float64Array) return values
  if (values.length > laid.length) laid = new Float64Array(2 * values.length)
  laid.set(values)
  return laid
}

/** The middle value of the finite ones; NaN when there is none. `from` and `to` narrow it to a stretch, as `slice` would. */
export function median(values: readonly number[] | Float64Array, from = 0, to = values.length): number {
  const all = laidOut(values)
  if (to - from > sorting.length) sorting = new Float64Array(2 * (to - from))
  const sorted = sorting
  const few = to - from <= INSERTION_SORT_MOST
  let n = 0
  for (let i = from; i < to; i++) {
    const value = all[i] ?? NaN
    if (!Number.isFinite(value)) continue
    let at = n++
    if (few) for (; at > 0 && (sorted[at - 1] ?? NaN) > value; at--) sorted[at] = sorted[at - 1] ?? NaN
    sorted[at] = value
  }
  if (n === 0) return NaN
  if (!few) sorted.subarray(0, n).sort()
  const middle = n >> 1
  return n % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}

/** Sample standard deviation of the finite values; NaN with fewer than two. `from` and `to` narrow it to a stretch, as `slice` would. */
export function deviation(values: readonly number[] | Float64Array, from = 0, to = values.length): number {
  const all = laidOut(values)
  let n = 0
  let sum = 0
  for (let i = from; i < to; i++) {
    const value = all[i] ?? NaN
    if (!Number.isFinite(value)) continue
    n++
    sum += value
  }
  if (n < 2) return NaN
  const mean = sum / n
  let squares = 0
  for (let i = from; i < to; i++) {
    const value = all[i] ?? NaN
    if (Number.isFinite(value)) squares += (value - mean) ** 2
  }
  return Math.sqrt(squares / (n - 1))
}
