/** Draws the body over the live picture, on a canvas that covers little more than the body. */
import { LM, type PoseFrame } from '../../core/pose/frame'
import type { Focus } from '../../core/analysis/definition'
import { linesOfFrame, type Spot } from '../parts/drawing/body'
import { boxOf, paintedBox, paintLines, sharpness, type Box, type Lit } from '../parts/drawing/paint'
import { litSpots } from '../parts/drawing/solid'

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

/** Landmarks with a lower visibility are not lit: a ring in the wrong place is worse than none. */
const LEAST_VISIBILITY = 0.3

/** Where a focus lies in a frame, in picture heights. */
function litOf({ body, width, height }: PoseFrame, focus: Focus): Lit {
  const at = (landmark: number): Spot | null => {
    const [x = 0, y = 0, , seen = 0] = body?.landmarks.slice(landmark * 4, landmark * 4 + 4) ?? []
    return seen < LEAST_VISIBILITY ? null : [(x * width) / height, y]
  }
  const [shoulder, hip] = [at(LM.leftShoulder) ?? at(LM.rightShoulder), at(LM.leftHip) ?? at(LM.rightHip)]
  const unit = shoulder && hip ? Math.hypot(hip[0] - shoulder[0], hip[1] - shoulder[1]) : 0
  return { spots: litSpots({ at, unit }, focus.joints, null), outline: focus.outline }
}

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

  /**
   * Shows the body of a frame; the picture fills a wide stage and fits a tall one.
   * @param whole whether it fits any stage
   * @param focus what the cue that is shown is about
   */
  paint(frame: PoseFrame, whole = false, focus: Focus | null = null): void {
    const context = this.#canvas.getContext('2d')
    if (context === null) return
    const ratio = sharpness()
    const { clientWidth, clientHeight } = this.#stage
    const stage = { width: Math.round(clientWidth * ratio), height: Math.round(clientHeight * ratio) }
    const box = boxOf(stage, frame, !whole && stage.width > stage.height ? 'cover' : 'contain')
    const body = linesOfFrame(frame)
    const lit = focus && litOf(frame, focus)
    if (body !== null && body.joints.length > 0)
      this.#lie(coverOf(this.#cover, paintedBox(body, box, lit), stage), ratio)
    const { left, top, width, height } = this.#cover
    context.clearRect(0, 0, width, height)
    if (body !== null) paintLines(context, body, { ...box, left: box.left - left, top: box.top - top }, lit)
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
