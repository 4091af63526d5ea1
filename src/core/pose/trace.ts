/**
 * Recorded pose frames as bytes, small enough to keep with each set and exact enough to analyse again.
 *
 * Lossy by rounding only: time to 0.01 ms; landmarks to 1e-4 of width and height (0.06 px at 640), world
 * to 0.1 mm, contour to 1e-4 trunk lengths, silhouette to 1e-4 of the picture, each within ±3.2767; brightness to 1/255. Encoding what was
 * decoded gives the same bytes.
 *
 * Layout, little-endian: "KTR2", uint32 frame count, uint32 contour columns; a 12-byte head per frame
 * (uint32 time in 0.01 ms, uint16 width, uint16 height, uint8 flags, uint8 brightness, 2 spare); then all
 * values as int16 differences from the previous frame that has them, low bytes first, then high bytes,
 * which is what makes the whole compress well.
 */
import { LANDMARK_COUNT, type Body, type PoseFrame, type TrunkContour } from './frame'
import type { SilhouetteBox } from './silhouette'

const MAGIC = 0x3252544b // "KTR2" read as a little-endian number
const PREAMBLE_BYTES = 12
const FRAME_HEAD_BYTES = 12
const TICKS_A_SECOND = 100_000
const STEPS_A_UNIT = 10_000
const LARGEST_STEP = 32_767
/** Stands for NaN. No rounded value is this low. */
const NAN_STEP = -32_768

const HAS_BODY = 1
const HAS_CONTOUR = 2
const HAS_BRIGHTNESS = 4
const HAS_SILHOUETTE = 8

const LANDMARK_VALUES = LANDMARK_COUNT * 4
const WORLD_END = LANDMARK_VALUES + LANDMARK_COUNT * 3
/** Landmarks, world and the silhouette's four edges; the contour follows. */
const BODY_VALUES = WORLD_END + 4

/** The bytes are not a trace, or only a part of one. */
export class TraceError extends Error {}

/** Encodes frames, which must be in time order. Times must lie between 0 and 11 hours. */
export function encodeTrace(frames: readonly PoseFrame[]): Uint8Array<ArrayBuffer> {
  const columns = frames.find((frame) => frame.body?.contour)?.body?.contour?.clockwise.length ?? 0
  const deltas: number[] = []
  const previous = new Previous(columns)
  const headSize = PREAMBLE_BYTES + FRAME_HEAD_BYTES * frames.length
  const heads = new DataView(new ArrayBuffer(headSize))
  heads.setUint32(0, MAGIC, true)
  heads.setUint32(4, frames.length, true)
  heads.setUint32(8, columns, true)
  frames.forEach((frame, index) => {
    const at = PREAMBLE_BYTES + FRAME_HEAD_BYTES * index
    const contour = frame.body?.contour ?? null
    const box = frame.body?.silhouette ?? null
    heads.setUint32(at, Math.round(frame.time * TICKS_A_SECOND), true)
    heads.setUint16(at + 4, frame.width, true)
    heads.setUint16(at + 6, frame.height, true)
    heads.setUint8(
      at + 8,
      (frame.body ? HAS_BODY : 0) |
        (contour ? HAS_CONTOUR : 0) |
        (box ? HAS_SILHOUETTE : 0) |
        (frame.brightness === null ? 0 : HAS_BRIGHTNESS),
    )
    heads.setUint8(at + 9, Math.round((frame.brightness ?? 0) * 255))
    if (frame.body) previous.push(deltas, 0, [frame.body.landmarks, frame.body.world])
    if (box) previous.push(deltas, WORLD_END, [Float32Array.of(box.left, box.top, box.right, box.bottom)])
    if (contour) previous.push(deltas, BODY_VALUES, [contour.clockwise, contour.counter])
  })
  const out = new Uint8Array(headSize + 2 * deltas.length)
  out.set(new Uint8Array(heads.buffer))
  deltas.forEach((delta, i) => {
    out[headSize + i] = delta & 0xff
    out[headSize + deltas.length + i] = (delta >> 8) & 0xff
  })
  return out
}

/**
 * Decodes what `encodeTrace` made.
 * @throws TraceError for anything else
 */
