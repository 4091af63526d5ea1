/** Draws a body onto the canvas that lies over the picture. */
import type { PoseFrame } from '../../../core/pose/frame'
import { linesOfFrame, type BodyLines, type Spot } from './body'

/** A part of a canvas or a stage, or where a picture lies on it, in its pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The box of a picture that fills (`cover`) or fits (`contain`) a stage. */
export function boxOf(
  stage: { readonly width: number; readonly height: number },
  picture: { readonly width: number; readonly height: number },
  fit: 'cover' | 'contain',
): Box {
  const across = stage.width / picture.width
  const down = stage.height / picture.height
  const scale = fit === 'cover' ? Math.max(across, down) : Math.min(across, down)
  const width = picture.width * scale
  const height = picture.height * scale
  return { left: (stage.width - width) / 2, top: (stage.height - height) / 2, width, height }
}

const BONE = 'rgb(255 255 255 / 85%)'
const EDGE = 'rgb(0 0 0 / 45%)'
const OUTLINE = '#6fe0d6'
const LIT = '#ffb454'

/** What a cue is about: spots of the body, and whether it is the trunk's outline. */
export interface Lit {
  readonly spots: readonly Spot[]
  readonly outline: boolean
}

/** Radius and stroke of the ring round a lit joint, in pixels of a picture that is 480 high. */
const RING = 22
const RING_STROKE = 5

/** The widest stroke; half of it is outside of the line on either side. */
const WIDEST_STROKE = 6

/** The factor by which strokes grow with the picture. */
const unitOf = (box: Box): number => Math.max(1, box.height / 480)

/** Where on a canvas a spot of a body lies, by where the picture does. */
const placedIn =
  ({ left, top, height }: Box) =>
  ([x, y]: Spot): Spot => [left + x * height, top + y * height]

/** The part of a canvas on which `paintLines` draws a body. */
export function paintedBox(body: BodyLines, box: Box, lit: Lit | null = null): Box {
  const spots = [body.bones.flat(), body.joints, body.outline.flat()].flat().map(placedIn(box))
  const across = spots.map(([x]) => x)
  const down = spots.map(([, y]) => y)
  const ring = lit === null || lit.spots.length === 0 ? 0 : RING + RING_STROKE
  const edge = Math.max(WIDEST_STROKE / 2, ring) * unitOf(box)
  const [left, top] = [Math.min(...across) - edge, Math.min(...down) - edge]
  return { left, top, width: Math.max(...across) + edge - left, height: Math.max(...down) + edge - top }
}

export function paintBody(context: CanvasRenderingContext2D, frame: PoseFrame, box: Box): void {
  const body = linesOfFrame(frame)
  if (body !== null) paintLines(context, body, box)
}

export function paintLines(
  context: CanvasRenderingContext2D,
  body: BodyLines,
  box: Box,
  lit: Lit | null = null,
): void {
  const unit = unitOf(box)
  const place = placedIn(box)
  context.lineCap = 'round'
  context.lineJoin = 'round'
  for (const [width, colour] of [
    [4.5 * unit, EDGE],
    [2.2 * unit, BONE],
  ] as const) {
    context.lineWidth = width
    context.strokeStyle = colour
    for (const bone of body.bones) trace(context, bone.map(place))
  }
  context.fillStyle = BONE
  for (const joint of body.joints) {
    const [x, y] = place(joint)
    context.beginPath()
    context.arc(x, y, 3 * unit, 0, Math.PI * 2)
    context.fill()
  }
  for (const [width, colour] of [
    [WIDEST_STROKE * unit, EDGE],
    [3.4 * unit, lit?.outline === true ? LIT : OUTLINE],
  ] as const) {
    context.lineWidth = width
    context.strokeStyle = colour
    for (const stroke of body.outline) trace(context, stroke.map(place))
  }
  for (const spot of lit?.spots ?? []) {
    const [x, y] = place(spot)
    for (const [width, colour] of [
      [(RING_STROKE + 3) * unit, EDGE],
      [RING_STROKE * unit, LIT],
    ] as const) {
      context.lineWidth = width
      context.strokeStyle = colour
      context.beginPath()
      context.arc(x, y, RING * unit, 0, Math.PI * 2)
      context.stroke()
    }
  }
}

function trace(context: CanvasRenderingContext2D, spots: readonly Spot[]): void {
  context.beginPath()
  spots.forEach(([x, y], index) => {
    if (index === 0) context.moveTo(x, y)
    else context.lineTo(x, y)
  })
  context.stroke()
}

/** Canvas pixels for each CSS pixel; more than this can't be seen. */
export const sharpness = (): number => Math.min(2, window.devicePixelRatio)

/** Gives a canvas the resolution of the screen; true when its size changed. */
export function fitToScreen(canvas: HTMLCanvasElement): boolean {
  const ratio = sharpness()
  const width = Math.round(canvas.clientWidth * ratio)
  const height = Math.round(canvas.clientHeight * ratio)
  if (canvas.width === width && canvas.height === height) return false
  canvas.width = width
  canvas.height = height
  return true
}
