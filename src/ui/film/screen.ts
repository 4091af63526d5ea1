/** Shows a film as the model sees it. A pose comes after its picture, so pictures wait for theirs. */
import type { FilmPainter } from '../../app/film-analysis.svelte'
import type { PoseFrame } from '../../core/pose/frame'
import { paintBody } from '../parts/paint'

interface Waiting {
  readonly time: number
  readonly canvas: OffscreenCanvas
}

/** One picture is with the model while the next is decoded. */
const WAITING = 3

export class FilmScreen implements FilmPainter {
  #canvas: HTMLCanvasElement | null = null
  #waiting: Waiting[] = []

  /** Takes the canvas to draw on; returns how to let go of it. */
  showOn(canvas: HTMLCanvasElement): () => void {
    this.#canvas = canvas
    return () => {
      this.#canvas = null
      this.#waiting = []
    }
  }

  picture(picture: VideoFrame | ImageBitmap, time: number): void {
    const [width, height] =
      picture instanceof VideoFrame
        ? [picture.displayWidth, picture.displayHeight]
        : [picture.width, picture.height]
    const canvas = new OffscreenCanvas(width, height)
    canvas.getContext('2d')?.drawImage(picture, 0, 0)
    this.#waiting = [...this.#waiting.slice(1 - WAITING), { time, canvas }]
  }

  pose(frame: PoseFrame): void {
    const canvas = this.#canvas
    // Within a millisecond: the model's clock may be nudged to stay in order.
    const shown = this.#waiting.find(({ time }) => Math.abs(time - frame.time) < 1e-3)
    if (canvas === null || shown === undefined) return
    const { width, height } = shown.canvas
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width
      canvas.height = height
    }
    const context = canvas.getContext('2d')
    if (context === null) return
    context.drawImage(shown.canvas, 0, 0)
    paintBody(context, frame, { left: 0, top: 0, width, height })
  }
}
