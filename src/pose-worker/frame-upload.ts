/** What the model is shown of a frame: the frame itself, or its pixels, whichever reaches the graphics sooner here. */

import { median } from '../core/pose/geometry'

/** What of a frame reaches the graphics. */
type Shown = VideoFrame | ImageData

/** Share of the frame's own time that its pixels may take at most: a hair is no reason. */
const WORTH = 0.8
/** Turns each, after one that compiles. */
const TURNS = 3
/** Frames before they are timed: the first pose is not kept waiting. */
const BEFORE = 10

/**
 * Returns what to show of a frame, which may be used until the frame is closed or the next one asked for.
 *
 * The model takes pictures from the graphics, also where the processor runs it. A chip takes a frame at once; graphics
 * in software convert it in 10 ms, a seventh of what the model needs, where the browser's own conversion and the
 * plain upload of its pixels take 5. So both are timed, once for each format; what the model finds is the same.
 */
export function createShowing(): (frame: VideoFrame) => Promise<Shown> {
  const quicker = new Map<string, boolean>()
  const pixels = createPixels()
  let frames = 0
  return async (frame) => {
    if (frames++ < BEFORE) return frame
    const kind = frame.format ?? 'opaque'
    let byPixels = quicker.get(kind)
    if (byPixels === undefined) {
      byPixels = await pixelsAreQuicker(frame, pixels).catch(() => false)
      quicker.set(kind, byPixels)
    }
    return (byPixels ? await pixels(frame).catch(() => null) : null) ?? frame
  }
}

type Pixels = (frame: VideoFrame) => Promise<ImageData | null>

/** What newer browsers know and TypeScript's library does not yet. */
interface ConvertingCopy {
  readonly format: 'RGBA'
  readonly colorSpace: 'srgb'
}

interface Turned {
  readonly rotation?: number
  readonly flip?: boolean
}

/**
 * Returns a reader of a frame's pixels, which stand until the next frame's are read. Null where the browser does
 * not convert: older ones give the frame's own format whatever is asked.
 */
export function createPixels(): Pixels {
  const options: VideoFrameCopyToOptions & ConvertingCopy = { format: 'RGBA', colorSpace: 'srgb' }
  let image: ImageData | null = null
  return async (frame: VideoFrame & Turned) => {
    const { displayWidth: width, displayHeight: height, visibleRect } = frame
    // One that is shown in another shape than it has, turned or mirrored, is the graphics' business.
    if ((frame.rotation ?? 0) !== 0 || frame.flip === true) return null
    if (visibleRect?.width !== width || visibleRect.height !== height) return null
    if (frame.allocationSize(options) !== width * height * 4) return null
    if (image?.width !== width || image.height !== height) image = new ImageData(width, height)
    const [plane] = await frame.copyTo(image.data, options)
    return plane?.offset === 0 && plane.stride === width * 4 ? image : null
  }
}

async function pixelsAreQuicker(frame: VideoFrame, pixels: Pixels): Promise<boolean> {
  const upload = createUpload()
  if (upload === null || (await pixels(frame)) === null) return false
  const itself: number[] = []
  const converted: number[] = []
  for (let turn = 0; turn <= TURNS; turn++) {
    const began = performance.now()
    upload.take(frame)
    const between = performance.now()
    const image = await pixels(frame)
    if (image !== null) upload.take(image)
    itself.push(between - began)
    converted.push(performance.now() - between)
  }
  upload.close()
  return median(converted.slice(1)) <= WORTH * median(itself.slice(1))
}

interface Upload {
  /** Returns when the picture has arrived. */
  take(picture: Shown): void
  close(): void
}

/** A context of its own, so that the model's stays as it is; null where there is none to be had. */
function createUpload(): Upload | null {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2')
  if (gl === null) return null
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture())
  gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer())
  const texture = gl.getParameter(gl.TEXTURE_BINDING_2D) as WebGLTexture
  const pixel = new Uint8Array(4)
  return {
    take: (picture) => {
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, picture)
      gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0)
      // What is read has arrived.
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel)
    },
    close: () => gl.getExtension('WEBGL_lose_context')?.loseContext(),
  }
}
