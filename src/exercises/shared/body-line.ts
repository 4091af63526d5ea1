/** The line of a body that is held straight, as planks hold it. */
import { angleAt, type Point } from '../../core/pose/geometry'
import type { Measurement } from '../../core/pose/measure'
import type { Degrees } from '../../core/units'

/** How far the hips are out of the straight line from the shoulders to `end`, degrees: positive above it in the picture. */
export function bodyLine(m: Measurement, end: Point): Degrees {
  const along = (m.hips.x - m.shoulders.x) / (end.x - m.shoulders.x || 1)
  const straight = m.shoulders.y + along * (end.y - m.shoulders.y)
  return ((180 - angleAt(m.shoulders, m.hips, end)) * (m.hips.y <= straight ? 1 : -1)) as Degrees
}
