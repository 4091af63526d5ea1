/** Heels near to the buttocks in the bridge: no fault, unless it is uncomfortable, which only the person knows. */
import { median } from '../../core/pose/geometry'
import { limit } from '../../exercises/bridge/thresholds'
import type { SetRecord } from '../../storage/records/schema'

/** How far the nearer knee was bent at the top, degrees, when that is closer than most find comfortable; null when not, or not seen. */
export function kneesBentClose({ exercise, analysis }: SetRecord): number | null {
  const { view, series, reps } = analysis
  if (exercise !== 'bridge' || view.near === null || view.azimuth === null) return null
  if (Math.abs(view.azimuth) > limit('view.side-azimuth')) return null
  const knee = view.near === 'left' ? series.kneeLeft : series.kneeRight
  const tops = reps.flatMap(({ complete, top }) => {
    const at = series.time.findIndex((time) => time >= top)
    const angle = complete ? knee[at] : null
    return angle === null || angle === undefined ? [] : [angle]
  })
  const bent = median(tops)
  return bent < limit('bridge.feet-close') ? Math.round(bent) : null
}
