/** Gives each camera picture its time in seconds since the first one. Everything later uses this time alone. */

/** The times that `requestVideoFrameCallback` gives for a picture. */
export interface FrameTimes {
  /** When the camera took it, milliseconds. Only some browsers give it. */
  readonly captureTime?: number
  /** Seconds on the stream's own clock; some browsers leave it at 0 for a camera. */
  readonly mediaTime: number
  /** When it reached the page, milliseconds. */
  readonly presentationTime: number
}

export type Stamper = (times: FrameTimes) => number | null

type Clock = (times: FrameTimes) => number | undefined

const captured: Clock = ({ captureTime }) => (captureTime === undefined ? undefined : captureTime / 1000)
const presented: Clock = ({ presentationTime }) => presentationTime / 1000

/** When the camera's clock and the page's differ by more, another camera took over or the clock was set. */
const CLOCKS_PART_S = 1

/**
 * Returns a function that gives seconds since the first picture, or null for a picture without a usable time.
 * It uses one clock throughout, as two clocks never agree: the camera's own where the browser gives it (without the
 * delay until the screen is drawn), else the page's. When the camera's clock jumps, as when another camera takes
 * over, time continues from the page's clock, which only moves forward.
 */
export function createStamper(): Stamper {
  let clock: Clock | null = null
  let first = 0
  let firstShown = 0
  return (times) => {
    if (!clock) {
      clock = captured(times) === undefined ? presented : captured
      first = clock(times) ?? NaN
      firstShown = presented(times) ?? NaN
      if (!Number.isFinite(first) || !Number.isFinite(firstShown)) {
        clock = null
        return null
      }
    }
    const now = clock(times)
    const shown = times.presentationTime / 1000 - firstShown
    if (now === undefined || !Number.isFinite(now) || !Number.isFinite(shown)) return null
    if (Math.abs(now - first - shown) > CLOCKS_PART_S) first = now - shown
    return now - first
  }
}
