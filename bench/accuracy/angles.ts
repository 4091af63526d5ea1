/** How far the measured hip and knee are from the body's own. */
import type { AnalysisReport } from '../../src/core/analysis/report'
import type { RenderedTruth } from './rendered-truth'
import { mean } from './score'

/** Fewer common frames than this say nothing. */
const LEAST_FRAMES = 20

/** Mean errors of the near hip and knee, degrees, less one constant offset each; empty where nothing can be compared. */
export function angleError({ near, angles }: RenderedTruth, { series }: AnalysisReport): readonly number[] {
  if (near === null || angles === null || series === undefined) return []
  return (['hip', 'knee'] as const).flatMap((joint) => {
    const differences = (series.t ?? []).flatMap((time, i) => {
      const measured = series[`${joint}_${near}`]?.[i] ?? null
      const known = angles[joint][Math.round((time ?? NaN) * angles.fps)] ?? null
      return measured === null || known === null ? [] : [measured - known]
    })
    if (differences.length <= LEAST_FRAMES) return []
    const offset = mean(differences) ?? 0
    return mean(differences.map((difference) => Math.abs(difference - offset))) ?? []
  })
}
