/** The silhouette's extent. It follows the person in every view, even where the skeleton is wrong. */

import { outline } from '../thresholds/outline'

/** Where the silhouette lies, as shares of the picture's width and height (0-1, y down). */
export interface SilhouetteBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Share of the silhouette's area that may lie beyond each edge. It leaves out stray pixels, and keeps the edge smooth below a pixel. */
const TAIL_SHARE = outline.limit('silhouette.tail')
/** The mask's confidence, 0-1, at which the body ends. */
const EDGE_CONFIDENCE = outline.limit('outline.edge')
/** Every second row and column is read: a quarter of the cost, and an error far below the model's own noise. */
const STRIDE_PX = 2

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
  const rows = new Float32Array(Math.ceil(height / STRIDE_PX))
  const columns = new Float32Array(Math.ceil(width / STRIDE_PX))
  let total = 0
  for (let r = 0; r < rows.length; r++) {
    const start = r * STRIDE_PX * width
    let sum = 0
    for (let c = 0; c < columns.length; c++) {
      const value = mask[start + c * STRIDE_PX] ?? 0
      if (value <= EDGE_CONFIDENCE) continue
      sum += value
      columns[c] = (columns[c] ?? 0) + value
    }
    rows[r] = sum
    total += sum
  }
  if (total < outline.limit('silhouette.least') * rows.length * columns.length) return null
  return {
    left: quantile(columns, total, TAIL_SHARE) / columns.length,
    right: quantile(columns, total, 1 - TAIL_SHARE) / columns.length,
    top: quantile(rows, total, TAIL_SHARE) / rows.length,
    bottom: quantile(rows, total, 1 - TAIL_SHARE) / rows.length,
  }
}
