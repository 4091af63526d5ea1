/** What the seconds of a hold are worth: few words, a soft tone every five seconds, and tones for the last three. */

export interface HoldMark {
  readonly tone: 'mark' | 'last' | null
  readonly say: 'seconds' | 'halfway' | null
}

const SILENT: HoldMark = { tone: null, say: null }
/** Seconds; a hold below this is over before words would be. */
const WORTH_WORDS = 15

/**
 * @param second whole seconds held
 * @param target seconds aimed at; null when it runs until form gives
 */
export function holdMark(second: number, target: number | null): HoldMark {
  if (second <= 0 || (target !== null && second >= target)) return SILENT
  if (target !== null && target - second <= 3) return { tone: 'last', say: null }
  const half = target !== null && target >= WORTH_WORDS && second === Math.floor(target / 2)
  if (half) return { tone: 'mark', say: 'halfway' }
  if (second % 5 !== 0) return SILENT
  const nearHalf = target !== null && Math.abs(second - target / 2) < 4
  const nearEnd = target !== null && target - second < 6
  const worth = target === null || target >= WORTH_WORDS
  return { tone: 'mark', say: second % 10 === 0 && worth && !nearHalf && !nearEnd ? 'seconds' : null }
}
