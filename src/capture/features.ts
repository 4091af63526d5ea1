/**
 * What Keel takes from a browser, asked for once before a camera or a film is opened: a missing one would otherwise show
 * as an error halfway, or as a wait that never ends.
 *
 * Not asked for here: WebGL2, which counts in the pose worker and is asked for there (`graphics-missing`); the database,
 * without which everything is kept in memory; workers that are modules, which every browser has had for longer than the
 * rest. VideoFrame is not needed for a camera, as a bitmap does as well.
 */
import { CaptureFault } from './fault'

const FEATURES = {
  /** Tells when the camera has a new picture, and when it was taken. */
  'video-callback': (page: Page) => 'requestVideoFrameCallback' in (page.HTMLVideoElement?.prototype ?? {}),
  /** Makes pictures smaller and hands them to the worker. */
  'offscreen-canvas': (page: Page) =>
    'transferToImageBitmap' in (page.OffscreenCanvas?.prototype ?? {}) && page.ImageBitmap !== undefined,
  /** Reads the pictures of a film. */
  'film-decoder': (page: Page) => page.VideoDecoder !== undefined && page.VideoFrame !== undefined,
  /** Runs the pose model beside the page. */
  worker: (page: Page) => page.Worker !== undefined,
  /** Runs it fast enough; the pose model comes in this form alone. */
  'wasm-simd': (page: Page) => page.WebAssembly?.validate(SIMD_MODULE) ?? false,
} as const

export type Feature = keyof typeof FEATURES

/** The page's own globals, any of which an old browser lacks. */
export type Page = Partial<
  Record<'HTMLVideoElement' | 'OffscreenCanvas', { readonly prototype: object }> &
    Record<'ImageBitmap' | 'VideoDecoder' | 'VideoFrame' | 'Worker', unknown> & {
      readonly WebAssembly: Pick<typeof WebAssembly, 'validate'>
    }
>

const NEEDED = {
  camera: ['video-callback', 'offscreen-canvas', 'worker', 'wasm-simd'],
  film: ['film-decoder', 'offscreen-canvas', 'worker', 'wasm-simd'],
} as const satisfies Record<string, readonly Feature[]>

/** What this browser lacks for a source, in the order in which Keel would need it. */
export function missingFeatures(source: keyof typeof NEEDED, page: Page = globalThis): readonly Feature[] {
  return NEEDED[source].filter((feature) => !FEATURES[feature](page))
}

/** @throws CaptureFault `browser-lacks`, which names the first that is missing */
export function requireFeatures(source: keyof typeof NEEDED): void {
  const [first] = missingFeatures(source)
  if (first !== undefined) throw new CaptureFault('browser-lacks', first)
}

/** A function that makes a vector and reads its bits: the smallest module that only a runtime with SIMD takes. */
const SIMD_MODULE = new Uint8Array([
  ...[0, 97, 115, 109, 1, 0, 0, 0],
  // One type () → i32, one function of it.
  ...[1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0],
  // i32.const 0, i8x16.splat, i8x16.all_true, end.
  ...[10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 99, 11],
])
