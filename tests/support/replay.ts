/** Recorded landmarks of films with known truth, run through the whole analyser. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { createAnalyser } from '../../src/core/analysis/create-analyser'
import type { AnalysisEvent, ExerciseId, SetAnalysis } from '../../src/core/analysis/model'
import type { PoseFrame } from '../../src/core/pose/frame'
import { decodeTrace } from '../../src/core/pose/trace'
import { exercises } from '../../src/exercises'

const fixtures = path.resolve(import.meta.dirname, '../fixtures')

export interface ClipTruth {
  readonly name: string
  readonly exercise: ExerciseId
  readonly reps: number
  /** Of each rep: which leg; null where both work. */
  readonly sides: readonly ('left' | 'right' | null)[]
  /** [start, end] of the hold, seconds. */
  readonly hold: readonly [number, number] | null
  readonly breakdown: { readonly rep: number | null; readonly seconds: number } | null
  /** Camera's true azimuth, degrees. */
  readonly azimuth: number
  /** Indices of reps without any fault. */
  readonly clean: readonly number[]
}

export const clips = JSON.parse(
  readFileSync(path.join(fixtures, 'truth.json'), 'utf8'),
) as readonly ClipTruth[]

/** Whether form held for at least the first rep, or the first seconds of a hold. */
export const heldAtFirst = ({ breakdown, hold }: ClipTruth): boolean =>
  breakdown === null || (hold ? breakdown.seconds > hold[0] + 3 : (breakdown.rep ?? 0) > 1)

export const clip = (name: string): ClipTruth => {
  const found = clips.find((c) => c.name === name)
  if (!found) throw new Error(`no clip ${name}`)
  return found
}

export function framesOf(name: string): readonly PoseFrame[] {
  return decodeTrace(gunzipSync(readFileSync(path.join(fixtures, 'traces', `${name}.ktr.gz`))))
}

export interface Replay {
  readonly events: readonly AnalysisEvent[]
  readonly analysis: SetAnalysis
}

/** @param cuts seconds at which nobody watched: before the next frame */
export function replay(
  exercise: ExerciseId,
  frames: readonly PoseFrame[],
  cuts: readonly number[] = [],
): Replay {
  const analyser = createAnalyser({ exercise: exercises[exercise], variation: null, side: null })
  const due = [...cuts]
  const events = frames.flatMap((frame) => {
    if (frame.time >= (due[0] ?? Infinity)) {
      due.shift()
      analyser.interrupt()
    }
    return analyser.step(frame)
  })
  return { events, analysis: analyser.finish() }
}
