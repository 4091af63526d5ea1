/** Reads from a grid of points how bright a picture is, and whether it is exactly the one before. */

const GRID_COLUMNS = 64
const GRID_ROWS = 48
/** Light changes slowly: a measurement is reused for this long. */
const MEASURED_EVERY_S = 0.25

export interface FrameStats {
  /** Mean luma, 0-1 (Rec. 709 weights on gamma-coded values). */
  readonly brightness: number
  /**
   * Seconds for which every sampled point has kept its exact value. A working camera never does that: its noise
   * changes some of the 3,000 points from picture to picture, however still the room is.
   */
  readonly unchanged: number
}

/**
 * Measures a picture, or returns a measurement that is less than `MEASURED_EVERY_S` old. Null where the pixels can't be
 * read. The picture may be used meanwhile, but must not be closed before the promise settles.
 */
export type FrameStatsReader = (image: VideoFrame | ImageBitmap, time: number) => Promise<FrameStats | null>

export function createFrameStatsReader(): FrameStatsReader {
  const ofFrame = planeReader()
  const ofAny = canvasReader()
  let before: Uint8Array | null = null
  let changed = 0
  let measured: { reading: FrameStats; time: number } | null = null
  return async (image, time) => {
    if (measured && Math.abs(time - measured.time) < MEASURED_EVERY_S) return measured.reading
    const points = ('displayWidth' in image ? await ofFrame(image).catch(() => null) : null) ?? ofAny(image)
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

/** Pixel formats whose first plane is luma, one byte a pixel. */
const PLANAR: ReadonlySet<string> = new Set(['I420', 'I420A', 'I422', 'I444', 'NV12'])
/** Offsets of red and blue among a pixel's four bytes. */
const PACKED: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['RGBA', [0, 2]],
  ['RGBX', [0, 2]],
  ['BGRA', [2, 0]],
  ['BGRX', [2, 0]],
])

/**
 * Reads points from a copy of the frame's bytes, which takes 0.1 ms. Drawing the frame onto a canvas and reading that
 * back waits for the graphics process: 8 ms with software graphics.
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
    // Unless it says otherwise, video uses the limited range: 16 is black, 235 is white.
    const [black, white] = frame.colorSpace.fullRange === true ? [0, 255] : [16, 235]
    return sampled(width, height, (x, y) => ((bytes[at(x, y, 1)] ?? 0) - black) * (255 / (white - black)))
  }
}

/** Luma of the points of an even grid, 0-255, row by row. */
function sampled(width: number, height: number, value: (x: number, y: number) => number): Uint8Array {
  const points = new Uint8ClampedArray(GRID_COLUMNS * GRID_ROWS)
  for (let row = 0, i = 0; row < GRID_ROWS; row++) {
    const y = Math.floor(((row + 0.5) * height) / GRID_ROWS)
    for (let column = 0; column < GRID_COLUMNS; column++)
      points[i++] = value(Math.floor(((column + 0.5) * width) / GRID_COLUMNS), y)
  }
  return new Uint8Array(points.buffer)
}

/** Reads the points from a thumbnail, for pictures whose bytes can't be read. Null without a canvas. */
function canvasReader(): (image: VideoFrame | ImageBitmap) => Uint8Array | null {
  // Keeps the canvas out of graphics memory, as its pixels are read back.
  const context = new OffscreenCanvas(GRID_COLUMNS, GRID_ROWS).getContext('2d', {
    willReadFrequently: true,
    alpha: false,
  })
  return (image) => {
    if (!context) return null
    context.drawImage(image, 0, 0, GRID_COLUMNS, GRID_ROWS)
    const { data } = context.getImageData(0, 0, GRID_COLUMNS, GRID_ROWS)
    return sampled(GRID_COLUMNS, GRID_ROWS, (x, y) => {
      const here = 4 * (y * GRID_COLUMNS + x)
      return luma(data[here] ?? 0, data[here + 1] ?? 0, data[here + 2] ?? 0)
    })
  }
}
