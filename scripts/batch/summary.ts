/** One row a film, for a table. */
import type { AnalysisReport } from '../../src/core/analysis/report'

export interface Outcome {
  readonly name: string
  readonly file: string
  /** Null where the film could not be analysed. */
  readonly report: AnalysisReport | null
  readonly warnings: readonly string[]
  /** One line that says why, or null. */
  readonly error: string | null
}

const COLUMNS = [
  'name',
  'file',
  'status',
  'exercise',
  'view',
  'seconds',
  'coverage',
  'reps',
  'holds',
  'longest_hold_seconds',
  'flagged',
  'breakdown_rep',
  'breakdown_seconds',
  'breakdown_check',
  'warnings',
  'error',
] as const

type Row = Readonly<Record<(typeof COLUMNS)[number], string | number>>

/** Rows by RFC 4180, a head first. */
export function asCsv(outcomes: readonly Outcome[]): string {
  const lines = outcomes.map((outcome) => {
    const row = rowOf(outcome)
    return COLUMNS.map((column) => field(row[column])).join(',')
  })
  return `${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`
}

function rowOf({ name, file, report, warnings, error }: Outcome): Row {
  const parts = [...(report?.reps ?? []), ...(report?.holds ?? [])]
  const flagged = parts.filter(({ findings }) => findings.some(({ verdict }) => verdict === 'flagged')).length
  const holdSeconds = (report?.holds ?? []).map(({ startSeconds, endSeconds }) => endSeconds - startSeconds)
  return {
    name,
    file,
    status: error === null ? 'done' : 'failed',
    exercise: report?.exercise ?? '',
    view: report?.view.name ?? '',
    seconds: report === null ? '' : round(report.clip.durationSeconds),
    coverage: report === null ? '' : round(report.coverage),
    reps: report?.reps.length ?? '',
    holds: report?.holds.length ?? '',
    longest_hold_seconds: holdSeconds.length === 0 ? '' : round(Math.max(...holdSeconds)),
    flagged: report === null ? '' : flagged,
    breakdown_rep: report?.breakdown?.rep ?? '',
    breakdown_seconds: report?.breakdown ? round(report.breakdown.seconds) : '',
    breakdown_check: report?.breakdown?.check ?? '',
    warnings: warnings.join('; '),
    error: error ?? '',
  }
}

const round = (value: number): number => Math.round(value * 100) / 100

const field = (value: string | number): string => {
  const text = String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
