/** A video file as a source of pose frames: every frame, in order, decoded on the device. */
import {
  ALL_FORMATS,
  BlobSource,
  Input,
  InputDisposedError,
  UnsupportedInputFormatError,
  VideoSampleSink,
  type InputVideoTrack,
  type VideoSample,
} from 'mediabunny'
import { CaptureFault } from './fault'
import { withWholeTail } from './matroska-tail'
import { fitted, Shrinker, type Size } from './picture'
import type { PoseFrame } from '../core/pose/frame'
import { sampler } from './sampler'
import type { OnFrame, PoseEstimator } from './source'

/** A film counts as cut off when more than this is missing of the length that its metadata states, in seconds. */
const MISSING_SECONDS = 0.5

export interface FilmRunOptions {
  readonly signal?: AbortSignal
  /** Frames to analyse per second of film; all when not given. */
  readonly everyFps?: number | null
  /** Called after each frame with the share of the film that is done, 0-1. */
  readonly onProgress?: (share: number) => void
  /** Called with the picture that goes to the model next. Draw it at once: it is closed after the call returns. */
  readonly onPicture?: (picture: VideoFrame | ImageBitmap, time: number) => void
}

export interface FilmRun {
  /** Frames that were decoded. */
  readonly frames: number
  /** Frames that became pose frames. */
  readonly analysedFrames: number
  /** `film-cut-off` when the film ended before it should; everything before was given. */
  readonly fault: CaptureFault | null
}

/** An opened film. Close it when done. */
export interface Film extends Size {
  /** The size shown to the model, pixels; `width` and `height` are the film's own after its rotation. */
  readonly fitted: Size
  /** Seconds. */
  readonly duration: number
  /** For example `avc1.64001f`. */
  readonly codec: string
  /**
   * Gives every pose frame to `onFrame` in time order. The next picture is decoded while the model works on one.
   * @throws the signal's reason when it is aborted
   * @throws CaptureFault `film-unreadable` when no frame at all can be decoded
   */
  poses(estimator: PoseEstimator, onFrame: OnFrame, options?: FilmRunOptions): Promise<FilmRun>
  close(): void
}

/**
 * Opens a video file.
 * @throws CaptureFault `film-empty`, `film-unreadable`, `film-no-picture` or `film-codec`
 */
export async function openFilm(blob: Blob): Promise<Film> {
  if (blob.size === 0) throw new CaptureFault('film-empty')
  const input = new Input({ source: new BlobSource(await withWholeTail(blob)), formats: ALL_FORMATS })
  try {
    const track = await pictureTrack(input)
    const codec = await decodableCodec(track)
    const size = { width: await track.getDisplayWidth(), height: await track.getDisplayHeight() }
    if (!(size.width > 0 && size.height > 0)) throw new CaptureFault('film-no-picture')
    const claimed = await track.getDurationFromMetadata()
    const duration = claimed ?? (await track.computeDuration())
    return {
      ...size,
      fitted: fitted(size),
      duration,
      codec,
      poses: (estimator, onFrame, options = {}) =>
        run({ track, size: fitted(size), duration }, estimator, onFrame, options),
      close: () => {
        input.dispose()
      },
    }
  } catch (error) {
    input.dispose()
    if (error instanceof CaptureFault) throw error
    throw new CaptureFault('film-unreadable', error instanceof Error ? error.message : String(error))
  }
}

async function pictureTrack(input: Input): Promise<InputVideoTrack> {
  try {
    const track = await input.getPrimaryVideoTrack()
    if (track) return track
    if ((await input.getTracks()).length === 0)
      throw new CaptureFault('film-unreadable', 'it has no index, as when a recording was cut off')
  } catch (error) {
    if (error instanceof UnsupportedInputFormatError)
      throw new CaptureFault('film-unreadable', 'unknown format')
    throw error
  }
  throw new CaptureFault('film-no-picture')
}

async function decodableCodec(track: InputVideoTrack): Promise<string> {
  const codec =
    (await track.getCodecParameterString()) ?? String((await track.getInternalCodecId()) ?? 'unknown')
  if (!(await track.canDecode())) throw new CaptureFault('film-codec', codec)
  return codec
}

interface Reel {
  readonly track: InputVideoTrack
  readonly size: Size
  readonly duration: number
}

async function run(
  reel: Reel,
  estimator: PoseEstimator,
  onFrame: OnFrame,
  { signal, everyFps, onProgress, onPicture }: FilmRunOptions,
): Promise<FilmRun> {
  const shrinker = new Shrinker()
  const due = sampler(everyFps ?? null)
  let frames = 0
  let analysedFrames = 0
  let end = 0
  let previous = -Infinity
  let looking: Promise<PoseFrame | null> = Promise.resolve(null)

  const give = (frame: PoseFrame | null): void => {
    if (!frame) return
    analysedFrames++
    onFrame(frame)
    onProgress?.(Math.min(1, end / reel.duration))
  }

  let fault: CaptureFault | null = null
  const samples = new VideoSampleSink(reel.track).samples()
  try {
    for (;;) {
      const next = await samples.next().catch((error: unknown) => {
        if (error instanceof InputDisposedError) throw error
        return new CaptureFault('film-cut-off', error instanceof Error ? error.message : String(error))
      })
      if (next instanceof CaptureFault) {
        fault = next
        break
      }
      if (next.done) break
      const sample = next.value
      try {
        signal?.throwIfAborted()
        const time = sample.timestamp
        // Frames before zero only serve the decoder; a repeated time carries nothing new.
        if (time < 0 || time <= previous) continue
        previous = time
        frames++
        end = time + sample.duration
        if (!due(time)) continue
        const image = pictureOf(sample, reel.size, shrinker)
        let seen: PoseFrame | null
        try {
          onPicture?.(image, time)
          seen = await looking
          signal?.throwIfAborted()
        } catch (error) {
          image.close()
          throw error
        }
        looking = estimator.estimate(image, time)
        // A rejection is handled where it is awaited, one frame later; without this it would count as unhandled.
        looking.catch(() => undefined)
        // Only now, with the next picture under way, so that judging and drawing do not delay the model.
        give(seen)
      } finally {
        sample.close()
      }
    }
    const last = await looking
    signal?.throwIfAborted()
    give(last)
  } finally {
    // Wait for the frame in flight, so that the next source can use the model.
    await looking.catch(() => undefined)
    await samples.return()
  }
  if (frames === 0) throw new CaptureFault('film-unreadable', fault?.detail ?? 'no frame could be decoded')
  if (!fault && end < reel.duration - MISSING_SECONDS)
    fault = new CaptureFault('film-cut-off', `ends at ${end.toFixed(1)} of ${reel.duration.toFixed(1)} s`)
  return { frames, analysedFrames, fault }
}

/** The frame upright and in the size that the model takes. */
function pictureOf(sample: VideoSample, size: Size, shrinker: Shrinker): VideoFrame | ImageBitmap {
  const needsNoDrawing =
    sample.rotation === 0 &&
    !sample.flip &&
    sample.codedWidth === size.width &&
    sample.codedHeight === size.height
  if (needsNoDrawing) return sample.toVideoFrame()
  return shrinker.shrink(size, (context) => {
    sample.draw(context, 0, 0, size.width, size.height)
  })
}
