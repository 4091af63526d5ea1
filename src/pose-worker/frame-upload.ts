/** Chooses what goes to the model: the frame itself or its pixels, whichever reaches the graphics sooner on this device. */

import { median } from '../core/pose/geometry'

type ModelInput = VideoFrame | ImageData

/** Pixels are used when they take at most this share of the time that the frame itself takes. */
const QUICKER_BY_SHARE = 0.8
/** Timed uploads of each kind, after one that compiles. */
const TIMED_TURNS = 3
/** Timing starts after this many frames, so that it does not delay the first pose. */
const FRAMES_BEFORE_TIMING = 10

/**
 * Returns a function that gives the model's input for a frame. The input is valid until the frame is closed or the
 * next one is asked for.
 *
 * The model takes its pictures from the graphics, even where the processor runs it. A graphics chip takes a frame at
 * once. Software graphics convert it in 10 ms, a seventh of the model's own time; the browser's conversion and an
 * upload of the pixels take 5 ms. Both are timed once for each pixel format. The poses are the same.
 */
export function createModelInput(): (frame: VideoFrame) => Promise<ModelInput> {
  const quicker = new Map<string, boolean>()
  const pixels = createPixels()
  let frames = 0
  return async (frame) => {
    if (frames++ < FRAMES_BEFORE_TIMING) return frame
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

/** Options that newer browsers know and TypeScript's library does not yet. */
interface ConvertingCopy {
  readonly format: 'RGBA'
  readonly colorSpace: 'srgb'
}

interface Turned {
  readonly rotation?: number
  readonly flip?: boolean
}

/**
 * Returns a reader of a frame's pixels, RGBA, which are valid until the next frame is read. Null where the browser
 * does not convert: older ones give the frame's own format whatever is asked for.
 */
export function createPixels(): Pixels {
  const options: VideoFrameCopyToOptions & ConvertingCopy = { format: 'RGBA', colorSpace: 'srgb' }
  let image: ImageData | null = null
  return async (frame: VideoFrame & Turned) => {
    const { displayWidth: width, displayHeight: height, visibleRect } = frame
    // The graphics handle a frame that is cropped, turned or mirrored.
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
  for (let turn = 0; turn <= TIMED_TURNS; turn++) {
    const began = performance.now()
    upload.take(frame)
    const between = performance.now()
    const image = await pixels(frame)
    if (image !== null) upload.take(image)
    itself.push(between - began)
    converted.push(performance.now() - between)
  }
  upload.close()
  return median(converted.slice(1)) <= QUICKER_BY_SHARE * median(itself.slice(1))
}

interface Upload {
  /** Returns when the graphics have the picture. */
  take(picture: ModelInput): void
  close(): void
}

/** Uses a context of its own, so that the model's is left alone. Null where the browser gives none. */
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
      // Reading a pixel back waits until the upload is done.
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel)
    },
    close: () => gl.getExtension('WEBGL_lose_context')?.loseContext(),
  }
}
