/** When Keel reminds of a backup, and when it asks the browser to keep the data for good. */
import { describe, expect, it } from 'vitest'
import { BACKUP_RULE, BackupState, shouldRemind, unsavedSince } from '../../../src/app/data/backup.svelte'
import { noBackup } from '../../../src/storage/records/defaults'
import { Store } from '../../../src/storage/device/store'
import { memoryDb } from '../storage/memory'

const DAY = 86_400_000
const now = Date.parse('2026-11-23T09:00:00Z')
const iso = (at: number): string => new Date(at).toISOString()
/** Sets done so many days ago. */
const setsOf = (...daysAgo: readonly number[]) =>
  daysAgo.map((days) => ({ startedAt: iso(now - days * DAY) }))
const many = (count: number, daysAgo: number) => setsOf(...Array.from({ length: count }, () => daysAgo))
const reminds = (sets: ReturnType<typeof setsOf>, backup: Partial<typeof noBackup> = {}): boolean => {
  const whole = { ...noBackup, ...backup }
  return shouldRemind(whole, unsavedSince(whole, sets, [], now), now)
}
const { weeks, sets: few, manySets, putOffDays } = BACKUP_RULE

describe('the reminder', () => {
  it('comes by weeks and by how much would be lost, and by neither alone', () => {
    expect(reminds([])).toBe(false)
    expect(reminds(many(few, 7 * weeks))).toBe(true)
    expect(reminds(many(few - 1, 7 * weeks))).toBe(false)
    expect(reminds(many(few, 7 * weeks - 1))).toBe(false)
  })

  it('comes at once when very much would be lost', () => {
    expect(reminds(many(manySets, 1))).toBe(true)
    expect(reminds(many(manySets - 1, 1))).toBe(false)
  })

  it('counts from the last export: what it took with it is safe', () => {
    const exportedAt = iso(now - 20 * DAY)
    expect(reminds([...many(100, 30), ...many(few, 10)], { exportedAt })).toBe(false)
    expect(reminds(many(few, 10), { exportedAt: iso(now - 7 * weeks * DAY) })).toBe(true)
    expect(unsavedSince({ ...noBackup, exportedAt }, setsOf(30, 21, 19, 1), [], now)).toEqual({
      ...{ sets: 2, entries: 0, weeks: 2 },
    })
  })

  it('stays away for two weeks once it was put off', () => {
    const due = many(few, 7 * weeks + 30)
    expect(reminds(due, { putOffAt: iso(now - putOffDays * DAY + 1) })).toBe(false)
    expect(reminds(due, { putOffAt: iso(now - putOffDays * DAY) })).toBe(true)
  })
})

describe('asking the browser to keep the data', () => {
  const manager = (kept: boolean, answer = kept) => {
    const asked: boolean[] = []
    const persist = (): Promise<boolean> => {
      asked.push(answer)
      return Promise.resolve(answer)
    }
    return { asked, storage: { persisted: () => Promise.resolve(kept), persist } }
  }
  const loaded = async (store: Store, storage: Partial<StorageManager> | undefined) => {
    const backup = new BackupState(store, storage)
    await backup.load()
    return backup
  }

  it('is worth it where it has not promised, once, and the answer is kept', async () => {
    const store = new Store(memoryDb())
    const { asked, storage } = manager(false)
    const backup = await loaded(store, storage)
    expect([backup.persistence, backup.mayAsk, asked]).toEqual(['no', true, []])
    await backup.ask()
    expect([backup.persistence, backup.mayAsk, asked]).toEqual(['no', false, [false]])
    expect((await loaded(store, storage)).mayAsk).toBe(false)
  })

  it('is not worth it where it has promised, or can’t be asked', async () => {
    const store = new Store(memoryDb())
    for (const [storage, lasting] of [
      [manager(true).storage, 'yes'],
      [undefined, 'unknown'],
    ] as const) {
      const backup = await loaded(store, storage)
      expect([backup.persistence, backup.mayAsk]).toEqual([lasting, false])
    }
  })

  it('takes a promise, and a no of the person, for an answer', async () => {
    const yes = await loaded(new Store(memoryDb()), manager(false, true).storage)
    await yes.ask()
    expect(yes.persistence).toBe('yes')
    const { asked, storage } = manager(false)
    const no = await loaded(new Store(memoryDb()), storage)
    await no.notNow()
    expect([no.mayAsk, asked]).toEqual([false, []])
  })

  it('forgets that it was put off when everything is exported', async () => {
    const store = new Store(memoryDb())
    const backup = await loaded(store, manager(true).storage)
    await backup.putOff(new Date(now))
    await backup.exported(new Date(now + DAY))
    expect(await store.backup.read()).toEqual({ exportedAt: iso(now + DAY), putOffAt: null, asked: false })
  })
})
