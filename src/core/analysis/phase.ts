/** Where in a rep a moment lies, so that two reps of different length can be laid over each other. */
import type { Rep } from './model'

type Span = Pick<Rep, 'start' | 'top' | 'end'>

const share = (at: number, from: number, to: number): number =>
  to <= from ? 0 : Math.min(1, Math.max(0, (at - from) / (to - from)))

/** 0 at the start, 1 at the top, 2 at the end; outside the rep its nearer end. */
export function phaseAt({ start, top, end }: Span, time: number): number {
  return time <= top ? share(time, start, top) : 1 + share(time, top, end)
}

/** The moment of a rep at that phase, in seconds: the inverse of `phaseAt`. */
export function timeAt({ start, top, end }: Span, phase: number): number {
  const at = Math.min(2, Math.max(0, phase))
  return at <= 1 ? start + at * (top - start) : top + (at - 1) * (end - top)
}
