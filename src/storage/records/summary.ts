/** A set's summary, for the first screen, the history and the trends. */
import { outlines } from '../../exercises/outlines'
import type { SetRecord, SetSummary } from './schema'

export function summarise(record: SetRecord): SetSummary {
  const { analysis } = record
  return {
    id: record.id,
    startedAt: record.startedAt,
    day: record.day,
    source: record.source,
    exercise: record.exercise,
    variation: record.variation,
    side: record.side,
    done: workDone(record),
    steadyLimit: analysis.steadyLimit,
    stopReason: record.stopReason,
    ...(record.secondView === true ? { secondView: true } : {}),
    gave: analysis.breakdown?.check ?? null,
    judged: [...analysis.reps, ...analysis.holds].some((part) =>
      part.findings.some((finding) => finding.verdict !== 'unseen'),
    ),
  }
}

/** Whole reps, or seconds of the longest hold. */
export function workDone({ analysis }: SetRecord): number {
  if (outlines[analysis.exercise].kind === 'hold')
    return Math.max(0, ...analysis.holds.map((hold) => hold.seconds))
  return analysis.reps.filter((rep) => rep.complete).length
}

/** The month a calendar day lies in, as YYYY-MM. */
export const monthOf = (day: string): string => day.slice(0, 7)

/** A set without its angles and drawings, for a device that has no room for all of it. */
export function shortened(record: SetRecord): SetRecord {
  const none = { time: [], hipLeft: [], hipRight: [], kneeLeft: [], kneeRight: [], drive: [] }
  return {
    ...record,
    analysis: { ...record.analysis, series: none },
    stills: { best: null, breakdown: null },
  }
}
