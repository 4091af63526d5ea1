/** The pose graph's clock. The graph fails for good on a timestamp that repeats or goes back. */

/** A step back by more than this comes from another source, not from a late frame. */
const OTHER_SOURCE_MS = 1000

/**
 * Returns a function that turns the source's seconds into the graph's whole milliseconds, each later than the last.
 * A new source continues one second after the old one, at its own pace. The graph smooths over time, so a clock that
 * advanced by single milliseconds would make every movement look thirty times as fast.
 */
export function createGraphClock(): (seconds: number) => number {
  let last = -1
  let offset = 0
  return (seconds) => {
    const wanted = Number.isFinite(seconds) ? Math.round(seconds * 1000) + offset : last
    if (wanted < last - OTHER_SOURCE_MS) {
      offset += last + OTHER_SOURCE_MS - wanted
      last += OTHER_SOURCE_MS
    } else {
      last = Math.max(last + 1, wanted)
    }
    return last
  }
}
