/** Reading what is stored: whatever lies there, a value, "newer" or "broken", and never a throw. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { seal, type Opened } from '../../src/storage/records/envelope'
import { versions, type RecordType } from '../../src/storage/records/migrations'
import { openEntry, openSessionDraft } from '../../src/storage/records/log-entry'
import {
  openBackup,
  openDraft,
  openGraphics,
  openMonth,
  openSet,
  openSettings,
  openTrace,
  openUsual,
  openVideo,
} from '../../src/storage/records/schema'
import { Store } from '../../src/storage/device/store'
import { memoryDb } from '../unit/storage/memory'
import { fuzz, nothingLost } from './fuzz'
import { hostile } from './hostile'

const openers: Readonly<Record<RecordType, (raw: unknown) => Opened<unknown>>> = {
  set: openSet,
  draft: openDraft,
  month: openMonth,
  settings: openSettings,
  log: openEntry,
  'session-draft': openSessionDraft,
  backup: openBackup,
  graphics: openGraphics,
  trace: openTrace,
  video: openVideo,
  usual: openUsual,
}
const types = Object.keys(openers) as RecordType[]
const read = (type: RecordType, raw: unknown) => openers[type](raw)

fuzz(
  'a record of any version is read, newer or broken',
  fc.record({
    type: fc.constantFrom(...types),
    version: fc.oneof(fc.integer({ min: -1, max: 9 }), hostile.anyJson),
    data: fc.oneof(
      hostile.anyJson,
      hostile.record.map(({ value }) => value),
      hostile.record.map(({ value }) => (value as { data?: unknown } | null)?.data),
    ),
  }),
  ({ type, version, data }) => {
    const raw: unknown = { type, version, data }
    const opened = read(type, raw)
    if (Number.isSafeInteger(version) && Number(version) > versions[type])
      expect(opened).toEqual({ state: 'newer', version })
    else expect(opened.state).not.toBe('newer')
    if (opened.state !== 'ok') return
    // What was read is today's shape: written and read again it is the same.
    expect(read(type, seal(type, opened.value))).toEqual({ state: 'ok', value: opened.value })
  },
  3,
)

fuzz(
  'a device with anything on it opens, loads the rest and loses nothing',
  fc.array(hostile.record, { maxLength: 6 }),
  async (records) => {
    const db = memoryDb()
    for (const { key, value } of records) db.raw.set(JSON.stringify(key), value)
    const before = [...db.raw.values()].map((value) => JSON.stringify(value))
    const store = new Store(db)
    const [history, { log }] = [await store.history(), await store.readLog()]
    await Promise.all([store.readDraft(), store.sessionDraft.read(), store.settings.read()])
    for (const set of history.sets) expect((await store.readSet(set.id))?.state).toBe('ok')
    expect(log.length).toBeLessThanOrEqual(records.length)
    // Months are only summaries, and may be made anew.
    nothingLost(
      before.filter((text) => !text.includes('"type":"month"')),
      [...db.raw.values()].map((value) => JSON.stringify(value)),
    )
  },
  2,
)
