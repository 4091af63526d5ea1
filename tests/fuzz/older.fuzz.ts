/**
 * The way from older versions. Every kind of record is at its first version so far, so older ones are planted: today
 * becomes version 3, with two steps that lead to it. The tables are the app's own, and so is all that reads them.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect } from 'vitest'
import { canonical } from '../../src/core/programme/log/merge'
import { planImport } from '../../src/storage/transfer/import/plan'
import { migrations, versions, type Migration, type RecordType } from '../../src/storage/records/migrations'
import { EXPORT_FORMAT, type SetRecord } from '../../src/storage/records/schema'
import { Store } from '../../src/storage/device/store'
import { exportEverything } from '../support/export-everything'
import { memoryDb } from '../unit/storage/memory'
import { fuzz, nothingLost } from './fuzz'
import { hostile } from './hostile'

const TODAY = 3
const now = new Date('2026-11-23T09:00:00Z')
type Data = Readonly<Record<string, unknown>>

/** One version to the next, and back. The way up is as careless as a step can be: it takes for granted what it was written for. */
interface Step {
  readonly up: (data: Data) => unknown
  readonly down: (data: Data) => Data
}

const renamed =
  (from: string, to: string) =>
  ({ [from]: value, ...rest }: Data): Data => ({ ...rest, [to]: value })

const steps: Partial<Record<RecordType, readonly [Step, Step]>> = {
  set: [
    { up: renamed('goal', 'target'), down: renamed('target', 'goal') },
    {
      // Angles once stood beside the analysis, and a set without a zone is beyond help.
      up: ({ angles, analysis, ...rest }) =>
        rest.zone === undefined
          ? undefined
          : {
              ...rest,
              analysis: {
                ...(analysis as Data),
                series: Object.fromEntries((angles as [string, unknown][]).map(([name, row]) => [name, row])),
              },
            },
      down: ({ analysis, ...rest }) => {
        const { series, ...others } = analysis as Data
        return { ...rest, analysis: others, angles: Object.entries(series as Data) }
      },
    },
  ],
  log: [
    { up: renamed('what', 'kind'), down: renamed('kind', 'what') },
    {
      up: ({ when, ...rest }) => ({ ...rest, day: (when as Data).day, zone: (when as Data).zone }),
      down: ({ day, zone, ...rest }) => ({ ...rest, when: { day, zone } }),
    },
  ],
}

const tables = {
  versions: versions as Record<RecordType, number>,
  migrations: migrations as Record<RecordType, Record<number, Migration>>,
}
const before = { versions: { ...versions }, migrations: { ...migrations } }
beforeAll(() => {
  for (const [type, [first, second]] of Object.entries(steps) as [RecordType, readonly [Step, Step]][]) {
    tables.versions[type] = TODAY
    tables.migrations[type] = { 1: first.up as Migration, 2: second.up as Migration }
  }
})
afterAll(() => {
  Object.assign(tables.versions, before.versions)
  Object.assign(tables.migrations, before.migrations)
})

interface Envelope {
  readonly type: RecordType
  readonly data: Data
}

/** A record as an older Keel would have written it. */
function written({ type, data }: Envelope, version: number): unknown {
  const [first, second] = steps[type] ?? []
  let old = data
  if (version < 3 && second !== undefined) old = second.down(old)
  if (version < 2 && first !== undefined) old = first.down(old)
  return { type, version, data: old }
}

const whole = fc.record({
  sample: fc.constantFrom(...hostile.samples),
  version: fc.integer({ min: 1, max: TODAY }),
})
const older = (all: readonly { sample: (typeof hostile.samples)[number]; version: number }[]) => [
  ...new Map(
    all.map(({ sample: { key, value }, version }) => [
      JSON.stringify(key),
      { key, today: (value as Envelope).data, value: written(value as Envelope, version) },
    ]),
  ).values(),
]

/** All that a device has to show of sets and entries, as texts. */
async function shown(store: Store): Promise<string[]> {
  const texts = (await store.readLog()).log.map(canonical)
  for (const { id } of (await store.history()).sets) {
    const opened = await store.readSet(id)
    if (opened?.state === 'ok') texts.push(canonical(opened.value satisfies SetRecord))
  }
  return texts
}

fuzz(
  'records of planted older versions read as today’s, on the device and by a file',
  fc.array(whole, { minLength: 1, maxLength: 6 }),
  async (all) => {
    const records = older(all)
    const db = memoryDb()
    for (const { key, value } of records) db.raw.set(JSON.stringify(key), structuredClone(value))
    const wanted = records.map(({ today }) => canonical(JSON.parse(JSON.stringify(today))))
    const device = new Store(db)
    nothingLost(wanted, await shown(device))
    expect((await device.history()).aside).toBe(0)

    const file = JSON.parse(JSON.stringify(await exportEverything(device, now))) as Parameters<
      typeof planImport
    >[0]
    const plan = planImport(file, [], now)
    expect([plan.refused, plan.entries.fresh + plan.sets.fresh]).toEqual([[], records.length])
    const other = new Store(memoryDb())
    await other.keepRecords(plan.writes)
    nothingLost(wanted, await shown(other))
  },
)

fuzz(
  'what no step can help lies aside as it was, and the rest loads',
  fc.tuple(
    fc.array(whole, { maxLength: 4 }),
    fc.array(
      fc.record({
        type: fc.constantFrom<RecordType>('set', 'log'),
        version: fc.integer({ min: 1, max: 2 }),
        data: hostile.anyJson,
      }),
      { minLength: 1, maxLength: 3 },
    ),
  ),
  async ([good, bad]) => {
    const records = older(good)
    const db = memoryDb()
    for (const { key, value } of records) db.raw.set(JSON.stringify(key), structuredClone(value))
    for (const [index, value] of bad.entries())
      db.raw.set(JSON.stringify([value.type, `bad-${String(index)}`]), structuredClone(value))
    const store = new Store(db)
    nothingLost(
      records.map(({ today }) => canonical(JSON.parse(JSON.stringify(today)))),
      await shown(store),
    )
    expect((await store.history()).aside).toBe(bad.length)
    nothingLost(
      bad.map((value) => JSON.stringify(value)),
      (await store.everything()).map(({ value }) => JSON.stringify(value)),
    )
  },
)

fuzz(
  'a file of an older version with anything in it throws nothing',
  fc.array(
    fc.record({
      key: fc.constantFrom<string[]>(['set', 'one'], ['log', 'a'], ['log', 'b']),
      value: fc.record({
        type: fc.constantFrom<RecordType>('set', 'log'),
        version: fc.integer({ min: 1, max: TODAY + 1 }),
        data: fc.oneof(
          hostile.anyJson,
          hostile.record.map(({ value }) => (value as Envelope | null)?.data),
        ),
      }),
    }),
    { maxLength: 4 },
  ),
  (records) => {
    const plan = planImport({ format: EXPORT_FORMAT, exportedAt: now.toISOString(), records }, [], now)
    expect(plan.writes.length + plan.refused.length).toBeLessThanOrEqual(records.length)
  },
)
