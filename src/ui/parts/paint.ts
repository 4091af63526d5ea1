/** Draws a body onto the canvas that lies over the picture. */
import type { PoseFrame } from '../../core/pose/frame'
import { linesOfFrame, type Spot } from './body'

/** Where the picture lies on the canvas, in canvas pixels. */
export interface PictureBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The box of a picture that fills (`cover`) or fits (`contain`) a canvas. */
export function boxOf(
  canvas: { readonly width: number; readonly height: number },
  picture: { readonly width: number; readonly height: number },
  fit: 'cover' | 'contain',
): PictureBox {
  const across = canvas.width / picture.width
  const down = canvas.height / picture.height
  const scale = fit === 'cover' ? Math.max(across, down) : Math.min(across, down)
  const width = picture.width * scale
  const height = picture.height * scale
  return { left: (canvas.width - width) / 2, top: (canvas.height - height) / 2, width, height }
}

const BONE = 'rgb(255 255 255 / 85%)'
const EDGE = 'rgb(0 0 0 / 45%)'
const OUTLINE = '#6fe0d6'

export function paintBody(context: CanvasRenderingContext2D, frame: PoseFrame, box: PictureBox): void {
  const body = linesOfFrame(frame)
  if (body === null) return
  const unit = Math.max(1, box.height / 480)
  const place = ([x, y]: Spot): Spot => [box.left + x * box.height, box.top + y * box.height]
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
    [6 * unit, EDGE],
    [3.4 * unit, OUTLINE],
  ] as const) {
    context.lineWidth = width
    context.strokeStyle = colour
    for (const piece of body.outline) trace(context, piece.map(place))
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

/** Makes a canvas as sharp as the screen; true when its size changed. */
export function fitToScreen(canvas: HTMLCanvasElement): boolean {
  const ratio = Math.min(2, window.devicePixelRatio)
  const width = Math.round(canvas.clientWidth * ratio)
  const height = Math.round(canvas.clientHeight * ratio)
  if (canvas.width === width && canvas.height === height) return false
  canvas.width = width
  canvas.height = height
  return true
}
