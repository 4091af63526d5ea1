/** Pictures in the size that the model takes. */

/** Pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

const LONG_SIDE_PX = 640
const SHORT_SIDE_PX = 480

/**
 * The size in which a picture is shown to the model: at most 640×480 (480×640 upright), never enlarged,
 * the same shape within half a pixel. The width is a multiple of 4: the pose model aborts on any other.
 */
export function fitted(size: Size): Size {
  const { width, height } = size
  const [boxWidth, boxHeight] =
    width >= height ? [LONG_SIDE_PX, SHORT_SIDE_PX] : [SHORT_SIDE_PX, LONG_SIDE_PX]
  const scale = Math.min(1, boxWidth / width, boxHeight / height)
  return scaled(size, scale)
}

/** A size times `scale`, with a width that is a multiple of 4 and at least 4. */
export function scaled({ width, height }: Size, scale: number): Size {
  const scaledWidth = Math.max(4, Math.floor((width * scale) / 4) * 4)
  return { width: scaledWidth, height: Math.max(1, Math.round((scaledWidth * height) / width)) }
}

/** Draws pictures in another size, on one canvas that is reused. */
export class Shrinker {
  #canvas: OffscreenCanvas | null = null

  shrink({ width, height }: Size, draw: (context: OffscreenCanvasRenderingContext2D) => void): ImageBitmap {
    if (this.#canvas?.width !== width || this.#canvas.height !== height)
      this.#canvas = new OffscreenCanvas(width, height)
    const context = this.#canvas.getContext('2d', { alpha: false })
    if (!context) throw new Error('no 2D canvas')
    draw(context)
    return this.#canvas.transferToImageBitmap()
  }
}
