/** Makes an analysis small enough to store: about ten samples a second, rounded numbers, null for what was not seen. */
import type { AngleSeries, Finding, SetAnalysis } from '../../core/analysis/model'
import type { StoredAnalysis, StoredSeries } from './schema'

/** Samples a second in a stored series. The driving angle of a rep of 4 s needs no more. */
const STORED_HZ = 10

export function compactAnalysis(analysis: SetAnalysis): StoredAnalysis {
  return {
    ...analysis,
    view: { ...analysis.view },
    reps: analysis.reps.map((rep) => ({
      ...rep,
      peak: finite(rep.peak),
      findings: rep.findings.map(compactFinding),
    })),
    holds: analysis.holds.map((hold) => ({ ...hold, findings: hold.findings.map(compactFinding) })),
    breakdown: analysis.breakdown && { ...analysis.breakdown },
    stop: analysis.stop && { ...analysis.stop },
    series: compactSeries(analysis.series),
    baselines: analysis.baselines.map((one) => ({
      ...one,
      measures: Object.fromEntries(
        Object.entries(one.measures).map(([measure, value]) => [measure, round(finite(value), 2)]),
      ),
    })),
    lowerThanUsual: analysis.lowerThanUsual.map((one) => ({ ...one })),
    fatigue: analysis.fatigue.map((marker) => ({
      ...marker,
      change: round(finite(marker.change), 2),
      points: marker.points.map(({ x, value }) => ({ x: round(x, 2), value: round(finite(value), 2) })),
    })),
  }
}

export function compactSeries(series: AngleSeries): StoredSeries {
  const kept = sampleIndices(series.time)
  const pick = (values: readonly number[]): (number | null)[] =>
    kept.map((index) => orNull(values[index] ?? NaN, 1))
  return {
    time: kept.map((index) => round(series.time[index] ?? 0, 2)),
    hipLeft: pick(series.hipLeft),
    hipRight: pick(series.hipRight),
    kneeLeft: pick(series.kneeLeft),
    kneeRight: pick(series.kneeRight),
    drive: pick(series.drive),
  }
}

/** The first sample of every tenth of a second. */
function sampleIndices(time: readonly number[]): number[] {
  const kept: number[] = []
  let lastSlot = -1
  time.forEach((second, index) => {
    const slot = Math.floor(second * STORED_HZ + 1e-6)
    if (slot === lastSlot) return
    lastSlot = slot
    kept.push(index)
  })
  return kept
}

/** Copies a finding. JSON has no NaN or infinity, so such a value is stored as 0. */
function compactFinding(finding: Finding): StoredAnalysis['reps'][number]['findings'][number] {
  return finding.verdict === 'unseen'
    ? { ...finding }
    : { ...finding, value: round(finite(finding.value), 3) }
}

const finite = (value: number): number => (Number.isFinite(value) ? value : 0)

export function orNull(value: number, digits: number): number | null {
  return Number.isFinite(value) ? round(value, digits) : null
}

export function round(value: number, digits: number): number {
  const scale = 10 ** digits
  return Math.round(value * scale) / scale
}
