/**
 * The analyser alone, in Node: time, bytes and what stays, over recorded sets played at 30 frames a second, round and round.
 * Run by `npm run bench` with --expose-gc and a nursery so large that nothing is collected while bytes are counted.
 */
import type { Analyser } from '../../src/core/analysis/analyser'
import { createAnalyser } from '../../src/core/analysis/create-analyser'
import type { ExerciseId } from '../../src/core/analysis/model'
import { exerciseIds } from '../../src/core/compiled/exercise-ids'
import type { PoseFrame } from '../../src/core/pose/frame'
import { exercises } from '../../src/exercises'
import { clips, framesOf } from '../../tests/support/replay'
import { quantile } from './table'

export interface AnalyserFigures {
  readonly exercise: ExerciseId
  /** Milliseconds a frame. */
  readonly p50: number
  readonly p95: number
  /** Bytes allocated a frame. */
  readonly bytes: number
  /** Kilobytes alive after so many frames of one set. */
  readonly alive: readonly { readonly frames: number; readonly kilobytes: number }[]
}

/** The clean film of an exercise, seen from its main side. */
function clipOf(exercise: ExerciseId): string {
  const found = clips.find(
    (clip) => clip.exercise === exercise && clip.name.endsWith(`_clean_${exercises[exercise].view}`),
  )
  if (!found) throw new Error(`no clean film of ${exercise}`)
  return found.name
}
const RATE = 30
const CHECKPOINTS = [1000, 5000, 20_000]
const collect = (): void => {
  if (!globalThis.gc) throw new Error('run with --expose-gc')
  globalThis.gc()
  globalThis.gc()
}

/** A camera's 30 frames a second out of a trace's fewer: each is shown until the next. */
function* endless(trace: readonly PoseFrame[]): Generator<PoseFrame> {
  const length = (trace.at(-1)?.time ?? 0) + 0.1
  for (let n = 0, at = 0, turn = 0; ; n++) {
    const time = n / RATE
    if (time - turn * length >= length) {
      turn++
      at = 0
    }
    while (at + 1 < trace.length && (trace[at + 1]?.time ?? Infinity) <= time - turn * length) at++
    const frame = trace[at]
    if (frame) yield { ...frame, time }
  }
}

/** So many frames, made beforehand: what is counted is the analyser's. */
const take = (source: Generator<PoseFrame>, count: number): PoseFrame[] =>
  Array.from({ length: count }, () => source.next().value as PoseFrame)

function feed(analyser: Analyser, frames: readonly PoseFrame[]): void {
  for (const frame of frames) analyser.step(frame)
}

function figuresOf(exercise: ExerciseId): AnalyserFigures {
  const trace = framesOf(clipOf(exercise))
  const fresh = (): Analyser => createAnalyser({ exercise: exercises[exercise], variation: null, side: null })
  const source = endless(trace)
  const analyser = fresh()
  // Compiled and in steady state.
  feed(analyser, take(source, 3000))

  const spent = take(source, 2000).map((frame) => {
    const began = process.hrtime.bigint()
    analyser.step(frame)
    return Number(process.hrtime.bigint() - began) / 1e6
  })

  const counted = take(source, 1000)
  collect()
  const before = process.memoryUsage().heapUsed
  feed(analyser, counted)
  const bytes = (process.memoryUsage().heapUsed - before) / counted.length

  const long = endless(trace)
  const one = fresh()
  let fed = 0
  collect()
  const empty = process.memoryUsage().heapUsed
  const alive = CHECKPOINTS.map((frames) => {
    for (; fed < frames; fed++) one.step(long.next().value as PoseFrame)
    collect()
    return { frames, kilobytes: (process.memoryUsage().heapUsed - empty) / 1000 }
  })
  one.finish()
  return { exercise, p50: quantile(spent, 0.5), p95: quantile(spent, 0.95), bytes, alive }
}

const all = exerciseIds.map(figuresOf)
process.stdout.write(JSON.stringify(all))
