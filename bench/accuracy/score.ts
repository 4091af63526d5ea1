/** What both scorers need: shares, means, and which findings count as a flag. */
import type { AnalysisReport, FindingReport } from '../../src/core/analysis/report'

/** Checks that explain a set and never make a rep off-form by themselves. */
const SUPPORTING = new Set(['tempo-drift', 'sway', 'elbow-off'])

/** The findings that say a rep or a hold is off-form. */
export const flagsOf = (findings: readonly FindingReport[]): readonly FindingReport[] =>
  findings.filter(
    ({ check, verdict, grade }) => verdict === 'flagged' && (grade ?? 0) >= 2 && !SUPPORTING.has(check),
  )

/** How many of how many. */
export class Tally {
  #ok = 0
  #all = 0

  add(ok: boolean): boolean {
    this.#all++
    if (ok) this.#ok++
    return ok
  }

  /** How many were not. */
  get missing(): number {
    return this.#all - this.#ok
  }

  get all(): number {
    return this.#all
  }

  /** Per cent to a tenth; null where there was nothing to count. */
  get percent(): number | null {
    return this.#all === 0 ? null : Number(((100 * this.#ok) / this.#all).toFixed(1))
  }

  toString(): string {
    return `${String(this.#ok)}/${String(this.#all)}`
  }
}

export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

export const completeReps = ({ reps }: AnalysisReport): AnalysisReport['reps'] =>
  reps.filter(({ complete }) => complete)

export type Totals = Readonly<Record<string, number | null>>

/** One film's line, and how much of it went wrong: the worst are printed first. */
export interface Row {
  readonly name: string
  readonly wrong: number
  readonly cells: readonly string[]
}

export interface Scored {
  readonly rows: readonly Row[]
  readonly totals: Totals
}

/** Prints the films, the worst first, and the totals. */
export function printScored({ rows, totals }: Scored): void {
  for (const { name, cells } of [...rows].sort((a, b) => b.wrong - a.wrong))
    console.log([name, ...cells.filter(Boolean)].join(' | '))
  console.log()
  for (const [key, value] of Object.entries(totals)) console.log(key.padEnd(20), value ?? '-')
}
