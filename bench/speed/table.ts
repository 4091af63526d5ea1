/** The bench's one table: every figure a ratio or against a stated limit, as median with least and most. */

/** A line of the table. */
export interface Line {
  readonly what: string
  /** One value a round. */
  readonly values: readonly number[]
  readonly unit: string
  /** The same without Keel, where there is such a thing. */
  readonly beside?: string
  /** Null: a figure to know, without a limit. */
  readonly limit: { readonly at: number; readonly must: 'most' | 'least' } | null
}

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN
}
export const median = (values: readonly number[]): number => quantile(values, 0.5)
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Three figures that count, without an exponent. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '-'
  const places = Math.max(0, 2 - Math.floor(Math.log10(Math.max(Math.abs(value), 1e-3))))
  return value.toFixed(value === 0 ? 0 : Math.min(places, 3))
}

/** Whether the median keeps to the limit. */
export function within({ values, limit }: Line): boolean {
  if (limit === null) return true
  const value = median(values)
  return limit.must === 'most' ? value <= limit.at : value >= limit.at
}

function cells(line: Line): readonly string[] {
  const { what, values, unit, beside = '', limit } = line
  const spread =
    values.length > 1 ? ` [${figure(Math.min(...values))} to ${figure(Math.max(...values))}]` : ''
  return [
    what,
    `${figure(median(values))}${spread}${unit === '' ? '' : ` ${unit}`}`,
    beside,
    limit === null ? '' : `${limit.must === 'most' ? '≤' : '≥'} ${String(limit.at)}`,
    limit === null ? '' : within(line) ? 'yes' : 'NO',
  ]
}

const HEAD = ['figure', 'median [least to most]', 'beside it, bare', 'limit', 'kept'] as const

/** A Markdown table, its columns aligned, so that it reads in a terminal and in a page. */
export function table(lines: readonly Line[]): string {
  const rows = [HEAD, ...lines.map(cells)]
  const widths = HEAD.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  const shown = rows.map((row) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`)
  shown.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`)
  return shown.join('\n')
}
