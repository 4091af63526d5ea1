/** Shows a film as the model sees it. A pose comes after its picture, so pictures wait for theirs. */
import type { FilmPainter } from '../../app/camera/film-analysis.svelte'
import type { PoseFrame } from '../../core/pose/frame'
import { paintBody } from '../parts/drawing/paint'

interface Waiting {
  readonly time: number
  readonly picture: VideoFrame | OffscreenCanvas
}

/** Two are with the model or next in line while one is shown. */
const MOST_WAITING = 3

export class FilmScreen implements FilmPainter {
  #canvas: HTMLCanvasElement | null = null
  #waiting: Waiting[] = []

  /** Takes the canvas to draw on; returns how to let go of it. */
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
    // Within a millisecond: the model's clock may be nudged to stay in order.
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

  /** Lets go of all but the latest. */
  #keep(count: number): void {
    for (const { picture } of this.#waiting.splice(0, Math.max(0, this.#waiting.length - count)))
      if (picture instanceof VideoFrame) picture.close()
  }
}

/** A picture that outlives the one that the model takes over: of a frame a second handle, nothing is copied. */
function ownOf(picture: VideoFrame | ImageBitmap): VideoFrame | OffscreenCanvas {
  if (picture instanceof VideoFrame) return picture.clone()
  const canvas = new OffscreenCanvas(picture.width, picture.height)
  canvas.getContext('2d')?.drawImage(picture, 0, 0)
  return canvas
}
