/** Recorded landmarks as the set that a camera would have made of them, with the app's own recorder. */
import { packTrace } from '../../src/app/set/recording/trace-recorder'
import { headFor, SetRecorder } from '../../src/app/set/recording/set-recorder'
import { createAnalyser } from '../../src/core/analysis/create-analyser'
import type { ExerciseId } from '../../src/core/analysis/model'
import type { PoseFrame } from '../../src/core/pose/frame'
import { exercises } from '../../src/exercises'
import type { SetRecord } from '../../src/storage/records/schema'

export interface ReviewedSet {
  readonly record: SetRecord
  /** The packed movement. */
  readonly trace: string
}

export interface RecordedAs {
  readonly id: string
  readonly exercise: ExerciseId
  /** When the set began. */
  readonly at?: Date
  readonly stop?: 'form' | 'plan-complete'
}

/** The recorder after it has seen all frames. Variation and side are found from the movement. */
export function recorderOf(
  frames: readonly PoseFrame[],
  { id, exercise, at = new Date('2026-11-20T07:30:00.000Z') }: RecordedAs,
): SetRecorder {
  const asked = { exercise, variation: null, side: null, target: null, source: 'camera' } as const
  const recorder = new SetRecorder(
    headFor(asked, id, at, 'Europe/Berlin'),
    createAnalyser({ exercise: exercises[exercise], variation: null, side: null }),
  )
  for (const frame of frames) recorder.step(frame)
  return recorder
}

/** The set runs on after form gave, as a film does. */
export async function setFrom(frames: readonly PoseFrame[], as: RecordedAs): Promise<ReviewedSet> {
  const recorder = recorderOf(frames, as)
  const record = recorder.finish(as.stop ?? 'form')
  return { record, trace: await packTrace(recorder.trace) }
}
