/** Reads the person mask from the processor's memory or the graphics chip's. */
import type { MPMask } from '@mediapipe/tasks-vision'

/**
 * Gives a mask as `width` × `height` confidences of 0-1, row by row from the top; null for one that can't be read. The
 * array is valid until the next mask is read.
 */
export type MaskReader = (mask: MPMask) => Float32Array | null

/**
 * On the graphics chip a mask is a texture of bytes. tasks-vision 0.10.35 asks for floats, which WebGL refuses, and
 * returns zeros without an error (google-ai-edge/mediapipe issue 4757), so such a texture is read here.
 * @param canvas the canvas that the model was created with
 */
export function createMaskReader(canvas: OffscreenCanvas): MaskReader {
  let bytes = new Uint8Array()
  let values = new Float32Array()
  let frame: WebGLFramebuffer | null = null
  return (mask) => {
    if (!mask.hasWebGLTexture()) return mask.getAsFloat32Array()
    const gl = canvas.getContext('webgl2')
    if (gl === null) return null
    const { width, height } = mask
    if (values.length !== width * height) {
      bytes = new Uint8Array(width * height * 4)
      values = new Float32Array(width * height)
    }
    frame ??= gl.createFramebuffer()
    const bound = gl.getParameter(gl.FRAMEBUFFER_BINDING) as WebGLFramebuffer | null
    gl.bindFramebuffer(gl.FRAMEBUFFER, frame)
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, mask.getAsWebGLTexture(), 0)
    const whole = gl.checkFramebufferStatus(gl.FRAMEBUFFER) === gl.FRAMEBUFFER_COMPLETE
    if (whole) gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, bytes)
    gl.bindFramebuffer(gl.FRAMEBUFFER, bound)
    if (!whole) return null
    for (let i = 0; i < values.length; i++) values[i] = (bytes[i * 4] ?? 0) / 255
    return values
  }
}
