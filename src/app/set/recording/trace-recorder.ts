/** Records the movement of a set for the review: the body ten times a second, never a picture. */
import { openTrace, saveTrace } from '../../../capture/trace'
import { LANDMARK_COUNT, type PoseFrame } from '../../../core/pose/frame'
import { decodeTrace, encodeTrace } from '../../../core/pose/trace'
import { toBase64, fromBase64 } from '../../../storage/records/bytes'

const STEP_SECONDS = 0.1
/** Slightly less than a step, so that no frame of a camera of ten frames a second is dropped. */
const STEP_REACHED_SECONDS = STEP_SECONDS * 0.9
/** Longer sets are recorded up to here. */
const LONGEST_SECONDS = 900
/** Time kept before the first rep and after the last. */
const MARGIN_SECONDS = 1.5
/** Frames that are packed at once: unpacked, each is a dozen objects, which slows a long set. */
const PACK_FRAMES = 64

/**
 * Steps to 1 that values are rounded to: places in shares of the picture, visibility, and contour offsets in trunk
 * lengths. Finer steps than the model's own noise only cost space. Depth and metres are not drawn, so they are left out.
 */
const PLACE_STEPS = 2000
const VISIBILITY_STEPS = 20
const CONTOUR_STEPS = 500
const NO_WORLD = new Float32Array(LANDMARK_COUNT * 3)

const rounded = (values: Float32Array, scale: number): Float32Array =>
  values.map((value) => Math.round(value * scale) / scale)

/** A frame with only what a drawing needs. */
function reduced(frame: PoseFrame): PoseFrame {
  const { body } = frame
  if (body === null) return { ...frame, brightness: null }
  const landmarks = body.landmarks.map((value, i) =>
    i % 4 === 2
      ? 0
      : Math.round(value * (i % 4 === 3 ? VISIBILITY_STEPS : PLACE_STEPS)) /
        (i % 4 === 3 ? VISIBILITY_STEPS : PLACE_STEPS),
  )
  return {
    ...frame,
    brightness: null,
    body: {
      landmarks,
      world: NO_WORLD,
      silhouette: null,
      contour: body.contour && {
        clockwise: rounded(body.contour.clockwise, CONTOUR_STEPS),
        counter: rounded(body.contour.counter, CONTOUR_STEPS),
      },
    },
  }
}

export class TraceRecorder {
  readonly #packs: Uint8Array<ArrayBuffer>[] = []
  readonly #loose: PoseFrame[] = []
  #first = NaN
  #last = -Infinity

  take(frame: PoseFrame): void {
    if (frame.time - this.#last < STEP_REACHED_SECONDS || frame.time - this.#first > LONGEST_SECONDS) return
    if (Number.isNaN(this.#first)) this.#first = frame.time
    this.#last = frame.time
    this.#loose.push(reduced(frame))
    if (this.#loose.length === PACK_FRAMES) this.#packs.push(encodeTrace(this.#loose.splice(0)))
  }

  /** The frames of the given parts with a margin on both sides; all frames when there is no part. */
  frames(parts: readonly { readonly start: number; readonly end: number }[]): readonly PoseFrame[] {
    const all = [...this.#packs.flatMap((pack) => decodeTrace(pack)), ...this.#loose]
    const from = Math.min(...parts.map(({ start }) => start)) - MARGIN_SECONDS
    const to = Math.max(...parts.map(({ end }) => end)) + MARGIN_SECONDS
    return parts.length === 0 ? all : all.filter(({ time }) => time >= from && time <= to)
  }
}

/** Frames as text that a record can hold. */
export async function packTrace(frames: readonly PoseFrame[]): Promise<string> {
  const blob = await saveTrace(frames)
  return toBase64(new Uint8Array(await blob.arrayBuffer()))
}

/** @throws CaptureFault (`trace-unreadable`) for anything that `packTrace` did not make */
export async function unpackTrace(text: string): Promise<readonly PoseFrame[]> {
  const { frames } = await openTrace(new Blob([fromBase64(text)]))
  return frames
}
