/** Years of training as a device keeps them: a simulated year over and over, and sets as large as recorded ones. */
import { headFor, SetRecorder } from '../../src/app/set/recording/set-recorder'
import { createAnalyser } from '../../src/core/analysis/create-analyser'
import { addDays, daysBetween, type LogEntry, type SessionEntry } from '../../src/core/programme'
import { exercises } from '../../src/exercises'
import { seal } from '../../src/storage/records/envelope'
import { logKey, setKey } from '../../src/storage/records/keys'
import type { SetRecord } from '../../src/storage/records/schema'
import { EXPORT_FORMAT } from '../../src/storage/records/schema'
import { framesOf } from './replay'

/** Days by which a year is moved back: whole weeks, so that weekdays stay. */
const YEAR = 364

export interface Life {
  readonly log: LogEntry[]
  /** What of a set differs from the template. */
  readonly sets: Pick<SetRecord, 'id' | 'day' | 'startedAt' | 'exercise' | 'variation' | 'side'>[]
}

/** A set as the app records it, from a film's landmarks: about 20 kB. */
export function recordedSet(): SetRecord {
  const head = headFor(
    { source: 'camera', exercise: 'bridge', variation: 'double-leg', side: null, target: null },
    'template',
    new Date(),
    'Europe/Berlin',
  )
  const analyser = createAnalyser({ exercise: exercises.bridge, variation: 'double-leg', side: null })
  const recorder = new SetRecorder(head, analyser)
  for (const frame of framesOf('bridge_clean_side')) recorder.step(frame)
  return recorder.finish('plan-complete')
}

/** Of a year the weeks of someone who trains in a fifth of them: 5,000 sets take ten years. */
export const seldom = (year: readonly LogEntry[]): LogEntry[] =>
  year.filter(({ day }) => Math.floor(daysBetween('2000-01-03', day) / 7) % 5 === 0)

/** A simulated year over and over, back in time, until it has that many sets; the older ones fall away. */
export function lifeOf(year: readonly LogEntry[], size: number): Life {
  const life: Life = { log: [], sets: [] }
  for (let back = 0; life.sets.length < size; back++) {
    const rename = (id: string): string => `${id}.${back}`
    for (const entry of year.toReversed()) {
      if (life.sets.length >= size) break
      const day = addDays(entry.day, -YEAR * back)
      const moved = {
        ...entry,
        ...{ id: rename(entry.id), day, at: entry.at - back * YEAR * 86_400_000 },
        ...(entry.kind === 'session'
          ? { sets: entry.sets.map((set) => ({ ...set, id: rename(set.id) })) }
          : {}),
        ...(entry.kind === 'after' ? { session: rename(entry.session) } : {}),
        ...(entry.kind === 'plan' ? { plan: { ...entry.plan, day } } : {}),
      } as LogEntry
      life.log.push(moved)
      if (moved.kind === 'session') life.sets.push(...setsOf(moved))
    }
  }
  const first = year[0]
  if (first !== undefined)
    life.log.push(...year.filter(({ kind }) => kind === 'profile' || kind === 'screen-read'))
  const unique = new Map(life.log.map((entry) => [entry.id, entry]))
  const ordered = [...unique.values()].sort((a, b) => a.day.localeCompare(b.day) || a.seq - b.seq)
  return { log: ordered.map((entry, seq) => ({ ...entry, seq: seq + 1 })), sets: life.sets.slice(0, size) }
}

const setsOf = ({ sets, day }: SessionEntry): Life['sets'] =>
  sets.map(({ id, exercise, variation, side }, index) => ({
    ...{ id, day, exercise, variation, side },
    startedAt: new Date(Date.parse(`${day}T07:00:00Z`) + index * 120_000).toISOString(),
  }))

/** The life as the pieces of one exported file, each set a copy of the template. */
export function lifeExport({ log, sets }: Life, template: SetRecord, exportedAt: string): string[] {
  const records = [
    ...log.map((entry) => ({ key: logKey(entry.id), value: seal('log', entry) })),
    ...sets.map((set) => ({
      key: setKey(set.id),
      value: seal('set', { ...template, ...set, analysis: { ...template.analysis, exercise: set.exercise } }),
    })),
  ].map((record, index) => (index === 0 ? '' : ',') + JSON.stringify(record))
  return [
    `{"format":${JSON.stringify(EXPORT_FORMAT)},"exportedAt":${JSON.stringify(exportedAt)},"records":[`,
    ...records,
    ']}',
  ]
}
