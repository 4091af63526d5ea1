/** The silhouette's extent, which moves with the person in every view, also where the skeleton is nonsense. */

import { outline } from '../thresholds/outline'

/** Where the silhouette lies, as shares of the picture's width and height (0-1, y down). */
export interface SilhouetteBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Share of the silhouette's area that may lie beyond each edge: keeps single stray pixels out, and the edge sub-pixel smooth. */
const TAIL = outline.limit('silhouette.tail')
/** The mask's certainty at which the body ends. */
const EDGE = outline.limit('outline.edge')
/** Every second row and column is read: a quarter of the cost, and far below the model's own noise. */
const STRIDE = 2

/** The position, in steps, below which `tail` of the total lies. */
function quantile(sums: Float32Array, total: number, tail: number): number {
  let before = 0
  for (let i = 0; i < sums.length; i++) {
    const here = sums[i] ?? 0
    if (before + here >= tail * total) return i + (tail * total - before) / here
    before += here
  }
  return sums.length
}

/**
 * The box that holds all but the outermost 1% of the silhouette on each side.
 * `mask` holds `width` × `height` confidences of 0-1, row by row. Null when the silhouette is empty.
 */
export function boxSilhouette(mask: Float32Array, width: number, height: number): SilhouetteBox | null {
  const rows = new Float32Array(Math.ceil(height / STRIDE))
  const columns = new Float32Array(Math.ceil(width / STRIDE))
  let total = 0
  for (let r = 0; r < rows.length; r++) {
    const start = r * STRIDE * width
    let sum = 0
    for (let c = 0; c < columns.length; c++) {
      const value = mask[start + c * STRIDE] ?? 0
      if (value <= EDGE) continue
      sum += value
      columns[c] = (columns[c] ?? 0) + value
    }
    rows[r] = sum
    total += sum
  }
  if (total < outline.limit('silhouette.least') * rows.length * columns.length) return null
  return {
    left: quantile(columns, total, TAIL) / columns.length,
    right: quantile(columns, total, 1 - TAIL) / columns.length,
    top: quantile(rows, total, TAIL) / rows.length,
    bottom: quantile(rows, total, 1 - TAIL) / rows.length,
  }
}
