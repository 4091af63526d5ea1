/** What the trunk contour says of the back's and the belly's shape, in percent of trunk length. */
import type { TrunkContour } from './frame'
import { median } from './geometry'

export interface TrunkShape {
  /** Mean depth of the dorsal outline against its own chord between 0.25 and 0.9 of the trunk; negative where it is hollow. */
  readonly dorsalSagitta: number
  /** Mean distance of the ventral outline from the shoulder-hip chord between 0.25 and 0.9 of the trunk. */
  readonly ventralDepth: number
}

const FROM = 0.25
const TO = 0.9
/** At least this share of the columns must have an edge. */
const ENOUGH = 0.8

/**
 * Reads the shape. `dorsalIsClockwise` says which outline is the back's.
 * NaN where an outline shows too few edges to be judged.
 */
export function trunkShape(contour: TrunkContour, dorsalIsClockwise: boolean): TrunkShape {
  const { clockwise, counter } = contour
  return {
    dorsalSagitta: 100 * sagitta(dorsalIsClockwise ? clockwise : counter),
    ventralDepth: 100 * depth(dorsalIsClockwise ? counter : clockwise),
  }
}

function window(offsets: Float32Array): { values: number[]; first: number } {
  const first = Math.round(FROM * offsets.length - 0.5)
  const last = Math.round(TO * offsets.length - 0.5)
  return { values: Array.from(offsets.subarray(first, last + 1)), first }
}

function sagitta(offsets: Float32Array): number {
  const { values } = window(offsets)
  const edges = values.flatMap((y, x) => (Number.isFinite(y) ? [{ x, y }] : []))
  if (edges.length < ENOUGH * values.length) return NaN
  // Both ends of the chord are medians of three columns: a single ragged edge must not tilt it.
  const start = median(edges.slice(0, 3).map(({ y }) => y))
  const end = median(edges.slice(-3).map(({ y }) => y))
  const span = values.length - 3
  return (
    edges.reduce((sum, { x, y }) => sum + y - (start + ((end - start) * (x - 1)) / span), 0) / edges.length
  )
}

function depth(offsets: Float32Array): number {
  const { values } = window(offsets)
  const edges = values.filter(Number.isFinite)
  if (edges.length < ENOUGH * values.length) return NaN
  return edges.reduce((sum, y) => sum + y, 0) / edges.length
}
