/** The one definition of a steady limit that every screen shows: of a set, of a row of sessions, and what became of it. */
import type { Day } from '../days'
import { mean, realChange, type Noise } from '../history/noise'
import { limit } from '../limits'
import type { DoneSet } from '../log/log'

/** Whether form gave in a set, so that its steady work is a limit and not only a dose that held. */
export const gave = (set: Pick<DoneSet, 'stop' | 'breakdown'>): boolean =>
  set.stop === 'form' || set.breakdown !== null

/**
 * Steady work of a set: reps, or the seconds of all its holds, before form gave. Holds that follow one another
 * are one another's continuation, so four of 5 s are 20 s.
 */
export function steadyWork(set: Pick<DoneSet, 'holds' | 'steadyLimit' | 'stop' | 'breakdown'>): number {
  const last = set.holds.at(-1)
  if (last === undefined || set.holds.length === 1) return set.steadyLimit
  const all = set.holds.reduce((sum, seconds) => sum + seconds, 0)
  if (!gave(set)) return all
  // Only a set that form ended is known to have broken in its last hold.
  return set.stop === 'form' ? all - last + Math.min(last, set.steadyLimit) : set.steadyLimit
}

export interface Known {
  readonly day: Day
  /** Reps or seconds. */
  readonly value: number
  /** True when form did not give: the limit is this or more. */
  readonly atLeast: boolean
}

/**
 * The steady limit after a row of sessions, earliest first: the last one that was measured, or, where more than
 * that has held since, that "or more". Before the first measured one, the most that ever held, "or more".
 */
export function limitAfter<P extends Known>(points: readonly P[]): P | null {
  const measured = points.findLastIndex((point) => !point.atLeast)
  return points
    .slice(Math.max(0, measured))
    .reduce<P | null>((best, point) => (best !== null && best.value >= point.value ? best : point), null)
}

export interface Progress {
  readonly from: Known
  readonly to: Known
  readonly verdict: 'up' | 'down' | 'same'
  /** Measured sessions that were compared at each end, at most three. */
  readonly size: number
}

/**
 * What became of the limit, whatever the level: the same movement, counted in the same unit. It is proved with
 * means of up to three sessions at each end, and told with the first measured limit and the present one. The very
 * first session is practice. What merely held can prove a rise, never a fall.
 */
export function progressOf(points: readonly Known[], noise: Noise): Progress | null {
  const counted = points.slice(1)
  const measured = counted.filter((point) => !point.atLeast)
  const from = measured[0]
  const to = limitAfter(counted)
  if (from === undefined || to === null || to === from) return null
  const compared = to.atLeast ? [...measured, to] : measured
  const size = Math.min(limit('noise.window'), Math.floor(compared.length / 2))
  const middle = (some: readonly Known[]): number => mean(some.map((point) => point.value))
  const change = middle(compared.slice(-size)) - middle(compared.slice(0, size))
  const needed = realChange(noise, size)
  const up = change >= needed && to.value > from.value
  const down = change <= -needed && to.value < from.value
  return { from, to, size, verdict: up ? 'up' : down ? 'down' : 'same' }
}
