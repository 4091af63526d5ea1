/** Where the camera stands, from the depth that the model gives the trunk. */
import type { View, ViewName } from '../analysis/model'
import { limit } from '../thresholds'
import type { Measurement } from './measure'
import { Numbers } from './float-queue'
import type { Degrees } from '../units'

export const UNKNOWN_VIEW: View = { name: 'unknown', azimuth: null, raised: null, near: null }

/** The name of a place. `facing` is the exercise's own name for side-on: 'front' where the chest faces the lens. */
function viewName(azimuth: Degrees, facing: 'side' | 'front'): ViewName {
  if (Math.abs(azimuth) <= limit('view.side-azimuth')) return facing
  if (Math.abs(azimuth) < limit('view.end-azimuth')) return 'oblique'
  return azimuth < 0 ? 'head-end' : 'feet-end'
}

/** Kept from call to call. */
const azimuths = new Numbers()

/** The view over a stretch of frames: medians, as single frames are off by up to 20°. */
export function viewOf(
  frames: readonly Pick<Measurement, 'azimuth' | 'near'>[],
  facing: 'side' | 'front',
  raised: boolean | null,
): View {
  azimuths.clear()
  let left = 0
  for (const m of frames) {
    azimuths.push(m.azimuth)
    if (m.near === 'left') left++
  }
  const azimuth = azimuths.median() as Degrees
  if (!Number.isFinite(azimuth)) return UNKNOWN_VIEW
  const name = viewName(azimuth, facing)
  const sided = name === 'side' || name === 'oblique'
  return {
    name,
    azimuth: Math.round(azimuth),
    raised,
    near: sided ? (left * 2 >= frames.length ? 'left' : 'right') : null,
  }
}

/** Whether hip, knee and thigh angles can be read from here. */
export const showsAngles = (view: View): boolean =>
  view.azimuth !== null && Math.abs(view.azimuth) <= limit('view.angles-azimuth')

/** Whether reps can be counted by joint angles from here, which takes less than to judge them. */
export const countsByAngles = (view: View): boolean =>
  view.azimuth !== null && Math.abs(view.azimuth) <= limit('view.counts-azimuth')
