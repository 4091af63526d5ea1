/** How bright a picture is, from a thumbnail: enough to say "it is too dark here". */

const WIDTH = 16
const HEIGHT = 12
/** Seconds for which a measurement stands. Reading pixels back costs 2.6 ms in software, and light changes slowly. */
const STANDS_FOR = 0.25

/**
 * Returns a meter that gives a picture's mean luma, 0-1 (Rec. 709 weights on gamma-coded values), from this
 * picture or one of the last quarter second; null without a canvas.
 */
export function createBrightnessMeter(): (image: VideoFrame | ImageBitmap, time: number) => number | null {
  // Kept out of the GPU: the pixels are read back.
  const context = new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d', {
    willReadFrequently: true,
    alpha: false,
  })
  let measured: { value: number; time: number } | null = null
  return (image, time) => {
    if (!context) return null
    if (!measured || !(Math.abs(time - measured.time) < STANDS_FOR))
      measured = { value: meanLuma(context, image), time }
    return measured.value
  }
}

function meanLuma(context: OffscreenCanvasRenderingContext2D, image: VideoFrame | ImageBitmap): number {
  context.drawImage(image, 0, 0, WIDTH, HEIGHT)
  const { data } = context.getImageData(0, 0, WIDTH, HEIGHT)
  let sum = 0
  for (let i = 0; i < data.length; i += 4)
    sum += 0.2126 * (data[i] ?? 0) + 0.7152 * (data[i + 1] ?? 0) + 0.0722 * (data[i + 2] ?? 0)
  return sum / (WIDTH * HEIGHT * 255)
}
