/** Stamps camera pictures with seconds since the first, once; everything after reads this clock alone. */

/** What requestVideoFrameCallback says of a picture. */
export interface FrameTimes {
  /** Milliseconds; when the camera took it. Only some browsers know. */
  readonly captureTime?: number
  /** Seconds on the stream's own clock; some browsers leave it at 0 for a camera. */
  readonly mediaTime: number
  /** Milliseconds; when the picture reached the page. */
  readonly presentationTime: number
}

export type Stamper = (times: FrameTimes) => number | null

type Clock = (times: FrameTimes) => number | undefined

const captured: Clock = ({ captureTime }) => (captureTime === undefined ? undefined : captureTime / 1000)
const presented: Clock = ({ presentationTime }) => presentationTime / 1000

/** Seconds by which the camera's clock may part from the page's: beyond, it was another camera's, or was set. */
const PARTED = 1

/**
 * Returns a stamper that gives seconds since the first picture, or null for a picture that it can't place.
 * It keeps to the clock that the first picture had, for two clocks never agree: the camera's own where it
 * is known (it is free of the wait for the screen), else the page's. Where the camera's clock jumps, as when
 * another camera takes over, it goes on at the page's: that one only ever moves on.
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
    if (Math.abs(now - first - shown) > PARTED) first = now - shown
    return now - first
  }
}