export function decodeTrace(bytes: Uint8Array): PoseFrame[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < PREAMBLE_BYTES || view.getUint32(0, true) !== MAGIC) throw new TraceError('not a trace')
  const count = view.getUint32(4, true)
  const columns = view.getUint32(8, true)
  const headSize = PREAMBLE_BYTES + FRAME_HEAD_BYTES * count
  if (bytes.length < headSize) throw new TraceError('the trace is cut off')
  const heads = Array.from({ length: count }, (_, index) =>
    readHead(view, PREAMBLE_BYTES + FRAME_HEAD_BYTES * index),
  )
  const values = heads.reduce(
    (sum, { flags }) =>
      sum +
      (flags & HAS_BODY ? WORLD_END : 0) +
      (flags & HAS_SILHOUETTE ? 4 : 0) +
      (flags & HAS_CONTOUR ? 2 * columns : 0),
    0,
  )
  if (bytes.length !== headSize + 2 * values) throw new TraceError('the trace is cut off')
  const reader = new Reader(bytes, headSize, values, columns)
  return heads.map(({ flags, ...head }) => ({
    ...head,
    body: flags & HAS_BODY ? reader.body(flags) : null,
  }))
}

function readHead(view: DataView, at: number): Omit<PoseFrame, 'body'> & { flags: number } {
  const flags = view.getUint8(at + 8)
  return {
    time: view.getUint32(at, true) / TICKS_A_SECOND,
    width: view.getUint16(at + 4, true),
    height: view.getUint16(at + 6, true),
    brightness: flags & HAS_BRIGHTNESS ? view.getUint8(at + 9) / 255 : null,
    flags,
  }
}

/** Landmarks, world and contour values of the last frame that had them, as they are written. */
class Previous {
  readonly #values: Int16Array
  constructor(columns: number) {
    this.#values = new Int16Array(BODY_VALUES + 2 * columns)
  }

  push(deltas: number[], from: number, arrays: readonly Float32Array[]): void {
    let at = from
    for (const array of arrays)
      for (const value of array) {
        const whole = toWhole(value)
        deltas.push(whole - (this.#values[at] ?? 0))
        this.#values[at++] = whole
      }
  }
}

class Reader {
  readonly #bytes: Uint8Array
  readonly #values: Int16Array
  readonly #columns: number
  readonly #total: number
  #at: number

  constructor(bytes: Uint8Array, at: number, total: number, columns: number) {
    this.#bytes = bytes
    this.#at = at
    this.#total = total
    this.#columns = columns
    this.#values = new Int16Array(BODY_VALUES + 2 * columns)
  }

  body(flags: number): Body {
    const landmarks = this.#take(0, LANDMARK_VALUES)
    const world = this.#take(LANDMARK_VALUES, WORLD_END)
    const silhouette = flags & HAS_SILHOUETTE ? this.#silhouette() : null
    return { landmarks, world, silhouette, contour: flags & HAS_CONTOUR ? this.#contour() : null }
  }

  #silhouette(): SilhouetteBox {
    const [left = NaN, top = NaN, right = NaN, bottom = NaN] = this.#take(WORLD_END, BODY_VALUES)
    return { left, top, right, bottom }
  }

  #contour(): TrunkContour {
    const middle = BODY_VALUES + this.#columns
    return { clockwise: this.#take(BODY_VALUES, middle), counter: this.#take(middle, middle + this.#columns) }
  }

  #take(from: number, to: number): Float32Array {
    const out = new Float32Array(to - from)
    for (let i = from; i < to; i++) {
      const low = this.#bytes[this.#at] ?? 0
      const high = this.#bytes[this.#at + this.#total] ?? 0
      this.#at++
      const whole = (this.#values[i] ?? 0) + (low | (high << 8))
      this.#values[i] = whole // wraps to 16 bits, as the difference did
      out[i - from] = fromWhole(this.#values[i] ?? 0)
    }
    return out
  }
}

function toWhole(value: number): number {
  if (Number.isNaN(value)) return NAN_STEP
  return Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, Math.round(value * STEPS_A_UNIT)))
}

const fromWhole = (whole: number): number => (whole === NAN_STEP ? NaN : whole / STEPS_A_UNIT)
