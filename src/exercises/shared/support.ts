/** Markers that explain a set in every exercise with reps, and never end one: wobble at the top and tempo. */
import { detrended } from '../../core/analysis/signal/detrend'
import { ABSENT } from '../../core/analysis/signal/measure-top'
import type { Check, Measured, RepFrames } from '../../core/analysis/rules'
import { deviation } from '../../core/pose/geometry'
import type { Measurement } from '../../core/pose/measure'
import { showsAngles } from '../../core/pose/view'
import { limit, threshold } from '../../core/thresholds'

/** Spread of the middle of hips and shoulders about a straight drift, in percent of a trunk length. */
export function swayOf(top: readonly Measurement[]): Measured {
  const first = top[0]
  const last = top.at(-1)
  if (!first || !last || last.time - first.time < limit('support.sway-seconds')) return ABSENT
  const margin = limit('support.sway-margin-seconds')
  const inner = top.filter((m) => m.time >= first.time + margin && m.time <= last.time - margin)
  const spread = (read: (m: Measurement) => number): number => deviation(detrended(inner, read))
  const value = Math.hypot(
    spread((m) => (m.hips.x + m.shoulders.x) / (2 * m.unit)),
    spread((m) => (m.hips.y + m.shoulders.y) / (2 * m.unit)),
  )
  return { value: 100 * value, coverage: 1 }
}

/** The frames at rest before a rep; where none was seen its own first moments, in which nothing has moved far. */
export function restOrStart({ all, rest }: Pick<RepFrames, 'all' | 'rest'>): readonly Measurement[] {
  const until = (all[0]?.time ?? NaN) + limit('rep.start-seconds')
  return rest.length > 0 ? rest : all.filter(({ time }) => time <= until)
}

/** Seconds from onset to return, less the time at the top, which the plan may change. */
export function tempoOf({ all, top, open }: RepFrames): Measured {
  const length = (frames: readonly Measurement[]): number =>
    (frames.at(-1)?.time ?? NaN) - (frames[0]?.time ?? NaN)
  const value = open ? NaN : length(all) - length(top)
  return Number.isFinite(value) ? { value, coverage: 1 } : ABSENT
}

export const supportChecks: readonly Check[] = [
  {
    id: 'sway',
    signs: [{ measure: 'sway', worse: 1, limits: threshold('sway') }],
    agree: 1,
    visible: showsAngles,
    supporting: true,
  },
  {
    id: 'tempo-drift',
    signs: [{ measure: 'tempo', worse: -1, limits: threshold('tempo'), relative: true }],
    agree: 1,
    visible: () => true,
    supporting: true,
  },
]
