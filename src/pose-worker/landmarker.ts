/** Wraps the pose model: one picture in, one pose frame out, and everything closed. */
import { FilesetResolver, PoseLandmarker, type PoseLandmarkerResult } from '@mediapipe/tasks-vision'
import { traceContour } from '../core/pose/contour'
import { LANDMARK_COUNT, type Body, type PoseFrame } from '../core/pose/frame'
import { boxSilhouette } from '../core/pose/silhouette'
import manifest from '../../models/manifest.json'
import { createGraphClock } from './graph-clock'
import { createMaskReader, type MaskReader } from './mask'
import { createFrameStatsReader } from './frame-stats'
import { createModelInput } from './frame-upload'
import type { Delegate, ModelName, WorkerFaultCode } from './protocol'

/** A failure that is sent to the page by its code. */
export class WorkerFault extends Error {
  constructor(
    readonly code: WorkerFaultCode,
    detail: string,
  ) {
    super(detail)
  }
}

export interface Landmarker {
  /**
   * Finds the pose in one picture, and closes the picture.
   * @param time seconds since the source began
   * @throws WorkerFault after which the whole worker must be replaced
   */
  estimate(image: VideoFrame | ImageBitmap, time: number): Promise<PoseFrame>
}

/**
 * Loads the wasm and the model, both from the app's own origin.
 * @param onLost called when the graphics context is lost: the graph then runs on without a picture, and reports nothing
 * @throws WorkerFault `graphics-missing`, `model-missing` or `model-corrupt`
 */
export async function createLandmarker(
  model: ModelName,
  delegate: Delegate,
  onLost: (fault: WorkerFault) => void,
): Promise<Landmarker> {
  const canvas = graphicsCanvas(onLost)
  // An absolute address, as Vite's dev server rewrites root-relative imports. The module build, as a module worker has
  // no `importScripts` for the other one.
  const wasm = await FilesetResolver.forVisionTasks(new URL('/wasm', self.location.origin).href, true)
  const landmarker = await PoseLandmarker.createFromOptions(wasm, {
    baseOptions: { modelAssetBuffer: await modelBytes(model), delegate },
    runningMode: 'VIDEO',
    numPoses: 1,
    outputSegmentationMasks: true,
    canvas,
  })
  const readStats = createFrameStatsReader()
  const readMask = createMaskReader(canvas)
  const stamp = createGraphClock()
  const inputOf = createModelInput()

  return {
    async estimate(image, time) {
      try {
        const [width, height] = sizeOf(image)
        // The mask filter aborts the whole wasm on other widths (`1 == ChannelSize()`, tasks-vision 0.10.35, CPU delegate).
        if (width % 4 !== 0)
          throw new WorkerFault('pose-failed', `picture width ${String(width)} is not a multiple of 4`)
        const statsRead = readStats(image, time)
        // A rejection is handled where it is awaited below; without this it would count as unhandled.
        statsRead.catch(() => undefined)
        const input = 'displayWidth' in image && delegate === 'CPU' ? await inputOf(image) : image
        let body: Body | null = null
        landmarker.detectForVideo(input, stamp(time), (result) => {
          body = bodyOf(result, width, height, readMask)
        })
        const stats = await statsRead
        return {
          time,
          width,
          height,
          body,
          brightness: stats?.brightness ?? null,
          unchanged: stats?.unchanged ?? 0,
        }
      } finally {
        image.close()
      }
    },
  }
}

/** The canvas through which pictures reach the model, whether it runs on the processor or the graphics chip. */
function graphicsCanvas(onLost: (fault: WorkerFault) => void): OffscreenCanvas {
  if (!new OffscreenCanvas(1, 1).getContext('webgl2'))
    throw new WorkerFault('graphics-missing', 'this browser gives the worker no WebGL2')
  const canvas = new OffscreenCanvas(1, 1)
  canvas.addEventListener('webglcontextlost', () => {
    onLost(new WorkerFault('pose-failed', 'the graphics context was lost'))
  })
  return canvas
}

function sizeOf(image: VideoFrame | ImageBitmap): [number, number] {
  return 'displayWidth' in image ? [image.displayWidth, image.displayHeight] : [image.width, image.height]
}

/** Copies what may leave the worker out of the result. Closes the masks, which lie in the wasm's memory. */
function bodyOf(
  result: PoseLandmarkerResult,
  width: number,
  height: number,
  readMask: MaskReader,
): Body | null {
  try {
    const points = result.landmarks[0]
    const metres = result.worldLandmarks[0]
    if (!points || !metres) return null
    const landmarks = new Float32Array(LANDMARK_COUNT * 4)
    const world = new Float32Array(LANDMARK_COUNT * 3)
    points.forEach(({ x, y, z, visibility }, i) => {
      landmarks.set([x, y, z, visibility], i * 4)
    })
    metres.forEach(({ x, y, z }, i) => {
      world.set([x, y, z], i * 3)
    })
    const mask = result.segmentationMasks?.[0]
    const confidence = mask?.width === width && mask.height === height ? readMask(mask) : null
    if (confidence === null) return { landmarks, world, contour: null, silhouette: null }
    return {
      landmarks,
      world,
      contour: traceContour(confidence, width, height, landmarks),
      silhouette: boxSilhouette(confidence, width, height),
    }
  } finally {
    result.close()
  }
}

/** Fetches a model and checks it against the manifest in the build. One that differs is fetched again, past every cache. */
async function modelBytes(name: ModelName): Promise<Uint8Array> {
  const entry = manifest.models.find((model) => model.name === name)
  if (!entry) throw new WorkerFault('model-missing', name)
  let sum = ''
  for (const cache of ['default', 'reload'] as const) {
    const bytes = await fetched(entry.file, cache)
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    sum = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
    if (sum === entry.sha256) return new Uint8Array(bytes)
  }
  throw new WorkerFault('model-corrupt', `${entry.file}: sha256 ${sum}`)
}

async function fetched(file: string, cache: RequestCache): Promise<ArrayBuffer> {
  try {
    const response = await fetch(new URL(`/models/${file}`, self.location.origin), { cache })
    if (response.ok) return await response.arrayBuffer()
    throw new Error(`HTTP ${String(response.status)}`)
  } catch (error) {
    throw new WorkerFault(
      'model-missing',
      `${file}: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
