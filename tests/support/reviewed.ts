/** Sets made from recorded landmarks by the app's own recorder, as an export that the app takes in. */
import { packTrace } from '../../src/app/set/recording/trace-recorder'
import { headFor, SetRecorder } from '../../src/app/set/recording/set-recorder'
import { createAnalyser } from '../../src/core/analysis/create-analyser'
import { exercises } from '../../src/exercises'
import { seal } from '../../src/storage/records/envelope'
import { setKey, traceKey } from '../../src/storage/records/keys'
import type { SetRecord } from '../../src/storage/records/schema'
import { EXPORT_FORMAT, type ExportDocument } from '../../src/storage/records/schema'
import { clip, framesOf } from './replay'

export interface ReviewedSet {
  readonly record: SetRecord
  /** The packed movement. */
  readonly trace: string
}

/** A recorded film as the set that a camera would have made of it; it runs on after form gave, as a film does. */
export async function aSetOf(name: string, id: string): Promise<ReviewedSet> {
  const { exercise } = clip(name)
  const recorder = new SetRecorder(
    headFor(
      { exercise, variation: null, side: null, target: null, source: 'camera' },
      id,
      new Date('2026-11-20T07:30:00.000Z'),
      'Europe/Berlin',
    ),
    createAnalyser({ exercise: exercises[exercise], variation: null, side: null }),
  )
  for (const frame of framesOf(name)) recorder.step(frame)
  const record = recorder.finish('form')
  return { record, trace: await packTrace(recorder.trace) }
}

/** @param withTrace false leaves the movement out, as it is of an older set */
export function asExport(sets: readonly ReviewedSet[], withTrace = true): ExportDocument {
  return {
    format: EXPORT_FORMAT,
    exportedAt: '2026-11-20T08:00:00.000Z',
    records: sets.flatMap(({ record, trace }) => [
      { key: [...setKey(record.id)], value: seal('set', record) },
      ...(withTrace
        ? [{ key: [...traceKey(record.id)], value: seal('trace', { at: record.startedAt, gzip: trace }) }]
        : []),
    ]),
  }
}
