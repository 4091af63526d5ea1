/** Draws a film as the model sees it. Pictures wait for their pose, which comes later. */
import type { FilmPainter } from '../../app/camera/film-analysis.svelte'
import type { PoseFrame } from '../../core/pose/frame'
import { paintBody } from '../parts/drawing/paint'

interface Waiting {
  readonly time: number
  readonly picture: VideoFrame | OffscreenCanvas
}

/** Pictures that wait at most: one is shown while the model has one and another is next. */
const MOST_WAITING = 3

export class FilmScreen implements FilmPainter {
  #canvas: HTMLCanvasElement | null = null
  #waiting: Waiting[] = []

  /** Sets the canvas to draw on; returns a function that removes it. */
  showOn(canvas: HTMLCanvasElement): () => void {
    this.#canvas = canvas
    return () => {
      this.#canvas = null
      this.#keep(0)
    }
  }

  picture(picture: VideoFrame | ImageBitmap, time: number): void {
    if (this.#canvas === null) return
    this.#waiting.push({ time, picture: ownOf(picture) })
    this.#keep(MOST_WAITING)
  }

  pose(frame: PoseFrame): void {
    const canvas = this.#canvas
    // Times may differ by a millisecond, as the model's clock must always increase.
    const at = this.#waiting.findIndex(({ time }) => Math.abs(time - frame.time) < 1e-3)
    const shown = this.#waiting[at]
    if (canvas === null || shown === undefined) return
    const { width, height } = frame
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width
      canvas.height = height
    }
    const context = canvas.getContext('2d')
    if (context === null) return
    context.drawImage(shown.picture, 0, 0)
    paintBody(context, frame, { left: 0, top: 0, width, height })
    this.#keep(this.#waiting.length - at - 1)
  }

  /** Closes all pictures but the latest. */
  #keep(count: number): void {
    for (const { picture } of this.#waiting.splice(0, Math.max(0, this.#waiting.length - count)))
      if (picture instanceof VideoFrame) picture.close()
  }
}

/** A second handle to a frame, which stays open when the model closes its own. Copies nothing for a VideoFrame. */
function ownOf(picture: VideoFrame | ImageBitmap): VideoFrame | OffscreenCanvas {
  if (picture instanceof VideoFrame) return picture.clone()
  const canvas = new OffscreenCanvas(picture.width, picture.height)
  canvas.getContext('2d')?.drawImage(picture, 0, 0)
  return canvas
}
