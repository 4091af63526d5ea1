/** The pose graph's own clock: it breaks for good on a stamp that repeats or goes back. */

/** A step back further than this, in milliseconds, is another source, not a late frame. */
const OTHER_SOURCE = 1000

/**
 * Returns what turns seconds of the source into the graph's whole milliseconds, always later than the last.
 * A new source goes on a second after the old one, at its own pace: the graph smooths by time, and a clock
 * that crept by single milliseconds would make every movement look thirty times as fast.
 */
export function createGraphClock(): (seconds: number) => number {
  let last = -1
  let offset = 0
  return (seconds) => {
    const wanted = Number.isFinite(seconds) ? Math.round(seconds * 1000) + offset : last
    if (wanted < last - OTHER_SOURCE) {
      offset += last + OTHER_SOURCE - wanted
      last += OTHER_SOURCE
    } else {
      last = Math.max(last + 1, wanted)
    }
    return last
  }
}
