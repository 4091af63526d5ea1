/** The way in for files from elsewhere: whatever the file, nothing throws but a named refusal, and nothing odd is written. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { canonical } from '../../src/core/programme/log/merge'
import { openEntry } from '../../src/storage/records/log-entry'
import { EXPORT_FORMAT, openSet, type ExportDocument } from '../../src/storage/records/schema'
import { Store } from '../../src/storage/device/store'
import { exportEverything } from '../support/export-everything'
import { ImportError, parseExport } from '../../src/storage/transfer/import/parse'
import { planImport, type StoredRecord } from '../../src/storage/transfer/import/plan'
import { memoryDb } from '../unit/storage/memory'
import { fuzz, nothingLost } from './fuzz'
import { hostile } from './hostile'

const now = new Date('2026-11-23T09:00:00Z')
const exportedAt = '2026-11-22T20:00:00.000Z'
const asFile = (records: ExportDocument['records']): ExportDocument => ({
  format: EXPORT_FORMAT,
  exportedAt,
  records,
})
const whole = JSON.stringify(asFile([...hostile.samples]))

/** Reads a text as an import does; null when it was refused by name. */
function read(text: string): ExportDocument | null {
  try {
    return parseExport(text)
  } catch (error) {
    expect(error).toBeInstanceOf(ImportError)
    return null
  }
}

fuzz(
  'any text is an export or a named refusal',
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    hostile.anyJson.map((value) => JSON.stringify(value)),
    hostile.anyJson.map((records) => JSON.stringify({ format: EXPORT_FORMAT, exportedAt, records })),
  ),
  (text) => {
    read(text)
  },
  2,
)

fuzz(
  'half a file is refused, wherever it breaks off',
  fc.integer({ min: 0, max: whole.length - 1 }),
  (length) => {
    expect(read(whole.slice(0, length))).toBeNull()
  },
  0.05,
)

fuzz(
  'a file with one byte changed never throws',
  fc.tuple(fc.nat(), fc.nat({ max: 127 })),
  ([at, code]) => {
    const place = at % whole.length
    const text = whole.slice(0, place) + String.fromCharCode(code) + whole.slice(place + 1)
    const document = read(text)
    if (document !== null) planImport(document, [], now)
  },
  0.05,
)

fuzz(
  'what is written can be read, and taking the file again changes nothing',
  fc.array(hostile.record, { maxLength: 5 }),
  async (records) => {
    const document = read(JSON.stringify(asFile(records)))
    if (document === null) return
    const plan = planImport(document, [], now)
    const counted = [plan.entries, plan.sets, plan.carried].map(
      ({ fresh, same, conflicting }) => fresh + same + conflicting,
    )
    const told =
      counted.reduce((sum, count) => sum + count, 0) + plan.refused.length + plan.leftOut + plan.own
    expect(told).toBe(document.records.length)
    for (const [key, value] of plan.writes) {
      if (key[0] === 'log') expect(openEntry(value).state).not.toBe('broken')
      else if (key[0] === 'set') expect(openSet(value).state).not.toBe('broken')
      else expect(['aside', 'settings', 'draft']).toContain(key[0])
    }
    const db = memoryDb()
    const store = new Store(db)
    await store.keepRecords(plan.writes)
    expect(planImport(document, await store.everything(), now).writes).toEqual([])
    const { aside } = await store.history()
    expect(aside).toBe(plan.writes.filter(([key]) => key[0] === 'aside').length)
    expect(Object.prototype).not.toHaveProperty('kind')
  },
  3,
)

fuzz(
  'two devices that take each other’s files hold the same log',
  fc.tuple(fc.array(hostile.record, { maxLength: 4 }), fc.array(hostile.record, { maxLength: 4 })),
  async (files) => {
    const [mine, theirs] = files.map((records) => read(JSON.stringify(asFile(records))))
    if (!mine || !theirs) return
    const join = async (first: ExportDocument, second: ExportDocument): Promise<unknown> => {
      const store = new Store(memoryDb())
      for (const document of [first, second]) {
        const here: StoredRecord[] = await store.everything()
        await store.keepRecords(planImport(document, here, now).writes)
      }
      return (await store.readLog()).log
    }
    expect(await join(mine, theirs)).toEqual(await join(theirs, mine))
  },
)

/** A record as what it says, whichever place it has: an entry may lie in another that sets it aside. */
function* textsOf(records: readonly StoredRecord[]): Generator<string> {
  for (const { value } of records) {
    yield canonical(value)
    const opened = openEntry(value)
    if (opened.state === 'ok')
      yield canonical(opened.value.kind === 'set-aside' ? opened.value.entry : opened.value)
  }
}

fuzz(
  'an import onto a device with anything on it loses nothing of either',
  fc.tuple(fc.array(hostile.record, { maxLength: 4 }), fc.array(hostile.record, { maxLength: 4 })),
  async ([mine, theirs]) => {
    const document = read(JSON.stringify(asFile(theirs)))
    if (document === null) return
    const db = memoryDb()
    for (const { key, value } of mine) db.raw.set(JSON.stringify(key), value)
    const store = new Store(db)
    // As the app does before anything can be taken in.
    await store.history()
    await store.readLog()
    const here = await store.everything()
    const plan = planImport(document, here, now)
    await store.keepRecords(plan.writes)
    const after = [...textsOf(await store.everything())]
    const told = ({ key: [kind], value }: StoredRecord): string => {
      const opened = kind === 'log' ? openEntry(value) : null
      if (opened?.state !== 'ok') return canonical(value)
      return canonical(opened.value.kind === 'set-aside' ? opened.value.entry : opened.value)
    }
    nothingLost(here.map(told), after)
    const brought = document.records.filter(({ key: [kind], value }) => {
      const whole = kind === 'set' ? openSet(value).state === 'ok' : false
      return whole && !plan.refused.some(({ what }) => what === 'set')
    })
    nothingLost(
      brought.map(({ value }) => canonical(value)),
      after,
    )
  },
)

fuzz(
  'an export taken in on an empty device exports the same bytes',
  fc.array(hostile.record, { maxLength: 5 }),
  async (records) => {
    const document = read(JSON.stringify(asFile(records)))
    if (document === null) return
    const first = new Store(memoryDb())
    await first.keepRecords(planImport(document, [], now).writes)
    await first.history()
    const taken = JSON.stringify(await exportEverything(first, now))
    const second = new Store(memoryDb())
    await second.keepRecords(planImport(parseExport(taken), [], now).writes)
    await second.history()
    expect(JSON.stringify(await exportEverything(second, now))).toBe(taken)
  },
)
