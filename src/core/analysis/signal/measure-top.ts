/** Turns a rep's frames into one value and how well it was seen. */
import type { Measurement } from '../../pose/measure'
import { Numbers } from '../../pose/float-queue'
import type { Measured } from '../rules'

export const UNMEASURED: Measured = { value: NaN, coverage: 0 }
/** The rep has nothing of the kind to measure. */
export const ABSENT: Measured = { value: NaN, coverage: 0, absent: true }

/** Kept from call to call; what reads a frame measures no others. */
const values = new Numbers()

/** The median of `read` over the frames in which it gives a number, and their share. */
export function measured(frames: readonly Measurement[], read: (m: Measurement) => number): Measured {
  values.clear()
  for (const frame of frames) {
    const value = read(frame)
    if (Number.isFinite(value)) values.push(value)
  }
  if (values.length === 0) return UNMEASURED
  const spread = values.deviation()
  const found = { value: values.median(), coverage: values.length / frames.length }
  return Number.isFinite(spread) ? { ...found, spread } : found
}

/** As `measured`, of a value that only some frames carry by design (the contour): coverage is full once there are a few. */
export function sampled(frames: readonly Measurement[], read: (m: Measurement) => number): Measured {
  return measured(
    frames.filter(({ shape }) => shape !== null),
    read,
  )
}
