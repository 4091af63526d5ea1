/**
 * Sets as a table for other programs (RFC 4180: commas, CRLF, doubled quotes). The header row is the same in every
 * language and only ever grows at its end; numbers have a point, no thousands, and at most three places. For a
 * spreadsheet the same table is written with the signs that the person's own language gives it.
 */
import type { DoneSet, Day, Log } from '../../core/programme'
import { readable } from '../../core/programme/log/merge'
import { light } from '../../core/programme'
import { unitOf } from '../../exercises/outlines'
import type { SetRecord } from '../records/schema'
import { summarise } from '../records/summary'

type Cell = string | number | boolean | null

/** How a table is written. */
export interface TableForm {
  readonly separator: ',' | ';'
  readonly point: '.' | ','
  /** Put first; tells a spreadsheet that the text is UTF-8. */
  readonly mark: '' | '\uFEFF'
}

const PLAIN: TableForm = { separator: ',', point: '.', mark: '' }

/** What a spreadsheet opens by a double click: where numbers have a comma, columns are parted by a semicolon. */
export function spreadsheetForm(locale?: string): TableForm {
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5)
  const point = parts.find(({ type }) => type === 'decimal')?.value === '.' ? '.' : ','
  return { separator: point === ',' ? ';' : ',', point, mark: '\uFEFF' }
}

/** More places than these are the arithmetic's, not the camera's: a millisecond, a thousandth of a share or a degree. */
const PLACES = 3

/** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

function cell(value: Cell, { separator, point }: TableForm): string {
  if (value === null) return ''
  if (typeof value === 'number')
    return Number.isFinite(value) ? String(Number(value.toFixed(PLACES))).replace('.', point) : ''
  const text = guarded(String(value))
  return text.includes(separator) || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line a row, the names first. */
function table<Row>(
  columns: Readonly<Record<string, (row: Row) => Cell>>,
  rows: Iterable<Row>,
  form: TableForm,
): string {
  const line = (cells: readonly Cell[]): string =>
    cells.map((value) => cell(value, form)).join(form.separator)
  const lines = [line(Object.keys(columns))]
  for (const row of rows) lines.push(line(Object.values(columns).map((of) => of(row))))
  return `${form.mark}${lines.join('\r\n')}\r\n`
}

/** A set as it was recorded here, or as only the programme's log has it. */
type SetRow =
  | { readonly light: string; readonly record: SetRecord }
  | { readonly light: string; readonly record: null; readonly day: Day; readonly done: DoneSet }

const one =
  (of: (record: SetRecord) => Cell, logged: (done: DoneSet, day: Day) => Cell) =>
  (row: SetRow): Cell =>
    row.record === null ? logged(row.done, row.day) : of(row.record)

const setColumns: Readonly<Record<string, (row: SetRow) => Cell>> = {
  id: one(
    ({ id }) => id,
    ({ id }) => id,
  ),
  started_at: one(
    ({ startedAt }) => startedAt,
    () => null,
  ),
  zone: one(
    ({ zone }) => zone,
    () => null,
  ),
  day: one(
    ({ day }) => day,
    (_, day) => day,
  ),
  source: one(
    ({ source }) => source,
    () => 'log',
  ),
  exercise: one(
    ({ exercise }) => exercise,
    ({ exercise }) => exercise,
  ),
  variation: one(
    ({ variation }) => variation,
    ({ variation }) => variation,
  ),
  side: one(
    ({ side }) => side,
    ({ side }) => side,
  ),
  target: one(
    ({ target }) => target,
    ({ planned }) => planned && (planned.hold > 0 ? planned.hold : planned.reps),
  ),
  unit: one(
    ({ exercise }) => unitOf(exercise),
    ({ exercise }) => unitOf(exercise),
  ),
  done: one(
    (record) => summarise(record).done,
    ({ holds, reps }) => (holds.length > 0 ? Math.max(...holds) : reps),
  ),
  /** Enough of the form was seen; without it a limit says nothing. */
  judged: one(
    (record) => summarise(record).judged,
    () => null,
  ),
  steady_limit: one(
    (record) => (summarise(record).judged ? record.analysis.steadyLimit : null),
    ({ steadyLimit }) => steadyLimit,
  ),
  /** Form held to the end: the limit is this or more. */
  at_least: one(
    ({ analysis }) => analysis.breakdown === null,
    ({ breakdown }) => breakdown === null,
  ),
  stop_reason: one(
    ({ stopReason }) => stopReason,
    ({ stop }) => stop,
  ),
  gave_check: one(
    ({ analysis }) => analysis.breakdown?.check ?? null,
    ({ breakdown }) => breakdown?.check ?? null,
  ),
  gave_at_rep: one(
    ({ analysis }) => analysis.breakdown?.rep ?? null,
    () => null,
  ),
  gave_at_s: one(
    ({ analysis }) => analysis.breakdown?.seconds ?? null,
    () => null,
  ),
  gave_side: one(
    ({ analysis }) => analysis.breakdown?.side ?? null,
    ({ breakdown }) => breakdown?.side ?? null,
  ),
  view: one(
    ({ analysis }) => analysis.view.name,
    () => null,
  ),
  second_view: one(
    ({ secondView }) => secondView === true,
    () => null,
  ),
  coverage: one(
    ({ analysis }) => analysis.coverage,
    ({ coverage }) => coverage,
  ),
  light: (row) => row.light,
}

