/** What the seconds of a hold are worth: few words, a soft tone every five seconds, and tones for the last three. */

export interface HoldMark {
  readonly tone: 'mark' | 'last' | null
  readonly say: 'seconds' | 'halfway' | null
}

const SILENT: HoldMark = { tone: null, say: null }
/** A shorter hold is over before words would be. */
const WORTH_WORDS_SECONDS = 15
/** The last seconds, each with a tone of its own. */
const LAST_SECONDS = 3
/** From one soft tone to the next, and from one said number to the next. */
const TONE_EVERY_SECONDS = 5
const SAY_EVERY_SECONDS = 2 * TONE_EVERY_SECONDS
/** No number is said this near to "halfway" and to the last seconds, which it would run into. */
const NEAR_HALF_SECONDS = 4
const NEAR_END_SECONDS = 6

/**
 * @param second whole seconds held
 * @param target seconds aimed at; null when it runs until form gives
 */
export function holdMark(second: number, target: number | null): HoldMark {
  if (second <= 0 || (target !== null && second >= target)) return SILENT
  if (target !== null && target - second <= LAST_SECONDS) return { tone: 'last', say: null }
  const half = target !== null && target >= WORTH_WORDS_SECONDS && second === Math.floor(target / 2)
  if (half) return { tone: 'mark', say: 'halfway' }
  if (second % TONE_EVERY_SECONDS !== 0) return SILENT
  const nearHalf = target !== null && Math.abs(second - target / 2) < NEAR_HALF_SECONDS
  const nearEnd = target !== null && target - second < NEAR_END_SECONDS
  const worth = target === null || target >= WORTH_WORDS_SECONDS
  return {
    tone: 'mark',
    say: second % SAY_EVERY_SECONDS === 0 && worth && !nearHalf && !nearEnd ? 'seconds' : null,
  }
}
