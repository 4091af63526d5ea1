import { describe, expect, it } from 'vitest'
import { setKey } from '../../../src/storage/records/keys'
import { defaultSettings } from '../../../src/storage/records/defaults'
import { exportSchema, settingsSchema } from '../../../src/storage/records/schema'
import { Store } from '../../../src/storage/device/store'
import { exportEverything } from '../../support/export-everything'
import { memoryDb } from './memory'
import { aRecord } from './records'

describe('keeping sets', () => {
  it('reads back what it kept, and lists it newest first', async () => {
    const store = new Store(memoryDb())
    const older = aRecord('a')
    const newer = aRecord('b', { startedAt: '2026-11-21T07:30:00.000Z', day: '2026-11-21' })
    await store.keepSet(newer)
    await store.keepSet(older)

    expect(await store.readSet('a')).toEqual({ state: 'ok', value: older })
    expect((await store.history()).sets.map((set) => set.id)).toEqual(['b', 'a'])
    expect((await store.history()).sets[1]).toMatchObject({
      done: 8,
      steadyLimit: 6,
      gave: 'lumbar-extension',
    })
  })

  it('lists a set once however often it is kept', async () => {
    const store = new Store(memoryDb())
    await store.keepSet(aRecord('a'))
    await store.keepSet(aRecord('a'))
    expect((await store.history()).sets).toHaveLength(1)
  })

  it('mends a month that a closing page left one set short', async () => {
    const db = memoryDb()
    const store = new Store(db)
    await store.keepSet(aRecord('a'))
    db.raw.delete(JSON.stringify(['month', '2026-11']))
    expect((await store.history()).sets.map((set) => set.id)).toEqual(['a'])
    expect(db.raw.has(JSON.stringify(['month', '2026-11']))).toBe(true)
  })

  it('forgets one set and leaves the others', async () => {
    const store = new Store(memoryDb())
    await store.keepSet(aRecord('a'))
    await store.keepSet(aRecord('b'))
    await store.deleteSet('a')
    expect(await store.readSet('a')).toBeUndefined()
    expect((await store.history()).sets.map((set) => set.id)).toEqual(['b'])
  })

  it('forgets everything', async () => {
    const db = memoryDb()
    const store = new Store(db)
    await store.keepSet(aRecord('a'))
    await store.settings.keep({ ...defaultSettings, theme: 'dark' })
    await store.deleteEverything()
    expect(db.raw.size).toBe(0)
  })
})

describe('records that can not be used', () => {
  it('sets a broken one aside, keeps it exportable and loads the rest', async () => {
    const db = memoryDb()
    const store = new Store(db)
    await store.keepSet(aRecord('a'))
    const broken = { type: 'set', version: 1, data: { id: 'b', reps: 'eight' } }
    db.raw.set(JSON.stringify(setKey('b')), broken)

    const history = await store.history()
    expect(history.sets.map((set) => set.id)).toEqual(['a'])
    expect(history.aside).toBe(1)
    const { records } = await exportEverything(store, new Date(0))
    expect(records).toContainEqual({ key: ['aside', 'set', 'b'], value: broken })
  })

  it('leaves a newer one as it is', async () => {
    const db = memoryDb()
    const store = new Store(db)
    const newer = { type: 'set', version: 99, data: { id: 'b' } }
    db.raw.set(JSON.stringify(setKey('b')), newer)

    expect(await store.readSet('b')).toEqual({ state: 'newer', version: 99 })
    expect((await store.history()).newer).toBe(1)
    expect(db.raw.get(JSON.stringify(setKey('b')))).toEqual(newer)
  })
})

describe('the draft', () => {
  it('is offered until it is kept or dropped', async () => {
    const store = new Store(memoryDb())
    expect(await store.readDraft()).toBeUndefined()
    await store.keepDraft(aRecord('a'))
    expect((await store.readDraft())?.id).toBe('a')
    await store.keepSet(aRecord('a'))
    expect(await store.readDraft()).toBeUndefined()
  })
})

describe('settings', () => {
  it('start from the defaults and stay as they were left', async () => {
    const store = new Store(memoryDb())
    expect(await store.settings.read()).toBeUndefined()
    // Records of before a setting came read with the same value.
    expect(settingsSchema.parse({ theme: 'auto', onBreakdown: 'stop', sound: true })).toEqual(defaultSettings)
    await store.settings.keep({ ...defaultSettings, onBreakdown: 'tell' })
    expect((await store.settings.read())?.onBreakdown).toBe('tell')
  })
})

describe('the export', () => {
  it('is JSON that its own schema reads', async () => {
    const store = new Store(memoryDb())
    await store.keepSet(aRecord('a'))
    const document = await exportEverything(store, new Date(0))
    expect(exportSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document)
    expect(document.records.map((record) => record.key[0])).toEqual(['set'])
  })
})
