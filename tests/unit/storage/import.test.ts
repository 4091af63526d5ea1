import { describe, expect, it } from 'vitest'
import type { CheckInEntry, DeletionEntry, LogEntry } from '../../../src/core/programme'
import { seal } from '../../../src/storage/records/envelope'
import { refusalText } from '../../../src/sentences/import-words'
import { ImportError, parseExport } from '../../../src/storage/transfer/import/parse'
import { planImport, type ImportPlan } from '../../../src/storage/transfer/import/plan'
import { logKey, setKey } from '../../../src/storage/records/keys'
import { Store } from '../../../src/storage/device/store'
import { EXPORT_FORMAT, type ExportDocument } from '../../../src/storage/records/schema'
import { exportEverything } from '../../support/export-everything'
import { memoryDb } from './memory'
import { aRecord } from './records'

const now = new Date('2026-11-23T09:00:00Z')

const checkIn = (id: string, changes: Partial<CheckInEntry> = {}): CheckInEntry => ({
  kind: 'check-in',
  id,
  seq: 1,
  day: '2026-11-20',
  at: Date.parse('2026-11-20T08:00:00Z'),
  zone: 'Europe/Berlin',
  pain: 2,
  reach: 'back',
  safety: 'clear',
  sleepHours: 7,
  sleepQuality: null,
  stress: 3,
  heavyDay: false,
  ...changes,
})

const asFile = (...log: readonly LogEntry[]): ExportDocument => ({
  format: EXPORT_FORMAT,
  exportedAt: '2026-11-22T20:00:00.000Z',
  records: log.map((entry) => ({ key: [...logKey(entry.id)], value: seal('log', entry) })),
})

const counts = ({ entries, refused }: ImportPlan) => [
  entries.fresh,
  entries.same,
  entries.conflicting,
  refused.length,
]

describe('an import', () => {
  it('is the same whichever of two devices takes the other, and a second time changes nothing', async () => {
    const mine = [checkIn('a'), checkIn('b', { pain: 1, seq: 2 })]
    const theirs = [checkIn('b', { pain: 4, seq: 3 }), checkIn('c', { seq: 4 })]
    const joined = await Promise.all(
      [
        [mine, theirs],
        [theirs, mine],
      ].map(async ([own = [], other = []]) => {
        const store = new Store(memoryDb())
        await store.keepEntries(own)
        const plan = planImport(asFile(...other), await store.everything(), now)
        expect(counts(plan)).toEqual([1, 0, 1, 0])
        await store.keepRecords(plan.writes)
        const again = planImport(asFile(...other), await store.everything(), now)
        expect(counts(again)).toEqual([0, 2, 0, 0])
        expect(again.writes).toEqual([])
        return (await store.readLog()).log
      }),
    )
    expect(joined[0]).toEqual(joined[1])
    // Both versions of "b" are there, and the one that was written later counts.
    expect(joined[0]?.filter(({ id }) => id.startsWith('b')).map(({ kind }) => kind)).toEqual([
      'set-aside',
      'check-in',
    ])
  })

  it('refuses the impossible with a reason and takes the rest', () => {
    const broken = { ...checkIn('x'), pain: 42 }
    const tomorrow = checkIn('y', { day: '2026-11-24', at: now.getTime() })
    const deletion: DeletionEntry = {
      ...{ kind: 'deletion', id: 'd', seq: 9, day: '2026-11-20' },
      ...{ at: Date.parse('2026-11-20T09:00:00Z'), zone: 'Europe/Berlin', target: 'a' },
    }
    const hidden: LogEntry = { ...deletion, kind: 'set-aside', id: 'x#1', entry: broken }
    const plan = planImport(asFile(checkIn('a'), broken, tomorrow, deletion, hidden), [], now)
    expect(counts(plan)).toEqual([2, 0, 0, 3])
    expect(plan.refused.map(refusalText)).toEqual([
      'Check-in of 20 November 2026: pain is 42; it must be from 0 to 10.',
      'Check-in of 24 November 2026: The day has not come yet.',
      'Version set aside of 20 November 2026: pain is 42; it must be from 0 to 10.',
    ])
  })

  it('keeps both versions of a set, and reads its own export back whole', async () => {
    const store = new Store(memoryDb())
    await store.keepSet(aRecord('one'))
    await store.keepEntries([checkIn('a')])
    const document = await exportEverything(store, now)
    expect(planImport(document, await store.everything(), now).writes).toEqual([])

    const empty = new Store(memoryDb())
    await empty.keepRecords(planImport(document, [], now).writes)
    expect((await empty.history()).sets.map(({ id }) => id)).toEqual(['one'])

    const other = { key: [...setKey('one')], value: seal('set', aRecord('one', { target: 3 })) }
    const plan = planImport({ ...document, records: [other] }, await store.everything(), now)
    expect(plan.sets).toEqual({ fresh: 0, same: 0, conflicting: 1 })
    expect(plan.writes.map(([key]) => key.slice(0, 3))).toEqual([['aside', 'set', 'one']])
  })

  it('names what is wrong with a whole file', () => {
    const codeOf = (text: string): string | null => {
      try {
        parseExport(text)
        return null
      } catch (error) {
        return error instanceof ImportError ? error.code : String(error)
      }
    }
    expect(codeOf('')).toBe('empty')
    expect(codeOf('{"format":')).toBe('not-json')
    expect(codeOf('[1]')).toBe('not-an-export')
    expect(codeOf('{"format":"keel.export/2","records":[]}')).toBe('newer-format')
    expect(codeOf(JSON.stringify(asFile()))).toBeNull()
  })
})
