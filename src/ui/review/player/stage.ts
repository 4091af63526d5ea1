/** Draws the body of a moment, with the example behind it, and marks the joints that a check is about. */
import type { Focus } from '../../../core/analysis/definition'
import { alignment, chordOf, moved, SAME_PLACE, type Similarity } from '../../../core/pose/align'
import type { PoseFrame } from '../../../core/pose/frame'
import { linesOfFrame, type BodyLines, type Spot } from '../../parts/drawing/body'

/** The part of the picture that is shown, in shares of its height. */
export interface Crop {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Colours {
  readonly bone: string
  readonly outline: string
  readonly ghost: string
  readonly lit: string
}

const MARGIN = 0.04
/** Limits of the stage's width divided by its height. */
const LEAST_ASPECT = 1.2
const MOST_ASPECT = 2.4

/** The part of the picture that contains the body in all frames, so that the view never jumps. */
export function cropOf(frames: readonly PoseFrame[]): Crop {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  frames.forEach((frame, index) => {
    // One frame in five is enough.
    if (index % 5 !== 0) return
    const body = linesOfFrame(frame)
    if (body === null) return
    const { head } = body
    const skull: readonly Spot[] =
      head === null
        ? []
        : [
            [head.x - head.radius, head.y - head.radius],
            [head.x + head.radius, head.y + head.radius],
          ]
    for (const [x, y] of [...body.joints, ...body.outline.flat(), ...skull]) {
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  })
  if (!(right > left && bottom > top)) return { left: 0, top: 0, width: 4 / 3, height: 1 }
  const height = Math.max(bottom - top + 2 * MARGIN, (right - left + 2 * MARGIN) / MOST_ASPECT)
  const width = Math.max(right - left + 2 * MARGIN, height * LEAST_ASPECT)
  return { left: (left + right - width) / 2, top: (top + bottom - height) / 2, width, height }
}

export interface Scene {
  readonly frame: PoseFrame | undefined
  /** The example at the same moment; undefined where there is none. */
  readonly example: PoseFrame | undefined
  readonly focus: Focus | null
}

export function paintScene(
  context: CanvasRenderingContext2D,
  { frame, example, focus }: Scene,
  crop: Crop,
  colours: Colours,
): void {
  const { width, height } = context.canvas
  context.clearRect(0, 0, width, height)
  const scale = Math.min(width / crop.width, height / crop.height)
  const left = (width - crop.width * scale) / 2
  const top = (height - crop.height * scale) / 2
  const place = ([x, y]: Spot): Spot => [left + (x - crop.left) * scale, top + (y - crop.top) * scale]
  const unit = Math.max(1, height / 320)
  const body = frame === undefined ? null : linesOfFrame(frame)
  context.lineCap = 'round'
  context.lineJoin = 'round'
  const ghost = example === undefined ? null : linesOfFrame(example)
  if (ghost !== null && example !== undefined) {
    const onto = laid(example, frame)
    const put = ([x, y]: Spot): Spot => {
      const at = moved(onto, { x, y })
      return place([at.x, at.y])
    }
    context.setLineDash([5 * unit, 6 * unit])
    drawBody(context, ghost, put, { bone: colours.ghost, outline: colours.ghost }, 2.4 * unit)
    context.setLineDash([])
  }
  if (body === null || frame === undefined) return
  const outline = focus?.outline === true ? colours.lit : colours.outline
  drawBody(context, body, place, { bone: colours.bone, outline }, 3.2 * unit)
  for (const joint of focus?.joints ?? []) light(context, frame, joint, place, unit, colours.lit)
}

/** The transform that puts the example's trunk onto this body's. */
function laid(example: PoseFrame, frame: PoseFrame | undefined): Similarity {
  const [from, onto] = [chordOf(example), frame && chordOf(frame)]
  return from && onto ? alignment(from, onto) : SAME_PLACE
}

function drawBody(
  context: CanvasRenderingContext2D,
  body: BodyLines,
  place: (spot: Spot) => Spot,
  colours: { readonly bone: string; readonly outline: string },
  width: number,
): void {
  context.lineWidth = width
  context.strokeStyle = colours.bone
  for (const bone of body.bones) line(context, bone.map(place))
  if (body.head) {
    const [x, y] = place([body.head.x, body.head.y])
    const [edge] = place([body.head.x + body.head.radius, body.head.y])
    context.beginPath()
    context.arc(x, y, Math.abs(edge - x), 0, Math.PI * 2)
    context.stroke()
  }
  context.lineWidth = width * 1.3
  context.strokeStyle = colours.outline
  for (const piece of body.outline) line(context, piece.map(place))
}

/** A ring around a joint, which can be seen without colour. */
function light(
  context: CanvasRenderingContext2D,
  { body, width, height }: PoseFrame,
  joint: number,
  place: (spot: Spot) => Spot,
  unit: number,
  colour: string,
): void {
  if (body === null || (body.landmarks[joint * 4 + 3] ?? 0) < 0.3) return
  const [x, y] = place([
    (body.landmarks[joint * 4] ?? 0) * (width / height),
    body.landmarks[joint * 4 + 1] ?? 0,
  ])
  context.strokeStyle = colour
  context.lineWidth = 3 * unit
  context.beginPath()
  context.arc(x, y, 8 * unit, 0, Math.PI * 2)
  context.stroke()
}

function line(context: CanvasRenderingContext2D, spots: readonly Spot[]): void {
  context.beginPath()
  spots.forEach(([x, y], index) => {
    if (index === 0) context.moveTo(x, y)
    else context.lineTo(x, y)
  })
  context.stroke()
}
