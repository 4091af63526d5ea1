import { describe, expect, it, vi } from 'vitest'
import { createPixels, createModelInput } from '../../src/pose-worker/frame-upload'

const WIDTH = 64
const HEIGHT = 48

/** Every brightness beside every colour. */
function frame(
  seed = 0,
  shown: { displayWidth?: number; displayHeight?: number; rotation?: number; flip?: boolean } = {},
): VideoFrame {
  const bytes = new Uint8Array(WIDTH * HEIGHT * 1.5)
  for (let i = 0; i < bytes.length; i++) bytes[i] = 16 + ((i * 37 + 50 * seed) % 220)
  const colorSpace: VideoColorSpaceInit = {
    ...{ primaries: 'smpte170m', transfer: 'smpte170m', matrix: 'smpte170m' },
    fullRange: false,
  }
  const size = { codedWidth: WIDTH, codedHeight: HEIGHT, ...shown }
  return new VideoFrame(bytes, { format: 'I420', timestamp: 0, colorSpace, ...size })
}

/** What the model finds in the graphics. */
function arrived(picture: VideoFrame | ImageData): Uint8Array {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2')
  if (!gl) throw new Error('no WebGL2')
  const texture = gl.createTexture()
  gl.bindTexture(gl.TEXTURE_2D, texture)
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, picture)
  gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer())
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0)
  const bytes = new Uint8Array(WIDTH * HEIGHT * 4)
  gl.readPixels(0, 0, WIDTH, HEIGHT, gl.RGBA, gl.UNSIGNED_BYTE, bytes)
  return bytes
}

const apart = (one: Uint8Array, other: Uint8Array): number =>
  one.reduce((most, value, i) => Math.max(most, Math.abs(value - (other[i] ?? NaN))), 0)

describe('what the model is shown of a frame', () => {
  it('is the same picture, whichever way it takes', async () => {
    const picture = frame()
    const pixels = await createPixels()(picture)
    if (!pixels) throw new Error('this browser does not convert')
    const [itself, converted] = [arrived(picture), arrived(pixels)]
    expect(new Set(itself).size).toBeGreaterThan(100)
    // A step of rounding.
    expect(apart(itself, converted)).toBeLessThanOrEqual(1)
    picture.close()
  })

  it('is the frame itself where the browser does not convert, or the picture is shown in another shape, turned or mirrored', async () => {
    const stretched = frame(0, { displayWidth: WIDTH * 2, displayHeight: HEIGHT })
    expect(await createPixels()(stretched)).toBeNull()
    stretched.close()
    for (const turn of [{ rotation: 180 }, { flip: true }]) {
      const turned = frame(0, turn)
      expect(await createPixels()(turned), JSON.stringify(turn)).toBeNull()
      turned.close()
    }

    const old = vi.spyOn(VideoFrame.prototype, 'allocationSize').mockReturnValue(WIDTH * HEIGHT * 1.5)
    const picture = frame()
    expect(await createPixels()(picture)).toBeNull()
    const show = createModelInput()
    for (let i = 0; i < 15; i++) expect(await show(picture)).toBe(picture)
    picture.close()
    old.mockRestore()
  })

  it('can be used for frame after frame', async () => {
    const show = createModelInput()
    for (let i = 0; i < 15; i++) {
      const picture = frame(i)
      expect(apart(arrived(picture), arrived(await show(picture)))).toBeLessThanOrEqual(1)
      picture.close()
    }
  })
})
