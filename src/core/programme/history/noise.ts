/**
 * How much a steady limit varies by itself. Until there are five sessions at a level the published typical
 * error stands in (docs/form.md 7.2), afterwards the person's own: SD of the differences between sessions ÷ √2.
 */
import { limit } from '../limits'

export type NoiseSource = 'published' | 'own'

export interface Noise {
  /** Typical error of one session, in the values' unit. */
  readonly error: number
  readonly source: NoiseSource
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? NaN : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Sample standard deviation; NaN for fewer than two values. */
function deviation(values: readonly number[]): number {
  const middle = mean(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1))
}

/** Noise of values at one level, earliest first; seconds for holds, reps else. */
export function noiseOf(values: readonly number[], unit: 's' | 'reps'): Noise {
  if (values.length >= limit('noise.own-sessions')) {
    const differences = values.slice(1).map((value, index) => value - (values[index] ?? value))
    const least = limit(unit === 's' ? 'noise.least-seconds' : 'noise.least-reps')
    return { error: Math.max(deviation(differences) / Math.SQRT2, least), source: 'own' }
  }
  const error =
    unit === 's' ? limit('noise.seconds') : limit('noise.share') * (values.length > 0 ? mean(values) : 0)
  return { error, source: 'published' }
}

/** The least difference between two means of `count` sessions each that noise does not explain (95%). */
export function realChange(noise: Noise, count: number): number {
  return (limit('noise.factor') * noise.error) / Math.sqrt(Math.max(1, count))
}
