/** The laptop's camera as a source of pose frames. */
import { CaptureFault, type CaptureFaultCode } from './fault'
import { fitted, Shrinker } from './picture'
import { FramePump } from './pump'
import { Sight, type Blindness } from './camera-watchdog'
import { createStamper, type Stamper } from './stamp'
import type { OnFrame, PoseEstimator } from './source'

export interface PoseOptions {
  /** One clock for all cameras of a set, so that its time never goes back; the camera's own when not given. */
  readonly stamp?: Stamper
  /** Hears when nothing can be judged, with the reason, and when it can again, with null. Meanwhile no frames come. */
  readonly onSight?: (blind: Blindness | null) => void
  /** Hears when the camera's picture has another size or shape than before: it may show something else. */
  readonly onReshaped?: () => void
}

export interface Camera {
  /** Show it in a `<video>`; mirroring is a matter of display alone. */
  readonly stream: MediaStream
  /** For the list of cameras; empty when the browser does not say. */
  readonly deviceId: string
  readonly label: string
  /**
   * Gives pose frames to `onFrame` until the signal is aborted, and then resolves. Rejects with a CaptureFault
   * (`camera-lost`, `pose-failed`) when the camera or the model fails.
   */
  poses(estimator: PoseEstimator, onFrame: OnFrame, signal: AbortSignal, options?: PoseOptions): Promise<void>
  close(): void
}

/**
 * Asks for the camera, 640×480 where it can.
 * @param deviceId the one to open; the system's choice when not given
 * Throws a CaptureFault (`camera-denied`, `-missing`, `-busy`, `-unsuitable`, `-unsupported`).
 */
export async function openCamera(deviceId?: string): Promise<Camera> {
  const devices = mediaDevices()
  const stream = await devices
    .getUserMedia({
      audio: false,
      video: {
        width: { ideal: 640 },
        height: { ideal: 480 },
        frameRate: { ideal: 30 },
        ...(deviceId === undefined ? {} : { deviceId: { exact: deviceId } }),
      },
    })
    .catch((error: unknown) => {
      throw cameraFault(error, deviceId !== undefined)
    })
  const track = stream.getVideoTracks()[0]
  if (!track) throw new CaptureFault('camera-unsuitable', 'the stream has no picture')
  return {
    stream,
    deviceId: track.getSettings().deviceId ?? '',
    label: track.label,
    poses: (estimator, onFrame, signal, options = {}) =>
      run(stream, track, estimator, onFrame, signal, options),
    close: () => {
      for (const one of stream.getTracks()) one.stop()
    },
  }
}

function mediaDevices(): MediaDevices {
  // Undefined on an address that is neither https nor localhost, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (!devices) throw new CaptureFault('camera-unsupported')
  return devices
}

const CODES: Readonly<Record<string, CaptureFaultCode>> = {
  NotAllowedError: 'camera-denied',
  SecurityError: 'camera-denied',
  NotFoundError: 'camera-missing',
  NotReadableError: 'camera-busy',
  AbortError: 'camera-busy',
  OverconstrainedError: 'camera-unsuitable',
}

/** The fault behind a rejected getUserMedia; only the chosen device can be over-constrained, so then it is gone. */
export function cameraFault(error: unknown, chosen: boolean): CaptureFault {
  if (!(error instanceof Error)) return new CaptureFault('camera-unsuitable', String(error))
  const code = CODES[error.name] ?? 'camera-unsuitable'
  return new CaptureFault(chosen && code === 'camera-unsuitable' ? 'camera-missing' : code, error.message)
}

async function run(
  stream: MediaStream,
  track: MediaStreamTrack,
  estimator: PoseEstimator,
  onFrame: OnFrame,
  signal: AbortSignal,
  { stamp = createStamper(), onSight = () => undefined, onReshaped = () => undefined }: PoseOptions,
): Promise<void> {
  if (signal.aborted) return
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = stream
  const over = new AbortController()
  const shrinker = new Shrinker()
  let fail: (reason: unknown) => void = () => undefined
  let sight: Sight | null = null
  let shape = ''
  const pump = new FramePump<VideoFrame | ImageBitmap>(
    async (image, time) => {
      const frame = await estimator.estimate(image, time)
      if (frame && !over.signal.aborted && sight?.sees(frame) === true) onFrame(frame)
    },
    (error) => {
      fail(error)
    },
  )
  try {
    await new Promise<void>((resolve, reject) => {
      fail = reject
      const done = (): void => {
        resolve()
      }
      signal.addEventListener('abort', done, { signal: over.signal })
      sight = new Sight(track, { estimator, onSight, onLost: reject, signal: over.signal })
      const next = (now: number, times: VideoFrameCallbackMetadata): void => {
        if (over.signal.aborted) return
        video.requestVideoFrameCallback(next)
        sight?.picture()
        const before = shape
        shape = `${video.videoWidth}×${video.videoHeight}`
        if (before !== '' && before !== shape) onReshaped()
        const time = stamp({ ...times, presentationTime: now })
        const picture = time === null || video.videoWidth === 0 ? null : pictureOf(video, shrinker)
        if (picture !== null && time !== null) pump.offer(picture, time)
      }
      video.requestVideoFrameCallback(next)
      video.play().catch((error: unknown) => {
        // Ending the set stops the element before it began to play.
        if (!over.signal.aborted) reject(new CaptureFault('camera-unsuitable', String(error)))
      })
    })
  } finally {
    over.abort()
    video.srcObject = null
    // Whoever comes next finds the model free.
    await pump.stop()
  }
}

/** The picture as the model wants it; a camera at 640×480 needs no drawing. Null when it was gone before it could be taken. */
function pictureOf(video: HTMLVideoElement, shrinker: Shrinker): VideoFrame | ImageBitmap | null {
  const natural = { width: video.videoWidth, height: video.videoHeight }
  const size = fitted(natural)
  try {
    if (size.width === natural.width && size.height === natural.height) return new VideoFrame(video)
    return shrinker.shrink(size, (context) => {
      context.drawImage(video, 0, 0, size.width, size.height)
    })
  } catch (error) {
    // The stream ended or the graphics process fell between the announcement and here; both say so elsewhere.
    if (error instanceof DOMException && error.name === 'InvalidStateError') return null
    throw error
  }
}
