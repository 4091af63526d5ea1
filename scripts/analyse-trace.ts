/** Judges a recorded trace: the poses are known, so neither a browser nor the pose model is needed. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { AnalyseRequest } from '../src/analyse-page'
import { sampler } from '../src/capture/sampler'
import type { AnalysisReport, ClipFacts } from '../src/core/analysis/report'
import type { PoseFrame } from '../src/core/pose/frame'
import { decodeTrace } from '../src/core/pose/trace'
import { Judging } from '../src/exercises/judging'

/** The file is no trace, or a damaged one; the message is one line for the person. */
export class TraceFileError extends Error {}

/** Whether a file is gzipped, as recorded traces are and films never are. */
export function looksLikeTrace(file: string): boolean {
  const start = Buffer.alloc(2)
  const opened = openSync(file, 'r')
  try {
    readSync(opened, start)
  } finally {
    closeSync(opened)
  }
  return start[0] === 0x1f && start[1] === 0x8b
}

/**
 * The pose frames of a recorded trace.
 * @throws TraceFileError when the file holds none
 */
export function readTraceFile(file: string): readonly PoseFrame[] {
  let frames: readonly PoseFrame[]
  try {
    frames = decodeTrace(gunzipSync(readFileSync(file)))
  } catch (error) {
    // Whatever is wrong with the bytes, gzip's or the trace's own: one line says so.
    const detail = error instanceof Error ? error.message : String(error)
    throw new TraceFileError(`this is not a recorded trace that can be read (${detail})`)
  }
  if (frames.length === 0) throw new TraceFileError('the trace holds no frames')
  return frames
}

/** The report on recorded frames, the same as of the film that they were recorded from. */
export function analyseFrames(
  frames: readonly PoseFrame[],
  request: Pick<AnalyseRequest, 'exercise' | 'variation' | 'side' | 'series' | 'fps'>,
): AnalysisReport {
  const judging = new Judging(request)
  const due = sampler(request.fps)
  let analysedFrames = 0
  for (const frame of frames) {
    if (!due(frame.time)) continue
    analysedFrames++
    judging.step(frame)
  }
  return judging.report(clipFacts(frames, analysedFrames), { series: request.series })
}

/** What a trace says of its film. The last frame is shown as long as the frames before it on average. */
function clipFacts(frames: readonly PoseFrame[], analysedFrames: number): ClipFacts {
  const [first, last] = [frames[0], frames.at(-1)]
  const end = last?.time ?? 0
  const each = frames.length > 1 ? (end - (first?.time ?? 0)) / (frames.length - 1) : 0
  return {
    width: first?.width ?? 0,
    height: first?.height ?? 0,
    duration: end + each,
    frames: frames.length,
    analysedFrames,
  }
}
