/** What every number that judges carries with it. */
export interface Basis {
  readonly unit: string
  /** Why this number. */
  readonly basis: string
  /**
   * `clinical n.m`: a section of the clinical definitions (their sources are in docs/sources.md); `views`: the measured
   * camera places; `clips`: a measurement on rendered films with known truth; `E`: engineering reasoning.
   */
  readonly source: string
}

export interface Limit extends Basis {
  readonly value: number
}

/** Limits of grade 1, 2 and 3, as sizes of the difference in the direction that is worse. */
export interface GradeLimits extends Basis {
  readonly grades: readonly [number, number, number]
  /** The spread (1 SD) to expect of this measure from rep to rep before the person's own is known. */
  readonly noise: number
}

/** Values that are off-form whatever the baseline: moderate from the first on, severe from the second. */
export interface Guard extends Basis {
  readonly moderate: number
  readonly severe: number
}

/** From where on a fatigue marker is early, and from where strong. */
export interface FatigueLimits extends Basis {
  readonly early: number
  readonly strong: number
}

/** The grade that a check does not have. */
export const NEVER = Infinity