type Part = SetRecord['analysis']['reps'][number] | SetRecord['analysis']['holds'][number]
interface PartRow {
  readonly record: SetRecord
  readonly part: Part
}

const namesOf = ({ part }: PartRow, verdict: 'clear' | 'steady' | 'unseen'): string =>
  part.findings.flatMap((finding) => (finding.verdict === verdict ? [finding.check] : [])).join(' ')

const partColumns: Readonly<Record<string, (row: PartRow) => Cell>> = {
  set_id: ({ record }) => record.id,
  day: ({ record }) => record.day,
  exercise: ({ record }) => record.exercise,
  variation: ({ record }) => record.variation,
  kind: ({ part }) => ('top' in part ? 'rep' : 'hold'),
  index: ({ part }) => part.index,
  side: ({ part }) => part.side,
  start_s: ({ part }) => part.start,
  top_s: ({ part }) => ('top' in part ? part.top : null),
  end_s: ({ part }) => part.end,
  seconds: ({ part }) => ('seconds' in part ? part.seconds : part.end - part.start),
  complete: ({ part }) => ('complete' in part ? part.complete : null),
  peak_deg: ({ part }) => ('peak' in part ? part.peak : null),
  coverage: ({ part }) => part.coverage,
  /** Checks that were flagged, each with its grade: "lumbar-extension:2". */
  flagged: ({ part }) =>
    part.findings
      .flatMap((finding) => (finding.verdict === 'flagged' ? [`${finding.check}:${finding.grade}`] : []))
      .join(' '),
  clear: (row) => namesOf(row, 'clear'),
  /** As in the person's own first reps, and not checked against good form. */
  steady: (row) => namesOf(row, 'steady'),
  not_checked: (row) => namesOf(row, 'unseen'),
}

/** Sets of the log that no record stands for, with their day. */
function loggedSets(log: Log, known: ReadonlySet<string>): { day: Day; done: DoneSet }[] {
  return readable(log, '9999-12-31').entries.flatMap((entry) =>
    entry.kind === 'session'
      ? entry.sets.filter(({ id }) => !known.has(id)).map((done) => ({ day: entry.day, done }))
      : [],
  )
}

/** The light of each day, worked out once. */
export function lightsOf(log: Log): (day: Day) => string {
  const known = new Map<Day, string>()
  return (day) => {
    const found = known.get(day) ?? (log.length === 0 ? 'unknown' : light(log, day).light)
    known.set(day, found)
    return found
  }
}

/** One row a set: those recorded here, then those that only the log has. */
export function setsTable(records: readonly SetRecord[], log: Log, form = PLAIN): string {
  const lightOn = lightsOf(log)
  const known = new Set(records.map(({ id }) => id))
  const rows: SetRow[] = [
    ...records
      .toSorted((a, b) => a.startedAt.localeCompare(b.startedAt))
      .map((record) => ({ record, light: lightOn(record.day) })),
    ...loggedSets(log, known).map((set) => ({ record: null, light: lightOn(set.day), ...set })),
  ]
  return table(setColumns, rows, form)
}

/** One row a rep or hold of the sets recorded here. */
export function partsTable(records: readonly SetRecord[], form = PLAIN): string {
  const rows = records
    .toSorted((a, b) => a.startedAt.localeCompare(b.startedAt))
    .flatMap((record) =>
      [...record.analysis.reps, ...record.analysis.holds].map((part) => ({ record, part })),
    )
  return table(partColumns, rows, form)
}
