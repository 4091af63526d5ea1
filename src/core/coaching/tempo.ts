/** The tempo guide's clock: out, hold, back, and a moment of rest, over and over. */

/** Seconds of each part of a rep. */
export interface Tempo {
  readonly up: number
  readonly hold: number
  readonly down: number
}

export type TempoPart = 'out' | 'hold' | 'back' | 'rest'

export interface TempoBeat {
  readonly part: TempoPart
  /** Whole seconds of the part that are still to come, from its length down to 1. */
  readonly count: number
  /** Seconds that the whole part takes. */
  readonly seconds: number
  /** How far the shape is open, 0 to 1. */
  readonly open: number
}

/** Seconds between two reps. */
export const TEMPO_REST_SECONDS = 1

const ease = (share: number): number => 0.5 - Math.cos(Math.PI * share) / 2

/** @param elapsed seconds since the rest before the first rep began */
export function tempoAt(elapsed: number, { up, hold, down }: Tempo): TempoBeat {
  const parts = [
    ['rest', TEMPO_REST_SECONDS],
    ['out', up],
    ['hold', hold],
    ['back', down],
  ] as const
  const whole = parts.reduce((sum, [, seconds]) => sum + seconds, 0)
  let within = Math.max(0, elapsed) % whole
  for (const [part, seconds] of parts) {
    if (within < seconds) {
      const share = ease(within / seconds)
      const open = { rest: 0, out: share, hold: 1, back: 1 - share }[part]
      return { part, seconds, count: Math.ceil(seconds - within), open }
    }
    within -= seconds
  }
  return { part: 'rest', seconds: TEMPO_REST_SECONDS, count: 1, open: 0 }
}
