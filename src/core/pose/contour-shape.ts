/** The shape of the back and the belly, read from the trunk contour, in percent of trunk length. */
import type { TrunkContour } from './frame'
import { median } from './geometry'
import { outline } from '../thresholds/outline'

export interface TrunkShape {
  /** Mean depth of the dorsal outline against its own chord between shoulder and hip; negative where it is hollow. */
  readonly dorsalSagitta: number
  /** Mean distance of the ventral outline from the shoulder-hip chord between shoulder and hip. */
  readonly ventralDepth: number
}

const FROM = outline.limit('outline.from')
const TO = outline.limit('outline.to')
/** At least this share of the columns must have an edge. */
const ENOUGH = outline.limit('outline.columns')

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

/** A few edges' offsets, reused from call to call. */
const few = new Float64Array(outline.limit('outline.chord-edges'))

/** The median of the first three edges from column `from` on in a direction, so that one ragged edge does not tilt the chord. */
function endOf(offsets: Float32Array, from: number, step: 1 | -1): number {
  few.fill(NaN)
  let found = 0
  for (let k = from; k >= 0 && k < offsets.length && found < few.length; k += step) {
    const offset = offsets[k] ?? NaN
    if (Number.isFinite(offset)) few[found++] = offset
  }
  return median(few)
}

const firstColumn = ({ length }: Float32Array): number => Math.round(FROM * length - 0.5)
const lastColumn = ({ length }: Float32Array): number => Math.round(TO * length - 0.5)

/** Edges between the two columns; 0 where they are too few to be judged. */
function edgesBetween(offsets: Float32Array, first: number, last: number): number {
  let edges = 0
  for (let k = first; k <= last; k++) if (Number.isFinite(offsets[k])) edges++
  return edges < ENOUGH * (last - first + 1) ? 0 : edges
}

function sagitta(offsets: Float32Array): number {
  const first = firstColumn(offsets)
  const last = lastColumn(offsets)
  const edges = edgesBetween(offsets, first, last)
  if (edges === 0) return NaN
  const start = endOf(offsets, first, 1)
  const end = endOf(offsets, last, -1)
  const span = last - first - 2
  let sum = 0
  for (let k = first; k <= last; k++) {
    const y = offsets[k] ?? NaN
    if (Number.isFinite(y)) sum = sum + y - (start + ((end - start) * (k - first - 1)) / span)
  }
  return sum / edges
}

function depth(offsets: Float32Array): number {
  const first = firstColumn(offsets)
  const last = lastColumn(offsets)
  const edges = edgesBetween(offsets, first, last)
  if (edges === 0) return NaN
  let sum = 0
  for (let k = first; k <= last; k++) {
    const y = offsets[k] ?? NaN
    if (Number.isFinite(y)) sum += y
  }
  return sum / edges
}
