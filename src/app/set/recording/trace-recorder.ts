/** The movement of a set as the review plays it: bodies ten times a second, never a picture. */
import { openTrace, saveTrace } from '../../../capture/trace'
import { LANDMARK_COUNT, type PoseFrame } from '../../../core/pose/frame'
import { decodeTrace, encodeTrace } from '../../../core/pose/trace'
import { toBase64, fromBase64 } from '../../../storage/records/bytes'

const STEP = 0.1
/** A hair less than a step, so that a camera of ten frames a second loses none. */
const STEP_REACHED = STEP * 0.9
/** Longer sets are played as far as this; seconds. */
const LONGEST = 900
/** Seconds shown before the first rep and after the last. */
const ROOM = 1.5
/** Frames that are packed at once; as they come, each is a dozen objects, and a long set would be felt. */
const PACK = 64

/** Depth and metres are not drawn; places finer than the model's own noise only cost space. */
const PLACE = 2000
const SEEN = 20
const OFFSET = 500
const NO_WORLD = new Float32Array(LANDMARK_COUNT * 3)

const rounded = (values: Float32Array, scale: number): Float32Array =>
  values.map((value) => Math.round(value * scale) / scale)

/** What of a frame a drawing needs. */
function drawn(frame: PoseFrame): PoseFrame {
  const { body } = frame
  if (body === null) return { ...frame, brightness: null }
  const landmarks = body.landmarks.map((value, i) =>
    i % 4 === 2 ? 0 : Math.round(value * (i % 4 === 3 ? SEEN : PLACE)) / (i % 4 === 3 ? SEEN : PLACE),
  )
  return {
    ...frame,
    brightness: null,
    body: {
      landmarks,
      world: NO_WORLD,
      silhouette: null,
      contour: body.contour && {
        clockwise: rounded(body.contour.clockwise, OFFSET),
        counter: rounded(body.contour.counter, OFFSET),
      },
    },
  }
}

export class TraceRecorder {
  readonly #packs: Uint8Array<ArrayBuffer>[] = []
  readonly #loose: PoseFrame[] = []
  #first = NaN
  #last = -Infinity

  see(frame: PoseFrame): void {
    if (frame.time - this.#last < STEP_REACHED || frame.time - this.#first > LONGEST) return
    if (Number.isNaN(this.#first)) this.#first = frame.time
    this.#last = frame.time
    this.#loose.push(drawn(frame))
    if (this.#loose.length === PACK) this.#packs.push(encodeTrace(this.#loose.splice(0)))
  }

  /** The frames of the work itself, with a little room; all when there was none. */
  take(parts: readonly { readonly start: number; readonly end: number }[]): readonly PoseFrame[] {
    const frames = [...this.#packs.flatMap((pack) => decodeTrace(pack)), ...this.#loose]
    const from = Math.min(...parts.map(({ start }) => start)) - ROOM
    const to = Math.max(...parts.map(({ end }) => end)) + ROOM
    return parts.length === 0 ? frames : frames.filter(({ time }) => time >= from && time <= to)
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
