/** What a few thousand points tell of a picture: how bright it is, and whether it is the same one again. */

const WIDTH = 64
const HEIGHT = 48
/** Seconds for which a measurement stands: light changes slowly. */
const STANDS_FOR = 0.25

export interface PictureReading {
  /** Mean luma, 0-1 (Rec. 709 weights on gamma-coded values). */
  readonly brightness: number
  /**
   * Seconds for which every sampled point has kept its exact value. A lens that works never does that: its noise
   * moves some of 3,000 points by a step from picture to picture, however still the room is.
   */
  readonly unchanged: number
}

/**
 * Reads a picture, or says what one of the last quarter second gave; null where its pixels can't be had.
 * The picture may be used meanwhile, but not be closed before the promise settles.
 */
export type PictureMeter = (image: VideoFrame | ImageBitmap, time: number) => Promise<PictureReading | null>

export function createPictureMeter(): PictureMeter {
  const ofFrame = planeReader()
  const ofAny = canvasReader()
  let before: Uint8Array | null = null
  let changed = 0
  let measured: { reading: PictureReading; time: number } | null = null
  return async (image, time) => {
    if (measured && Math.abs(time - measured.time) < STANDS_FOR) return measured.reading
    const points =
      (image instanceof VideoFrame ? await ofFrame(image).catch(() => null) : null) ?? ofAny(image)
    if (points === null) return null
    if (!before || !same(before, points) || time < changed) changed = time
    before = points
    measured = { reading: { brightness: mean(points) / 255, unchanged: time - changed }, time }
    return measured.reading
  }
}

const same = (a: Uint8Array, b: Uint8Array): boolean => {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

const mean = (values: Uint8Array): number => values.reduce((sum, value) => sum + value, 0) / values.length

const luma = (red: number, green: number, blue: number): number =>
  0.2126 * red + 0.7152 * green + 0.0722 * blue

/** Formats whose first plane is luma of a byte a pixel. */
const PLANAR: ReadonlySet<string> = new Set(['I420', 'I420A', 'I422', 'I444', 'NV12'])
/** Where red and blue stand among four bytes. */
const PACKED: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['RGBA', [0, 2]],
  ['RGBX', [0, 2]],
  ['BGRA', [2, 0]],
  ['BGRX', [2, 0]],
])

/**
 * Takes points out of a copy of the frame's own bytes. Drawing a frame onto a canvas to read it back waits for the
 * graphics process: 8 ms in software, where the copy takes a tenth of one.
 */
function planeReader(): (frame: VideoFrame) => Promise<Uint8Array | null> {
  let bytes = new Uint8Array()
  return async (frame) => {
    const { format, visibleRect } = frame
    const packed = PACKED.get(format ?? '')
    if (visibleRect === null || format === null || !(packed || PLANAR.has(format))) return null
    const size = frame.allocationSize()
    if (bytes.length !== size) bytes = new Uint8Array(size)
    const [plane] = await frame.copyTo(bytes)
    if (!plane) return null
    const { width, height } = visibleRect
    const at = (x: number, y: number, unit: number): number => plane.offset + y * plane.stride + x * unit
    if (packed) {
      const [red, blue] = packed
      return sampled(width, height, (x, y) => {
        const here = at(x, y, 4)
        return luma(bytes[here + red] ?? 0, bytes[here + 1] ?? 0, bytes[here + blue] ?? 0)
      })
    }
    // Video keeps a margin at both ends unless it says otherwise: 16 is black, 235 is white.
    const [black, white] = frame.colorSpace.fullRange === true ? [0, 255] : [16, 235]
    return sampled(width, height, (x, y) => ((bytes[at(x, y, 1)] ?? 0) - black) * (255 / (white - black)))
  }
}

/** The points of an even grid, 0-255. */
function sampled(width: number, height: number, value: (x: number, y: number) => number): Uint8Array {
  const points = new Uint8ClampedArray(WIDTH * HEIGHT)
  for (let row = 0, i = 0; row < HEIGHT; row++) {
    const y = Math.floor(((row + 0.5) * height) / HEIGHT)
    for (let column = 0; column < WIDTH; column++)
      points[i++] = value(Math.floor(((column + 0.5) * width) / WIDTH), y)
  }
  return new Uint8Array(points.buffer)
}

/** For pictures whose bytes can't be had: a thumbnail. Null without a canvas. */
function canvasReader(): (image: VideoFrame | ImageBitmap) => Uint8Array | null {
  // Kept out of the GPU: the pixels are read back.
  const context = new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d', {
    willReadFrequently: true,
    alpha: false,
  })
  return (image) => {
    if (!context) return null
    context.drawImage(image, 0, 0, WIDTH, HEIGHT)
    const { data } = context.getImageData(0, 0, WIDTH, HEIGHT)
    return sampled(WIDTH, HEIGHT, (x, y) => {
      const here = 4 * (y * WIDTH + x)
      return luma(data[here] ?? 0, data[here + 1] ?? 0, data[here + 2] ?? 0)
    })
  }
}
