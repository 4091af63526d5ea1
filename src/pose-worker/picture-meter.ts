/** What a thumbnail tells of a picture: how bright it is, and whether it is the same one again. */

const WIDTH = 64
const HEIGHT = 48
/** Seconds for which a measurement stands. Reading pixels back costs 2.6 ms in software, and light changes slowly. */
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

/** Returns a meter that reads this picture, or says what one of the last quarter second gave; null without a canvas. */
export function createPictureMeter(): (
  image: VideoFrame | ImageBitmap,
  time: number,
) => PictureReading | null {
  // Kept out of the GPU: the pixels are read back.
  const context = new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d', {
    willReadFrequently: true,
    alpha: false,
  })
  let pixels: Uint8ClampedArray | null = null
  let changed = 0
  let measured: { reading: PictureReading; time: number } | null = null
  return (image, time) => {
    if (!context) return null
    if (measured && Math.abs(time - measured.time) < STANDS_FOR) return measured.reading
    context.drawImage(image, 0, 0, WIDTH, HEIGHT)
    const { data } = context.getImageData(0, 0, WIDTH, HEIGHT)
    if (!pixels || !same(pixels, data) || time < changed) changed = time
    pixels = data
    measured = { reading: { brightness: meanLuma(data), unchanged: time - changed }, time }
    return measured.reading
  }
}

const same = (a: Uint8ClampedArray, b: Uint8ClampedArray): boolean => {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

function meanLuma(data: Uint8ClampedArray): number {
  let sum = 0
  for (let i = 0; i < data.length; i += 4)
    sum += 0.2126 * (data[i] ?? 0) + 0.7152 * (data[i + 1] ?? 0) + 0.0722 * (data[i + 2] ?? 0)
  return sum / (WIDTH * HEIGHT * 255)
}
