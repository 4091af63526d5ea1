/** When a smooth movement began or ended, before the first part of it that can be seen. */
import { limit } from '../../thresholds'

/** A height at a time, from 0 at rest; in any unit. */
export interface Excursion {
  readonly time: number
  readonly height: number
}

/** Shares of the peak between which the beginning is read, and the longest it may reach back, in seconds. */
const FROM = limit('onset.from-share')
const TO = limit('onset.to-share')
const REACH = limit('onset.reach-seconds')

/**
 * The time at which a rise to `peak` began; with the samples in reverse order, at which a fall from it ended.
 * Unhurried human movement is about minimum-jerk (Flash and Hogan 1985), whose first part grows with the
 * cube of time, so the beginning lies before the first visible rise by what the rise between two shares of the peak tells.
 * NaN without samples.
 */
export function onset(rise: readonly Excursion[], peak: number): number {
  const passes = (share: number): number => rise.find(({ height }) => height >= share * peak)?.time ?? NaN
  const [early, later] = [passes(FROM), passes(TO)]
  const ratio = Math.cbrt(FROM / TO)
  const reach = ((later - early) * ratio) / (1 - ratio)
  const limited = Math.max(-REACH, Math.min(REACH, reach))
  return Number.isFinite(limited) ? early - limited : (rise[0]?.time ?? NaN)
}
