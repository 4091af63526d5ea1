import type { MPMask } from '@mediapipe/tasks-vision'
import { describe, expect, it } from 'vitest'
import { createMaskReader } from '../../src/pose-worker/mask'

const WIDTH = 8
const HEIGHT = 4
const SIZE = { width: WIDTH, height: HEIGHT }
const canvas = new OffscreenCanvas(1, 1)

function context(): WebGL2RenderingContext {
  const gl = canvas.getContext('webgl2')
  if (!gl) throw new Error('no WebGL2')
  return gl
}

/** A mask as the graphics delegate leaves it: bytes, the share in red and alpha. */
function textureMask(share: (index: number) => number): MPMask {
  const gl = context()
  const bytes = new Uint8Array(WIDTH * HEIGHT * 4)
  for (let i = 0; i < WIDTH * HEIGHT; i++) bytes[i * 4] = bytes[i * 4 + 3] = Math.round(255 * share(i))
  const texture = gl.createTexture()
  gl.bindTexture(gl.TEXTURE_2D, texture)
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, WIDTH, HEIGHT, 0, gl.RGBA, gl.UNSIGNED_BYTE, bytes)
  return {
    ...SIZE,
    hasWebGLTexture: () => true,
    getAsWebGLTexture: () => texture,
    // What the library does with such a one.
    getAsFloat32Array: () => new Float32Array(WIDTH * HEIGHT),
  } as unknown as MPMask
}

describe('reading a mask', () => {
  it('takes the shares out of a texture, row by row, mask after mask', () => {
    const read = createMaskReader(canvas)
    for (const share of [(i: number) => i / 32, (i: number) => 1 - i / 32]) {
      const values = read(textureMask(share))
      expect(values).toHaveLength(WIDTH * HEIGHT)
      values?.forEach((value, i) => expect(value).toBeCloseTo(share(i), 2))
    }
  })

  it('leaves the context as it found it', () => {
    const gl = context()
    const bound = gl.createFramebuffer()
    gl.bindFramebuffer(gl.FRAMEBUFFER, bound)
    createMaskReader(canvas)(textureMask(() => 1))
    expect(gl.getParameter(gl.FRAMEBUFFER_BINDING)).toBe(bound)
    expect(gl.getError()).toBe(gl.NO_ERROR)
    gl.bindFramebuffer(gl.FRAMEBUFFER, null)
  })

  it('gives null for a texture that can’t be read, never zeros', () => {
    const gl = context()
    const texture = gl.createTexture()
    gl.bindTexture(gl.TEXTURE_2D, texture)
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGB9_E5, WIDTH, HEIGHT, 0, gl.RGB, gl.FLOAT, null)
    const mask = { ...SIZE, hasWebGLTexture: () => true, getAsWebGLTexture: () => texture }
    expect(createMaskReader(canvas)(mask as unknown as MPMask)).toBeNull()
  })

  it('takes numbers as they are', () => {
    const values = new Float32Array(WIDTH * HEIGHT).fill(0.3)
    const mask = {
      width: WIDTH,
      height: HEIGHT,
      hasWebGLTexture: () => false,
      getAsFloat32Array: () => values,
    }
    expect(createMaskReader(canvas)(mask as unknown as MPMask)).toBe(values)
  })
})
