/** Heels near to the buttocks: no fault, unless it is uncomfortable, which only the person knows. */
import type { Remarked } from '../../core/analysis/definition'
import { median } from '../../core/pose/geometry'
import { m } from '../../words/compiled/messages'
import { limit } from './thresholds'

/** How far the nearer knee was bent at the top, degrees, when that is closer than most find comfortable; null when not, or not seen. */
export function kneesBentClose({ view, series, reps }: Remarked): number | null {
  if (view.near === null || view.azimuth === null) return null
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

/** Asks whether the heels were comfortable, where they were close. */
export function heelRemark(analysis: Remarked): string | null {
  const degrees = kneesBentClose(analysis)
  return degrees === null ? null : m.bridge_feet_close({ degrees })
}
