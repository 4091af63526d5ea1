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

type Clock = (times: FrameTimes) => number | undefined

const captured: Clock = ({ captureTime }) => (captureTime === undefined ? undefined : captureTime / 1000)
const presented: Clock = ({ presentationTime }) => presentationTime / 1000

/**
 * Returns a stamper that gives seconds since the first picture, or null for a picture that it can't place.
 * It keeps to the clock that the first picture had, for two clocks never agree: the camera's own where it
 * is known (it is free of the wait for the screen), else the page's.
 */
export function createStamper(): (times: FrameTimes) => number | null {
  let clock: Clock | null = null
  let first = 0
  return (times) => {
    if (!clock) {
      clock = captured(times) === undefined ? presented : captured
      first = clock(times) ?? 0
    }
    const now = clock(times)
    return now === undefined || !Number.isFinite(now) ? null : now - first
  }
}
