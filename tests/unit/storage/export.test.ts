/** An export too large for one file comes in parts, each an export by itself; together they are everything. */
import { describe, expect, it } from 'vitest'
import type { CheckInEntry } from '../../../src/core/programme'
import { seal } from '../../../src/storage/records/envelope'
import { LARGEST_FILE_BYTES, parseExport } from '../../../src/storage/transfer/import/parse'
import { planImport } from '../../../src/storage/transfer/import/plan'
import { setKey } from '../../../src/storage/records/keys'
import { Store } from '../../../src/storage/device/store'
import { exportParts, LARGEST_PART_CHARACTERS } from '../../../src/storage/transfer/export'
import { exportEverything } from '../../support/export-everything'
import { memoryDb } from './memory'
import { aRecord } from './records'

const now = new Date('2026-11-23T09:00:00Z')
const SETS = 450

const checkIn = (id: string): CheckInEntry => ({
  ...{ kind: 'check-in', id, seq: 1, day: '2026-11-20', at: Date.parse('2026-11-20T08:00:00Z') },
  ...{ zone: 'Europe/Berlin', pain: 2, reach: 'back', safety: 'clear', heavyDay: false },
  ...{ sleepHours: 7, sleepQuality: null, stress: 3 },
})

/** More records than are read in one go, so that a part ends within and between two readings. */
async function filled(): Promise<Store> {
  const store = new Store(memoryDb())
  await store.keepRecords(
    Array.from({ length: SETS }, (_, index) => `set-${String(index)}`).map((id) => [
      setKey(id),
      seal('set', aRecord(id)),
    ]),
  )
  await store.keepEntries([checkIn('a'), checkIn('b')])
  return store
}

describe('an export in parts', () => {
  it('leaves room for a part to be taken in again', () => {
    expect(LARGEST_PART_CHARACTERS).toBeLessThan(LARGEST_FILE_BYTES)
  })

  it.each([1, 20_000, 100_000])(
    'holds each record once, none cut, in files of at most %i letters',
    async (largest) => {
      const store = await filled()
      const parts = (await exportParts(store, now, largest)).map((pieces) => pieces.join(''))
      const documents = parts.map(parseExport)
      for (const [index, part] of parts.entries()) {
        const { format, exportedAt, records } = documents[index] ?? { records: [] }
        expect([format, exportedAt]).toEqual(['keel.export/1', now.toISOString()])
        // A record that is larger by itself stands alone.
        if (records.length > 1) expect(part.length).toBeLessThanOrEqual(largest + 100)
      }
      expect(documents.flatMap(({ records }) => records)).toEqual(
        (await exportEverything(store, now)).records,
      )
      expect(parts.length).toBeGreaterThan(largest === 1 ? SETS : 1)
    },
  )

  it('comes back whole on another device, whichever part is taken first', async () => {
    const store = await filled()
    const whole = JSON.stringify(await exportEverything(store, now))
    const parts = (await exportParts(store, now, 100_000)).map((pieces) => parseExport(pieces.join('')))
    for (const order of [parts, parts.toReversed()]) {
      const other = new Store(memoryDb())
      for (const part of order)
        await other.keepRecords(planImport(part, await other.everything(), now).writes)
      expect(JSON.stringify(await exportEverything(other, now))).toBe(whole)
      expect((await other.history()).sets).toHaveLength(SETS)
    }
  })

  it('is one file with nothing in it where nothing is kept', async () => {
    const [only = [], ...others] = await exportParts(new Store(memoryDb()), now)
    expect(others).toEqual([])
    expect(parseExport(only.join('')).records).toEqual([])
  })
})

describe('what can’t be read', () => {
  it('lies aside beside what lies there already', async () => {
    const db = memoryDb()
    const store = new Store(db)
    for (const reps of ['seven', 'eight', 'eight']) {
      db.raw.set(JSON.stringify(['set', 'a']), { type: 'set', version: 1, data: { reps } })
      await store.history()
    }
    const { records } = await exportEverything(store, now)
    expect(records.map(({ key, value }) => [key, (value as { data: unknown }).data])).toEqual([
      [['aside', 'set', 'a'], { reps: 'seven' }],
      [['aside', 'set', 'a', '2'], { reps: 'eight' }],
    ])
  })

  it('keeps every version of a set that comes twice in a file', async () => {
    const store = new Store(memoryDb())
    const records = [1, 2, 3].map((target) => ({
      key: ['set', 'a'],
      value: { type: 'set', version: 1, data: aRecord('a', { target }) },
    }))
    const document = { format: 'keel.export/1', exportedAt: now.toISOString(), records } as const
    const plan = planImport(document, [], now)
    expect(plan.sets).toEqual({ fresh: 1, same: 0, conflicting: 2 })
    await store.keepRecords(plan.writes)
    const kept = (await store.everything()).map(
      ({ value }) => (value as { data: { target: number } }).data.target,
    )
    expect(kept.sort()).toEqual([1, 2, 3])
    const again = planImport(document, await store.everything(), now)
    expect([again.sets, again.writes]).toEqual([{ fresh: 0, same: 3, conflicting: 0 }, []])
  })
})
