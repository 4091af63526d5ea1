/** The pose model in the shape that Keel wants: one picture in, one PoseFrame out, nothing left open. */
import { FilesetResolver, PoseLandmarker, type PoseLandmarkerResult } from '@mediapipe/tasks-vision'
import { traceContour } from '../core/pose/contour'
import { LANDMARK_COUNT, type Body, type PoseFrame } from '../core/pose/frame'
import { boxSilhouette } from '../core/pose/silhouette'
import manifest from '../../models/manifest.json'
import { createBrightnessMeter } from './brightness'
import { createGraphClock } from './graph-clock'
import type { Delegate, ModelName, WorkerFaultCode } from './protocol'

/** A failure that the page hears of by its code. */
export class WorkerFault extends Error {
  constructor(
    readonly code: WorkerFaultCode,
    detail: string,
  ) {
    super(detail)
  }
}

export interface Landmarker {
  /** Looks at one picture and closes it. Throws for good: after a throw the whole worker has to be replaced. */
  estimate(image: VideoFrame | ImageBitmap, time: number): PoseFrame
}

/** Loads the wasm and the model, both from the app's own origin. */
export async function createLandmarker(model: ModelName, delegate: Delegate): Promise<Landmarker> {
  // An absolute address and the module flavour: Vite's dev server rewrites root-relative imports,
  // and a module worker has no importScripts for the other flavour.
  const wasm = await FilesetResolver.forVisionTasks(new URL('/wasm', self.location.origin).href, true)
  const landmarker = await PoseLandmarker.createFromOptions(wasm, {
    baseOptions: { modelAssetBuffer: await modelBytes(model), delegate },
    runningMode: 'VIDEO',
    numPoses: 1,
    outputSegmentationMasks: true,
  })
  const brightness = createBrightnessMeter()
  const stamp = createGraphClock()

  return {
    estimate(image, time) {
      try {
        const [width, height] = sizeOf(image)
        // The mask filter aborts the whole wasm on other widths (`1 == ChannelSize()`, tasks-vision 0.10.35, CPU delegate).
        if (width % 4 !== 0)
          throw new WorkerFault('pose-failed', `picture width ${String(width)} is not a multiple of 4`)
        const bright = brightness(image, time)
        let body: Body | null = null
        landmarker.detectForVideo(image, stamp(time), (result) => {
          body = bodyOf(result, width, height)
        })
        return { time, width, height, brightness: bright, body }
      } finally {
        image.close()
      }
    },
  }
}

function sizeOf(image: VideoFrame | ImageBitmap): [number, number] {
  return image instanceof VideoFrame ? [image.displayWidth, image.displayHeight] : [image.width, image.height]
}

/** Copies out of the result what may leave the worker. Closes the masks, which live in the wasm's memory. */
function bodyOf(result: PoseLandmarkerResult, width: number, height: number): Body | null {
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
    if (mask?.width !== width || mask.height !== height)
      return { landmarks, world, contour: null, silhouette: null }
    const confidence = mask.getAsFloat32Array()
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

/** Fetches a model and checks it against the manifest that the build carries. */
async function modelBytes(name: ModelName): Promise<Uint8Array> {
  const entry = manifest.models.find((model) => model.name === name)
  if (!entry) throw new WorkerFault('model-missing', name)
  const response = await fetch(new URL(`/models/${entry.file}`, self.location.origin)).catch(
    (error: unknown) => {
      throw new WorkerFault('model-missing', `${entry.file}: ${String(error)}`)
    },
  )
  if (!response.ok) throw new WorkerFault('model-missing', `${entry.file}: HTTP ${String(response.status)}`)
  const bytes = await response.arrayBuffer()
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const sum = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  if (sum !== entry.sha256) throw new WorkerFault('model-corrupt', `${entry.file}: sha256 ${sum}`)
  return new Uint8Array(bytes)
}
