import { afterEach, describe, expect, it, vi } from 'vitest'
import { CaptureFault } from '../../src/capture/fault'
import { missingFeatures, requireFeatures, type Feature, type Page } from '../../src/capture/features'
import { captureText } from '../../src/sentences/faults/faults'

const whole: Page = {
  HTMLVideoElement: { prototype: { requestVideoFrameCallback: null } },
  OffscreenCanvas: { prototype: { transferToImageBitmap: null } },
  ...{ ImageBitmap: {}, VideoDecoder: {}, VideoFrame: {}, Worker: {} },
  WebAssembly,
}
const without = (name: keyof Page): Page => ({ ...whole, [name]: undefined })

describe('what a browser lacks', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('is nothing where all is there', () => {
    expect(missingFeatures('camera', whole)).toEqual([])
    expect(missingFeatures('film', whole)).toEqual([])
  })

  it.each<[string, Page, readonly Feature[], readonly Feature[]]>([
    ['the callback of a video', { ...whole, HTMLVideoElement: { prototype: {} } }, ['video-callback'], []],
    ['video elements', without('HTMLVideoElement'), ['video-callback'], []],
    ['canvases outside the page', without('OffscreenCanvas'), ['offscreen-canvas'], ['offscreen-canvas']],
    ['bitmaps', without('ImageBitmap'), ['offscreen-canvas'], ['offscreen-canvas']],
    ['a decoder', without('VideoDecoder'), [], ['film-decoder']],
    ['frames of a video', without('VideoFrame'), [], ['film-decoder']],
    ['workers', without('Worker'), ['worker'], ['worker']],
    ['WebAssembly', without('WebAssembly'), ['wasm-simd'], ['wasm-simd']],
    [
      'vectors in WebAssembly',
      { ...whole, WebAssembly: { validate: () => false } },
      ['wasm-simd'],
      ['wasm-simd'],
    ],
  ])('is named without %s', (_, page, forCamera, forFilm) => {
    expect(missingFeatures('camera', page)).toEqual(forCamera)
    expect(missingFeatures('film', page)).toEqual(forFilm)
  })

  it('is thrown with its name, and each name has words of its own', () => {
    // Node has none of a page's parts.
    vi.stubGlobal('VideoDecoder', undefined)
    let thrown: unknown
    try {
      requireFeatures('film')
    } catch (error) {
      thrown = error
    }
    expect(thrown).toEqual(new CaptureFault('browser-lacks', 'film-decoder'))
    const features = ['video-callback', 'offscreen-canvas', 'film-decoder', 'worker', 'wasm-simd'] as const
    const remedies = features.map((name) => captureText(new CaptureFault('browser-lacks', name)).remedy)
    expect(new Set(remedies).size).toBe(features.length)
    for (const remedy of remedies) expect(remedy).toMatch(/\. Update the browser/)
  })
})
