import { describe, expect, it } from 'vitest'
import { seal } from '../../../src/storage/records/envelope'
import { logKey } from '../../../src/storage/records/keys'
import { Store } from '../../../src/storage/device/store'
import { exportEverything } from '../../support/export-everything'
import { Diary } from '../programme/diary'
import { memoryDb } from './memory'

const { log } = new Diary()

describe('the programme’s log', () => {
  it('comes back in its order, one key an entry', async () => {
    const db = memoryDb()
    const store = new Store(db)
    await store.keepEntries(log.toReversed())
    expect(await store.readLog()).toEqual({ log, newer: 0 })
    expect(await db.keys()).toEqual([
      ['log', 'e1'],
      ['log', 'e2'],
    ])
  })

  it('sets a broken entry aside, and leaves a newer one alone', async () => {
    const db = memoryDb()
    const store = new Store(db)
    await store.keepEntries(log)
    const [first] = log
    await db.setMany([
      [logKey('bad'), seal('log', { ...first, id: 'bad', edition: 'one' })],
      [logKey('new'), { type: 'log', version: 99, data: {} }],
    ])
    expect(await store.readLog()).toEqual({ log, newer: 1 })
    const keys = await db.keys()
    expect(keys).toContainEqual(['aside', 'log', 'bad'])
    expect(keys).toContainEqual(['log', 'new'])
    expect(keys).not.toContainEqual(['log', 'bad'])
  })

  it('keeps an entry that a clock dated ahead, and what it does not know in one', async () => {
    const store = new Store(memoryDb())
    const [first] = log
    const ahead = {
      ...first,
      id: 'ahead',
      day: '2030-01-01',
      at: Date.parse('2030-01-01T12:00:00Z'),
      note: 'from later',
    }
    await store.keepEntries([ahead as (typeof log)[number]])
    expect((await store.readLog()).log).toEqual([ahead])
  })

  it('is part of everything that is taken away or deleted', async () => {
    const store = new Store(memoryDb())
    await store.keepEntries(log)
    const { records } = await exportEverything(store, new Date())
    expect(records.map(({ key }) => key)).toEqual([
      ['log', 'e1'],
      ['log', 'e2'],
    ])
    await store.deleteEverything()
    expect(await store.readLog()).toEqual({ log: [], newer: 0 })
  })
})
