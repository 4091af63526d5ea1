/** The breathing pacer's clock: which part of a breath it is after so many seconds. */

export interface Breath {
  readonly phase: 'in' | 'out'
  /** Whole seconds left of the phase, from its length down to 1. */
  readonly count: number
  /** How far the shape is open, 0 to 1, eased so that it turns smoothly. */
  readonly open: number
}

const ease = (share: number): number => 0.5 - Math.cos(Math.PI * share) / 2

/**
 * @param elapsed seconds since the pacer began
 * @param inward seconds of breathing in
 * @param outward seconds of breathing out
 */
export function breathAt(elapsed: number, inward: number, outward: number): Breath {
  const within = Math.max(0, elapsed) % (inward + outward)
  return within < inward
    ? { phase: 'in', count: Math.ceil(inward - within), open: ease(within / inward) }
    : {
        phase: 'out',
        count: Math.ceil(inward + outward - within),
        open: 1 - ease((within - inward) / outward),
      }
}
