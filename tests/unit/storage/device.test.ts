import { describe, expect, it } from 'vitest'
import { Device } from '../../../src/storage/device/device'
import { setKey } from '../../../src/storage/records/keys'
import type { KeyValue } from '../../../src/storage/device/keyvalue'
import { memoryDb } from '../../../src/storage/device/memory'
import { Store } from '../../../src/storage/device/store'
import { aRecord } from './records'

const full = (): Promise<never> => Promise.reject(new DOMException('no room', 'QuotaExceededError'))
const closed = (): Promise<never> =>
  Promise.reject(new DOMException('The database connection is closing.', 'InvalidStateError'))
const refuse = (): Promise<never> => Promise.reject(new DOMException('not here', 'SecurityError'))

/** A database whose writes above a size find no room. */
function small(largest: number, db = memoryDb()): KeyValue {
  return {
    ...db,
    setMany: (entries) => (JSON.stringify(entries).length > largest ? full() : db.setMany(entries)),
    update: () => full(),
  }
}

const withAngles = (id: string) => {
  const record = aRecord(id)
  const time = Array.from({ length: 400 }, (_, index) => index / 10)
  return { ...record, analysis: { ...record.analysis, series: { ...record.analysis.series, time } } }
}

describe('a device that is full', () => {
  it('keeps the set without its angles when that fits', async () => {
    const kept: string[] = []
    const store = new Store(new Device(() => small(3000)), (how) => kept.push(how))
    await store.keepSet(withAngles('a'))
    expect(kept).toEqual(['short'])
    const opened = await store.readSet('a')
    expect(opened?.state === 'ok' && opened.value.analysis.reps.length).toBe(8)
    expect(opened?.state === 'ok' && opened.value.analysis.series.time).toEqual([])
    expect((await store.history()).sets.map(({ id }) => id)).toEqual(['a'])
  })

  it('holds the whole set in the page when nothing fits, exports it, and settles when there is room', async () => {
    const device = memoryDb()
    let room = 10
    const db = new Device(() => ({
      ...device,
      setMany: (entries) => (JSON.stringify(entries).length > room ? full() : device.setMany(entries)),
      update: (key, change) => (room < 100 ? full() : device.update(key, change)),
    }))
    const store = new Store(db)
    await store.keepSet(withAngles('a'))
    expect(db.keeping.waiting).toBe(1)
    expect(device.raw.size).toBe(0)
    expect((await store.history()).sets.map(({ id }) => id)).toEqual(['a'])
    expect((await store.everything()).map(({ key }) => key)).toEqual([['set', 'a']])

    expect(await db.settle()).toBe(false)
    room = 1e9
    expect(await db.settle()).toBe(true)
    expect(db.keeping.waiting).toBe(0)
    expect(device.raw.has(JSON.stringify(setKey('a')))).toBe(true)
  })
})

describe('a database that fails', () => {
  it('is opened anew once after the browser closed it', async () => {
    const kept = memoryDb()
    let opened = 0
    const db = new Device(() => {
      opened += 1
      let calls = 0
      return {
        ...kept,
        setMany: (entries) => (opened === 1 && ++calls > 1 ? closed() : kept.setMany(entries)),
      }
    })
    const store = new Store(db)
    await store.keepSet(aRecord('a'))
    await store.keepSet(aRecord('b'))
    expect(opened).toBe(2)
    expect((await store.history()).sets).toHaveLength(2)
    expect(db.keeping).toEqual({ refused: null, waiting: 0 })
  })

  it('is replaced by the page where the browser refuses it, and says so', async () => {
    const refused: KeyValue = {
      ...{ keys: refuse, all: refuse, getMany: refuse, setMany: refuse },
      ...{ update: refuse, deleteMany: refuse, clear: refuse },
    }
    const db = new Device(() => refused)
    const told: unknown[] = []
    db.onchange(({ refused: why }) => told.push(why))
    const store = new Store(db)
    await store.keepSet(aRecord('a'))
    expect((await store.history()).sets).toHaveLength(1)
    expect(db.keeping.refused).toBeInstanceOf(DOMException)
    expect(told).toHaveLength(1)
  })

  it('tells a fault when it once worked: nothing slips into the page unseen', async () => {
    const kept = memoryDb()
    let broken = false
    const db = new Device(() => ({
      ...kept,
      setMany: (entries) => (broken ? refuse() : kept.setMany(entries)),
    }))
    const store = new Store(db)
    await store.keepSet(aRecord('a'))
    broken = true
    await expect(store.keepSet(aRecord('b'))).rejects.toThrow('not here')
  })
})
