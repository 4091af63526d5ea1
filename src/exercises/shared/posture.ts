import { elevation, midpoint } from '../../core/pose/geometry'
import type { Measurement } from '../../core/pose/measure'
import { limit } from '../../core/thresholds'

/** Upright in the picture: head over hips over knees, and taller than wide. True of standing, walking and kneeling up from any side. */
export function isUpright(m: Measurement): boolean {
  const trunk = elevation(m.hips, m.shoulders)
  const thighs = elevation(midpoint(m.left.knee, m.right.knee), m.hips)
  const box = m.silhouette
  const tall = box === null || box.bottom - box.top > limit('upright.tall') * (box.right - box.left)
  return trunk > limit('upright.trunk') && thighs > limit('upright.trunk') && tall
}
