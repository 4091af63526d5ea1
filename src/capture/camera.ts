/** The laptop's camera as a source of pose frames. */
import { CaptureFault, type CaptureFaultCode } from './fault'
import { requireFeatures } from './features'
import { fitted, Shrinker } from './picture'
import { FramePump } from './pump'
import { CameraWatchdog, type Blindness } from './camera-watchdog'
import { createStamper, type Stamper } from './stamp'
import type { OnFrame, PoseEstimator } from './source'

export interface PoseOptions {
  /** The clock of the set, shared by all cameras that it uses, so that time never goes back. A new one when not given. */
  readonly stamp?: Stamper
  /** Called with the reason when nothing can be judged, and with null when it can again. No frames come in between. */
  readonly onSight?: (blind: Blindness | null) => void
  /** Called when the picture's size or shape changes: it may show something else now. */
  readonly onReshaped?: () => void
}

export interface Camera {
  /** For a `<video>`. It is not mirrored; only the display is. */
  readonly stream: MediaStream
  /** For the list of cameras; empty when the browser does not say. */
  readonly deviceId: string
  readonly label: string
  /**
   * Gives pose frames to `onFrame` until the signal is aborted, and then resolves.
   * @throws CaptureFault `camera-lost` or `pose-failed` when the camera or the model fails
   */
  poses(estimator: PoseEstimator, onFrame: OnFrame, signal: AbortSignal, options?: PoseOptions): Promise<void>
  close(): void
}

/**
 * Asks for the camera, at 640×480 pixels and 30 frames a second where it can.
 * @param deviceId the camera to open; the system's choice when not given
 * @throws CaptureFault `browser-lacks`, or `camera-denied`, `-missing`, `-busy`, `-unsuitable` or `-unsupported`
 */
export async function openCamera(deviceId?: string): Promise<Camera> {
  const devices = mediaDevices()
  requireFeatures('camera')
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

/**
 * Opens the chosen camera, or the browser's own where that one is not there: a set is worth more than the choice.
 * @param wanted null when none was chosen
 * @throws as `openCamera`
 */
export async function openChosenCamera(
  wanted: string | null,
): Promise<{ readonly camera: Camera; readonly fellBack: boolean }> {
  if (wanted === null) return { camera: await openCamera(), fellBack: false }
  try {
    return { camera: await openCamera(wanted), fellBack: false }
  } catch (error) {
    if (!(error instanceof CaptureFault) || error.code !== 'camera-missing') throw error
    return { camera: await openCamera(), fellBack: true }
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

/** The fault behind a rejected getUserMedia. Only a chosen device can be over-constrained: it is missing then. */
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
  let watchdog: CameraWatchdog | null = null
  let shape = ''
  const pump = new FramePump<VideoFrame | ImageBitmap>(
    async (image, time) => {
      const frame = await estimator.estimate(image, time)
      if (frame && !over.signal.aborted && watchdog?.accepts(frame) === true) onFrame(frame)
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
      watchdog = new CameraWatchdog(track, { estimator, onSight, onLost: reject, signal: over.signal })
      const next = (now: number, times: VideoFrameCallbackMetadata): void => {
        if (over.signal.aborted) return
        video.requestVideoFrameCallback(next)
        watchdog?.picture()
        const before = shape
        shape = `${video.videoWidth}×${video.videoHeight}`
        if (before !== '' && before !== shape) onReshaped()
        const time = stamp({ ...times, presentationTime: now })
        const picture = time === null || video.videoWidth === 0 ? null : pictureOf(video, shrinker)
        if (picture !== null && time !== null) pump.offer(picture, time)
      }
      video.requestVideoFrameCallback(next)
      video.play().catch((error: unknown) => {
        // A set that ends at once stops the element before it has begun to play; that is no fault.
        if (!over.signal.aborted) reject(new CaptureFault('camera-unsuitable', String(error)))
      })
    })
  } finally {
    over.abort()
    video.srcObject = null
    // Wait for the frame in flight, so that the next source can use the model.
    await pump.stop()
  }
}

/** The picture in the size that the model takes; a camera at 640×480 needs no drawing. Null when it was already gone. */
function pictureOf(video: HTMLVideoElement, shrinker: Shrinker): VideoFrame | ImageBitmap | null {
  const natural = { width: video.videoWidth, height: video.videoHeight }
  const size = fitted(natural)
  try {
    const needsNoDrawing = size.width === natural.width && size.height === natural.height
    // Not every browser that opens a camera has VideoFrame.
    if (needsNoDrawing && 'VideoFrame' in globalThis) return new VideoFrame(video)
    return shrinker.shrink(size, (context) => {
      context.drawImage(video, 0, 0, size.width, size.height)
    })
  } catch (error) {
    // The stream ended or the graphics process crashed since the callback was queued; both are reported elsewhere.
    if (error instanceof DOMException && error.name === 'InvalidStateError') return null
    throw error
  }
}
