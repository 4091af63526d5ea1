/** Sets made from the recorded traces, as an export that the app takes in. */
import { seal } from '../../src/storage/records/envelope'
import { setKey, traceKey } from '../../src/storage/records/keys'
import { EXPORT_FORMAT, type ExportDocument } from '../../src/storage/records/schema'
import { setFrom, type ReviewedSet } from './recorded-set'
import { clip, framesOf } from './replay'

export const aSetOf = (name: string, id: string): Promise<ReviewedSet> =>
  setFrom(framesOf(name), { id, exercise: clip(name).exercise })

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
