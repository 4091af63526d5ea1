/** The one form of every number that judges: in core, in the programme and in each exercise. */
import type { InUnit } from '../units'

/** Limits of grade 1, 2 and 3, as sizes of the difference in the direction that is worse. */
export interface Grades {
  readonly grades: readonly [mild: number, moderate: number, severe: number]
  /** The spread (1 SD) to expect of this measure from rep to rep before the person's own is known. */
  readonly noise: number
}

/** Values that are off-form whatever the baseline: moderate from the first on, severe from the second. */
export interface Guard {
  readonly moderate: number
  readonly severe: number
}

/** From where on a marker of tiring is early, and from where strong. */
export interface FatigueLevels {
  readonly early: number
  readonly strong: number
}

export type ThresholdValue = number | Grades | Guard | FatigueLevels

/** A threshold as it is written in a table, under its id. */
export interface ThresholdRow {
  readonly value: ThresholdValue
  readonly unit: string
  /** Why this number. */
  readonly basis: string
  /**
   * `form n.m`: a section of docs/form.md; `views`: the measured camera places; `clips`: a measurement on rendered
   * films with known truth; `real` and `films`: on recorded poses of real people; `E`: engineering reasoning.
   * In the programme: `published`, measured by others; `practice`, a rule in common use; `reasoned`, chosen here;
   * with the numbered works of docs/sources.md in brackets.
   */
  readonly source: string
}

export interface Threshold<V extends ThresholdValue = ThresholdValue> extends ThresholdRow {
  readonly id: string
  readonly value: V
}

type Rows = Readonly<Record<string, ThresholdRow>>

/** The ids of the rows whose value is a plain number. */
type LimitIdOf<R extends Rows> = {
  [Id in keyof R & string]: R[Id]['value'] extends number ? Id : never
}[keyof R & string]

/** What a row's value is looked up as: the kind of value, not the literal that happens to stand there. */
type ValueOf<Row extends ThresholdRow> = Row['value'] extends number
  ? number
  : Row['value'] extends Grades
    ? Grades
    : Row['value'] extends Guard
      ? Guard
      : FatigueLevels

/** A table of thresholds with its typed lookups. */
export interface Thresholds<R extends Rows> {
  /** The rows of this table alone, by id. */
  readonly own: Readonly<Record<string, Threshold>>
  /** The rows of this table and of the one that it builds on. */
  readonly rows: R
  /** The value of a plain number, in its row's unit. */
  readonly limit: <Id extends LimitIdOf<R>>(id: Id) => InUnit<R[Id]['unit']>
  /** A whole row. */
  readonly threshold: <Id extends keyof R & string>(id: Id) => Threshold<ValueOf<R[Id]>>
}

/**
 * Makes a table of thresholds.
 * @param rows by id
 * @param base a table whose thresholds this one's lookups find too
 */
export function defineThresholds<const R extends Rows>(rows: R): Thresholds<R>
export function defineThresholds<const R extends Rows, B extends Rows>(
  rows: R,
  base: Thresholds<B>,
): Thresholds<B & R>
export function defineThresholds(rows: Rows, base?: Thresholds<Rows>): unknown {
  const own = Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, { id, ...row }]))
  const all: Rows = { ...base?.rows, ...own }
  return { own, rows: all, limit: (id: string) => all[id]?.value, threshold: (id: string) => all[id] }
}

/** The grade that a check does not have. */
export const NEVER = Infinity
