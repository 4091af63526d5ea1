/** Draws the body over the live picture, on a canvas that covers little more than the body. */
import type { PoseFrame } from '../../core/pose/frame'
import { linesOfFrame } from '../parts/drawing/body'
import { boxOf, paintedBox, paintLines, sharpness, type Box } from '../parts/drawing/paint'

type Size = Pick<Box, 'width' | 'height'>

/** Margin around the body as a share of the stage's shorter side; most movement stays inside. */
const MARGIN_SHARE = 0.08
/** A canvas this many times larger than needed is made smaller. */
const TOO_LARGE_RATIO = 3

/**
 * Where the canvas should be on the stage: unchanged as long as it covers the body and is not far too large. The
 * browser composes the covered area again at every pose, and every new size allocates memory.
 * @returns whole pixels, in the same unit as the arguments
 */
export function coverOf(now: Box, body: Box, stage: Size): Box {
  const needed = within(body, stage, 0)
  const room = MARGIN_SHARE * Math.min(stage.width, stage.height)
  const fresh = within(body, stage, room)
  const fits = holds(now, needed) && holds({ left: 0, top: 0, ...stage }, now)
  return fits && areaOf(now) <= TOO_LARGE_RATIO * areaOf(fresh) ? now : fresh
}

function within({ left, top, width, height }: Box, stage: Size, room: number): Box {
  const from = (at: number): number => Math.max(0, Math.floor(at - room))
  const to = (at: number, end: number): number => Math.min(end, Math.ceil(at + room))
  const [x, y] = [from(left), from(top)]
  return {
    left: x,
    top: y,
    width: Math.max(0, to(left + width, stage.width) - x),
    height: Math.max(0, to(top + height, stage.height) - y),
  }
}

const areaOf = ({ width, height }: Size): number => width * height

const holds = (outer: Box, inner: Box): boolean =>
  outer.left <= inner.left &&
  outer.top <= inner.top &&
  outer.left + outer.width >= inner.left + inner.width &&
  outer.top + outer.height >= inner.top + inner.height

export class Overlay {
  readonly #canvas: HTMLCanvasElement
  readonly #stage: HTMLElement
  #cover: Box = { left: 0, top: 0, width: 0, height: 0 }
  #ratio = 0

  /** @param canvas positioned absolutely on the stage; the overlay sets its place and size */
  constructor(canvas: HTMLCanvasElement, stage: HTMLElement) {
    this.#canvas = canvas
    this.#stage = stage
  }

  /** Shows the body of a frame; the picture fills a wide stage and fits a tall one. */
  paint(frame: PoseFrame): void {
    const context = this.#canvas.getContext('2d')
    if (context === null) return
    const ratio = sharpness()
    const { clientWidth, clientHeight } = this.#stage
    const stage = { width: Math.round(clientWidth * ratio), height: Math.round(clientHeight * ratio) }
    const box = boxOf(stage, frame, stage.width > stage.height ? 'cover' : 'contain')
    const body = linesOfFrame(frame)
    if (body !== null && body.joints.length > 0)
      this.#lie(coverOf(this.#cover, paintedBox(body, box), stage), ratio)
    const { left, top, width, height } = this.#cover
    context.clearRect(0, 0, width, height)
    if (body !== null) paintLines(context, body, { ...box, left: box.left - left, top: box.top - top })
  }

  #lie(cover: Box, ratio: number): void {
    if (cover === this.#cover && ratio === this.#ratio) return
    this.#cover = cover
    this.#ratio = ratio
    const { left, top, width, height } = cover
    Object.assign(this.#canvas, { width, height })
    const { style } = this.#canvas
    for (const [name, value] of Object.entries({ left, top, width, height }))
      style.setProperty(name, `${String(value / ratio)}px`)
  }
}
