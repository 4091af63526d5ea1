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

/** A film ends early when more than this is missing of the length it claims. */
const MISSING_SECONDS = 0.5

export interface FilmRunOptions {
  readonly signal?: AbortSignal
  /** Frames a second to look at; all when not given. */
  readonly everyFps?: number | null
  /** Share done, 0-1, after each frame. */
  readonly onProgress?: (share: number) => void
  /** The picture that the model is about to see. Draw it at once: it is gone when the call returns. */
  readonly onPicture?: (picture: VideoFrame | ImageBitmap, time: number) => void
}

export interface FilmRun {
  /** Frames that were decoded, and those that became pose frames. */
  readonly frames: number
  readonly analysedFrames: number
  /** `film-cut-off` when the film ended before it should; everything before was given. */
  readonly fault: CaptureFault | null
}

/** An opened film. Close it when done. */
export interface Film extends Size {
  /** The size shown to the model; `width` and `height` are the film's own, upright. */
  readonly fitted: Size
  /** Seconds. */
  readonly duration: number
  /** For example `avc1.64001f`. */
  readonly codec: string
  /**
   * Gives every pose frame to `onFrame` in time order. While the model looks at one picture the next is decoded,
   * and the pose of the last one is given.
   * Throws the signal's reason when it is aborted, and a CaptureFault when not a single frame can be decoded.
   */
  poses(estimator: PoseEstimator, onFrame: OnFrame, options?: FilmRunOptions): Promise<FilmRun>
  close(): void
}

/** Opens a video file; throws a CaptureFault (`film-empty`, `film-unreadable`, `film-no-picture`, `film-codec`). */
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
        // Frames before zero are there for the decoder, not for the eye; repeated ones carry nothing new.
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
        // Its failure is met where it is awaited, a frame later.
        looking.catch(() => undefined)
        // After the next picture is on its way: judging and drawing cost the model no time.
        give(seen)
      } finally {
        sample.close()
      }
    }
    const last = await looking
    signal?.throwIfAborted()
    give(last)
  } finally {
    // Whoever comes next finds the model free.
    await looking.catch(() => undefined)
    await samples.return()
  }
  if (frames === 0) throw new CaptureFault('film-unreadable', fault?.detail ?? 'no frame could be decoded')
  if (!fault && end < reel.duration - MISSING_SECONDS)
    fault = new CaptureFault('film-cut-off', `ends at ${end.toFixed(1)} of ${reel.duration.toFixed(1)} s`)
  return { frames, analysedFrames, fault }
}

/** The frame as the model wants it: upright and in the fitted size. */
function pictureOf(sample: VideoSample, size: Size, shrinker: Shrinker): VideoFrame | ImageBitmap {
  const asItIs =
    sample.rotation === 0 &&
    !sample.flip &&
    sample.codedWidth === size.width &&
    sample.codedHeight === size.height
  if (asItIs) return sample.toVideoFrame()
  return shrinker.shrink(size, (context) => {
    sample.draw(context, 0, 0, size.width, size.height)
  })
}
