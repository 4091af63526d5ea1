import { describe, expect, it } from 'vitest'
import { createFrameStatsReader } from '../../src/pose-worker/frame-stats'

const WIDTH = 640
const HEIGHT = 480

/** Left half dark, right half light, as luma of 0-1. */
const DARK = 0.2
const LIGHT = 0.8
const at = (x: number): number => (x < WIDTH / 2 ? DARK : LIGHT)

/** Luma without colour in the format's own scale, with `noise` added at one point of the grid that the meter reads. */
function planar(format: 'I420' | 'NV12', fullRange: boolean, noise = 0): VideoFrame {
  const bytes = new Uint8Array(WIDTH * HEIGHT * 1.5).fill(128)
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++)
      bytes[y * WIDTH + x] = Math.round(fullRange ? 255 * at(x) : 16 + 219 * at(x))
  bytes[5 * WIDTH + 5] = (bytes[5 * WIDTH + 5] ?? 0) + noise
  const colorSpace: VideoColorSpaceInit = {
    primaries: 'smpte170m',
    transfer: 'smpte170m',
    matrix: 'smpte170m',
    fullRange,
  }
  return new VideoFrame(bytes, { format, timestamp: 0, codedWidth: WIDTH, codedHeight: HEIGHT, colorSpace })
}

function packed(format: 'RGBA' | 'BGRX'): VideoFrame {
  const bytes = new Uint8Array(pixels().data)
  return new VideoFrame(bytes, { format, timestamp: 0, codedWidth: WIDTH, codedHeight: HEIGHT })
}

function pixels(): ImageData {
  const image = new ImageData(WIDTH, HEIGHT)
  for (let i = 0; i < WIDTH * HEIGHT; i++)
    image.data.set([...[0, 0, 0].fill(Math.round(255 * at(i % WIDTH))), 255], i * 4)
  return image
}

describe('the picture meter', () => {
  const pictures: [string, () => VideoFrame | Promise<ImageBitmap>][] = [
    ['I420 with margins', () => planar('I420', false)],
    ['I420 without', () => planar('I420', true)],
    ['NV12', () => planar('NV12', false)],
    ['RGBA', () => packed('RGBA')],
    ['BGRX', () => packed('BGRX')],
    ['an image', () => createImageBitmap(pixels())],
  ]
  it.each(pictures)('finds the brightness of %s', async (_name, make) => {
    const picture = await make()
    const reading = await createFrameStatsReader()(picture, 0)
    picture.close()
    expect(reading?.brightness).toBeCloseTo((DARK + LIGHT) / 2, 2)
  })

  it('calls a black picture black, margins or not', async () => {
    const bytes = new Uint8Array(WIDTH * HEIGHT * 1.5).fill(16, 0, WIDTH * HEIGHT).fill(128, WIDTH * HEIGHT)
    const size = { codedWidth: WIDTH, codedHeight: HEIGHT }
    const picture = new VideoFrame(bytes, { format: 'I420', timestamp: 0, ...size })
    expect((await createFrameStatsReader()(picture, 0))?.brightness).toBe(0)
    picture.close()
  })

  it('counts how long nothing changed, and one step of one point is a change', async () => {
    const meter = createFrameStatsReader()
    const unchanged = async (time: number, noise = 0): Promise<number | undefined> => {
      const picture = planar('I420', false, noise)
      const reading = await meter(picture, time)
      picture.close()
      return reading?.unchanged
    }
    expect(await unchanged(0)).toBe(0)
    expect(await unchanged(1)).toBe(1)
    expect(await unchanged(2)).toBe(2)
    expect(await unchanged(3, 1)).toBe(0)
    expect(await unchanged(4, 1)).toBe(1)
    // Within a quarter second the last reading stands.
    expect(await unchanged(4.1)).toBe(1)
    expect(await unchanged(4.3)).toBe(0)
  })
})
