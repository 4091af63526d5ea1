import { describe, expect, it } from 'vitest'
import { planImport } from '../../../src/storage/transfer/import/plan'
import { traceKey, videoKey } from '../../../src/storage/records/keys'
import { TRACES_KEPT } from '../../../src/storage/device/media'
import { Store } from '../../../src/storage/device/store'
import { exportEverything } from '../../support/export-everything'
import { memoryDb } from './memory'
import { aRecord } from './records'

const at = (day: number): string => new Date(Date.UTC(2026, 9, day)).toISOString()
const film = (bytes: number): Blob => new Blob([new Uint8Array(bytes)], { type: 'video/webm' })

describe('the movement of sets', () => {
  it('is kept for the latest ones, whatever the order in which they come', async () => {
    const store = new Store(memoryDb())
    await store.media.keepTrace('first', at(2), 'QUJD')
    for (let day = 3; day < 3 + TRACES_KEPT; day += 1)
      await store.media.keepTrace(`set-${String(day)}`, at(day), 'QUJD')
    await store.media.keepTrace('older-still', at(1), 'QUJD')
    expect(await store.media.readTrace('first')).toBeNull()
    expect(await store.media.readTrace('older-still')).toBeNull()
    expect(await store.media.readTrace('set-3')).toBe('QUJD')
  })

  it('goes with its set, and is nothing when it can not be read', async () => {
    const db = memoryDb()
    const store = new Store(db)
    await store.keepSet(aRecord('a'))
    await store.media.keepTrace('a', at(1), 'QUJD')
    db.raw.set(JSON.stringify(traceKey('b')), { type: 'trace', version: 1, data: { gzip: 7 } })
    expect(await store.media.readTrace('b')).toBeNull()
    await store.deleteSet('a')
    expect(await store.media.readTrace('a')).toBeNull()
  })

  it('travels in an export and comes in with it, but not over this device’s own', async () => {
    const there = new Store(memoryDb())
    await there.keepSet(aRecord('a'))
    await there.media.keepTrace('a', at(1), 'QUJD')
    const file = await exportEverything(there, new Date(at(3)))

    const here = new Store(memoryDb())
    await here.keepRecords(planImport(file, await here.everything(), new Date(at(3))).writes)
    expect(await here.media.readTrace('a')).toBe('QUJD')

    const own = new Store(memoryDb())
    await own.media.keepTrace('a', at(1), 'WFla')
    await own.keepRecords(planImport(file, await own.everything(), new Date(at(3))).writes)
    expect(await own.media.readTrace('a')).toBe('WFla')
  })
})

describe('films that were asked for', () => {
  it('are listed with their size, and stay out of every export', async () => {
    const store = new Store(memoryDb())
    await store.media.keepVideo('a', { film: film(3000), from: 1.5, until: at(20) })
    expect(await store.media.videos()).toEqual([{ id: 'a', bytes: 3000, until: at(20) }])
    expect((await store.media.readVideo('a', new Date(at(19))))?.from).toBe(1.5)
    expect((await exportEverything(store, new Date(at(3)))).records).toEqual([])
  })

  it('are over after their day, even before they are let go of', async () => {
    const db = memoryDb()
    const store = new Store(db)
    await store.media.keepVideo('old', { film: film(1), from: 0, until: at(10) })
    await store.media.keepVideo('new', { film: film(1), from: 0, until: at(20) })
    expect(await store.media.readVideo('old', new Date(at(11)))).toBeNull()
    expect(db.raw.has(JSON.stringify(videoKey('old')))).toBe(true)
    await store.media.dropExpired(new Date(at(11)))
    expect((await store.media.videos()).map(({ id }) => id)).toEqual(['new'])
  })

  it('go with their set, one by one, and all together', async () => {
    const store = new Store(memoryDb())
    for (const id of ['a', 'b', 'c'])
      await store.media.keepVideo(id, { film: film(1), from: 0, until: at(20) })
    await store.deleteSet('a')
    await store.media.deleteVideos(['b'])
    expect((await store.media.videos()).map(({ id }) => id)).toEqual(['c'])
    await store.deleteEverything()
    expect(await store.media.videos()).toEqual([])
  })
})
