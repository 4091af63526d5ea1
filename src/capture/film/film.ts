/** A video file as a source of pose frames: every frame, in order, decoded on the device. */
import {
  ALL_FORMATS,
  BlobSource,
  Input,
  UnsupportedInputFormatError,
  VideoSampleSink,
  type InputVideoTrack,
  type VideoSample,
} from 'mediabunny'
import type { PoseFrame } from '../../core/pose/frame'
import { CaptureFault } from '../fault'
import { fitted, Shrinker, type Size } from '../picture'
import type { OnFrame, PoseEstimator } from '../source'
import { sampler } from '../sampler'
import { readEditList, type EditList, type Stretch } from './edit-list'
import { withWholeTail } from './matroska-tail'
import { pictures, WHOLE } from './pictures'

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
  /** The next picture does not follow the last: a damaged place, a cut, or a phone that was turned. */
  readonly onBreak?: () => void
}

/** A place that nobody could watch, in seconds of the film; the same moment twice for a cut. */
export interface FilmGap {
  readonly because: 'damaged' | 'cut'
  readonly from: number
  readonly to: number
}

export interface FilmRun {
  /** Frames that were decoded. */
  readonly frames: number
  /** Frames that became pose frames. */
  readonly analysedFrames: number
  /** `film-cut-off` when the film ended before it should; everything before was given. */
  readonly fault: CaptureFault | null
  readonly gaps: readonly FilmGap[]
  /** How often the picture changed its shape, as when a phone is turned while it records. */
  readonly turns: number
}

/** An opened film. Close it when done. */
export interface Film extends Size {
  /** The size in which the first picture is shown to the model; `width` and `height` are that picture's own, upright. */
  readonly fitted: Size
  /** Seconds that the film shows. */
  readonly duration: number
  /** Whether its author slowed or sped up a part; Keel reads it at the speed at which it was recorded. */
  readonly retimed: boolean
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
    const edits = await readEditList(blob, track.id)
    const size = await shownSize(track, edits)
    if (!(size.width > 0 && size.height > 0)) throw new CaptureFault('film-no-picture')
    const duration = await shownSeconds(track, edits)
    return {
      ...size,
      fitted: fitted(size),
      duration,
      codec,
      retimed: edits?.retimed ?? false,
      poses: (estimator, onFrame, options = {}) =>
        run({ track, stretches: edits?.stretches ?? WHOLE, duration }, estimator, onFrame, options),
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

/** The shape of the first picture: what a container says of it is wrong for interlaced films. */
async function shownSize(track: InputVideoTrack, edits: EditList | null): Promise<Size> {
  const from = edits?.stretches[0]?.from
  const samples = new VideoSampleSink(track).samples(from)
  try {
    const { value } = await samples.next()
    if (value) {
      const size = { width: value.displayWidth, height: value.displayHeight }
      value.close()
      return size
    }
  } catch {
    // A film whose first pictures are damaged is opened by what it says of itself, and read from the first whole one.
  } finally {
    await samples.return()
  }
  return { width: await track.getDisplayWidth(), height: await track.getDisplayHeight() }
}

/** Seconds from the first picture that is shown to the end of the last. */
async function shownSeconds(track: InputVideoTrack, edits: EditList | null): Promise<number> {
  const first = Math.max(0, await track.getFirstTimestamp())
  const claimed = await track.getDurationFromMetadata()
  const end = claimed !== null && claimed > first ? claimed : await track.computeDuration()
  if (edits === null) return end - first
  return edits.stretches.reduce((sum, { from, to }) => sum + Math.min(to, end) - from, 0)
}

interface Reel {
  readonly track: InputVideoTrack
  readonly stretches: readonly Stretch[]
  readonly duration: number
}

async function run(
  reel: Reel,
  estimator: PoseEstimator,
  onFrame: OnFrame,
  { signal, everyFps, onProgress, onPicture, onBreak }: FilmRunOptions,
): Promise<FilmRun> {
  const shrinker = new Shrinker()
  const due = sampler(everyFps ?? null)
  const gaps: FilmGap[] = []
  let fault: CaptureFault | null = null
  let frames = 0
  let analysedFrames = 0
  let end = 0
  let shape: Size | null = null
  let turns = 0
  let looking: Promise<PoseFrame | null> = Promise.resolve(null)

  const give = (frame: PoseFrame | null): void => {
    if (!frame) return
    analysedFrames++
    onFrame(frame)
    onProgress?.(Math.min(1, end / reel.duration))
  }
  /** Gives the pose that is still on its way, so that a break comes after everything before it. */
  const settle = async (): Promise<void> => {
    const last = await looking
    looking = Promise.resolve(null)
    signal?.throwIfAborted()
    give(last)
  }

  const steps = pictures(reel.track, reel.stretches)
  try {
    for await (const step of steps) {
      if (step.kind === 'broken-off') {
        fault = new CaptureFault('film-cut-off', step.detail)
        break
      }
      if (step.kind === 'gap') {
        await settle()
        gaps.push(step)
        onBreak?.()
        continue
      }
      const { sample, time } = step
      try {
        signal?.throwIfAborted()
        frames++
        end = time + sample.duration
        if (!due(time)) continue
        const size = fitted({ width: sample.displayWidth, height: sample.displayHeight })
        if (shape !== null && (shape.width !== size.width || shape.height !== size.height)) {
          await settle()
          turns++
          onBreak?.()
        }
        shape = size
        const image = pictureOf(sample, size, shrinker)
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
    await settle()
  } finally {
    // Wait for the picture under way, so that the next source can use the model.
    await looking.catch(() => undefined)
    await steps.return()
  }
  if (frames === 0) throw new CaptureFault('film-unreadable', fault?.detail ?? 'no frame could be decoded')
  if (!fault && end < reel.duration - MISSING_SECONDS)
    fault = new CaptureFault('film-cut-off', `ends at ${end.toFixed(1)} of ${reel.duration.toFixed(1)} s`)
  return { frames, analysedFrames, fault, gaps, turns }
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
