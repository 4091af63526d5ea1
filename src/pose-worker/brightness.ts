/** How bright a picture is, from a thumbnail: enough to say "it is too dark here". */

const WIDTH = 16
const HEIGHT = 12

/** Returns a meter that gives a picture's mean luma, 0-1 (Rec. 709 weights on gamma-coded values); null without a canvas. */
export function createBrightnessMeter(): (image: VideoFrame | ImageBitmap) => number | null {
  // Kept out of the GPU: the pixels are read back for every picture.
  const context = new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d', {
    willReadFrequently: true,
    alpha: false,
  })
  return (image) => {
    if (!context) return null
    context.drawImage(image, 0, 0, WIDTH, HEIGHT)
    const { data } = context.getImageData(0, 0, WIDTH, HEIGHT)
    let sum = 0
    for (let i = 0; i < data.length; i += 4)
      sum += 0.2126 * (data[i] ?? 0) + 0.7152 * (data[i + 1] ?? 0) + 0.0722 * (data[i + 2] ?? 0)
    return sum / (WIDTH * HEIGHT * 255)
  }
}
