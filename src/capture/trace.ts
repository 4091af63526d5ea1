/** A recorded trace as a source: it replays the pose frames that a camera or a film gave. */
import type { PoseFrame } from '../core/pose/frame'
import { decodeTrace, encodeTrace, TraceError } from '../core/pose/trace'
import { CaptureFault } from './fault'
import type { FilmRun } from './film/film'
import type { OnFrame } from './source'

/** Encodes and gzips frames, for storage or a file. */
export async function saveTrace(frames: readonly PoseFrame[]): Promise<Blob> {
  return new Response(through(new Blob([encodeTrace(frames)]), new CompressionStream('gzip'))).blob()
}

/** An opened trace; the same shape as a Film where they overlap. */
export interface Trace {
  readonly frames: readonly PoseFrame[]
  /** Time of the last frame, seconds; 0 for no frames. */
  readonly duration: number
  /** Gives every frame to `onFrame` without waiting in between. @throws the signal's reason when it is aborted */
  poses(onFrame: OnFrame, options?: { readonly signal?: AbortSignal }): Promise<FilmRun>
}

/**
 * Opens what `saveTrace` made.
 * @throws CaptureFault `trace-unreadable`
 */
export async function openTrace(blob: Blob): Promise<Trace> {
  const frames = await readTrace(blob)
  return {
    frames,
    duration: frames.at(-1)?.time ?? 0,
    poses: (onFrame, { signal } = {}) => {
      for (const frame of frames) {
        signal?.throwIfAborted()
        onFrame(frame)
      }
      const all = frames.length
      return Promise.resolve({ frames: all, analysedFrames: all, fault: null, gaps: [], turns: 0 })
    },
  }
}

async function readTrace(blob: Blob): Promise<PoseFrame[]> {
  try {
    const bytes = await new Response(through(blob, new DecompressionStream('gzip'))).arrayBuffer()
    return decodeTrace(new Uint8Array(bytes))
  } catch (error) {
    // The stream rejects with a TypeError when the gzip data is damaged or ends early.
    if (error instanceof TraceError || error instanceof TypeError)
      throw new CaptureFault('trace-unreadable', error.message)
    throw error
  }
}

function through(blob: Blob, transform: CompressionStream | DecompressionStream): ReadableStream<Uint8Array> {
  return blob.stream().pipeThrough(transform)
}
