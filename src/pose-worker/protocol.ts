/**
 * The messages between the page and the pose worker. Both ends read a message with the parsers here, so that neither
 * handles an untyped value. One frame is in flight at a time.
 */
import { LANDMARK_COUNT, type PoseFrame } from '../core/pose/frame'

/** `lite` is a last resort, `full` the default, `heavy` suits recorded film. */
export const MODEL_NAMES = ['lite', 'full', 'heavy'] as const
export type ModelName = (typeof MODEL_NAMES)[number]
export const DELEGATES = ['CPU', 'GPU'] as const
export type Delegate = (typeof DELEGATES)[number]

export type ToWorker =
  | { readonly kind: 'start'; readonly model: ModelName; readonly delegate: Delegate }
  /** The worker owns the image and closes it. */
  | {
      readonly kind: 'frame'
      readonly id: number
      readonly time: number
      readonly image: VideoFrame | ImageBitmap
    }

const WORKER_FAULTS = ['model-missing', 'model-corrupt', 'graphics-missing', 'pose-failed'] as const
export type WorkerFaultCode = (typeof WORKER_FAULTS)[number]

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'pose'; readonly id: number; readonly frame: PoseFrame }
  /** The worker can't be used any more: replace it. */
  | { readonly kind: 'fault'; readonly code: WorkerFaultCode; readonly detail: string }

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const oneOf = <T>(list: readonly T[], value: unknown): T | undefined => list.find((item) => item === value)

/** Reads a message from the page; null when it is none. */
export function parseToWorker(data: unknown): ToWorker | null {
  if (!isObject(data)) return null
  if (data.kind === 'start') {
    const model = oneOf(MODEL_NAMES, data.model)
    const delegate = oneOf(DELEGATES, data.delegate)
    return model && delegate ? { kind: 'start', model, delegate } : null
  }
  if (data.kind === 'frame' && typeof data.id === 'number' && typeof data.time === 'number') {
    const image = data.image
    // In this order, as not every browser has VideoFrame.
    if (image instanceof ImageBitmap || ('VideoFrame' in globalThis && image instanceof VideoFrame))
      return { kind: 'frame', id: data.id, time: data.time, image }
  }
  return null
}

/** Reads a message from the worker; null when it is none. */
export function parseFromWorker(data: unknown): FromWorker | null {
  if (!isObject(data)) return null
  switch (data.kind) {
    case 'ready':
      return { kind: 'ready' }
    case 'pose':
      return typeof data.id === 'number' && isPoseFrame(data.frame)
        ? { kind: 'pose', id: data.id, frame: data.frame }
        : null
    case 'fault': {
      const code = oneOf(WORKER_FAULTS, data.code)
      return code && typeof data.detail === 'string' ? { kind: 'fault', code, detail: data.detail } : null
    }
    default:
      return null
  }
}

function isPoseFrame(value: unknown): value is PoseFrame {
  if (!isObject(value)) return false
  const { time, width, height, brightness, unchanged, body } = value
  return (
    [time, width, height].every((n) => typeof n === 'number') &&
    (brightness === null || typeof brightness === 'number') &&
    (unchanged === undefined || typeof unchanged === 'number') &&
    (body === null || isBody(body))
  )
}

function isBody(value: unknown): boolean {
  if (!isObject(value)) return false
  const { landmarks, world, contour, silhouette } = value
  return (
    isFloats(landmarks, LANDMARK_COUNT * 4) &&
    isFloats(world, LANDMARK_COUNT * 3) &&
    (contour === null || (isObject(contour) && isFloats(contour.clockwise) && isFloats(contour.counter))) &&
    (silhouette === null ||
      (isObject(silhouette) && EDGES.every((edge) => typeof silhouette[edge] === 'number')))
  )
}

const EDGES = ['left', 'top', 'right', 'bottom']

const isFloats = (value: unknown, length?: number): boolean =>
  value instanceof Float32Array && (length === undefined || value.length === length)
