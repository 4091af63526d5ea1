/** What is on the device when a state is shown: a database in memory, with logs and sets of people who don't exist. */
import { addDays, type Day } from '../src/core/programme'
import { memoryDb } from '../src/storage/device/memory'
import type { KeyValue } from '../src/storage/device/keyvalue'
import { Store } from '../src/storage/device/store'
import { defaultSettings } from '../src/storage/records/defaults'
import type { SetRecord, Settings } from '../src/storage/records/schema'
import type { Kind } from '../tests/property/programme/people'
import { recorderOf, setFrom } from '../tests/support/recorded-set'
import { aYear } from '../tests/support/year'
import { Diary } from '../tests/unit/programme/diary'
import { framesOf, planOf } from './traces'

interface SetWish {
  readonly id?: string
  readonly trace?: string
  readonly daysAgo?: number
  readonly stop?: 'form' | 'plan-complete'
}

export class Seeds {
  readonly day: Day
  /** The trace of the state. */
  readonly trace: string
  /** What the device throws at each write, and at each read after `readsLeft` more; null while it works. */
  readonly faults: { write: Error | null; read: Error | null; readsLeft: number } = {
    write: null,
    read: null,
    readsLeft: 0,
  }
  readonly #db = memoryDb()
  readonly store = new Store(this.#db)

  constructor(day: Day, trace: string) {
    this.day = day
    this.trace = trace
  }

  /** Opens the database for the app. */
  readonly connect = (): KeyValue => {
    const { faults } = this
    const db = this.#db
    const read = <T>(work: () => Promise<T>): Promise<T> =>
      faults.read === null || faults.readsLeft-- > 0 ? work() : Promise.reject(faults.read)
    const write = (work: () => Promise<void>): Promise<void> =>
      faults.write === null ? work() : Promise.reject(faults.write)
    return {
      keys: (kind) => read(() => db.keys(kind)),
      all: (kind) => read(() => db.all(kind)),
      getMany: (keys) => read(() => db.getMany(keys)),
      setMany: (entries) => write(() => db.setMany(entries)),
      update: (key, change) => write(() => db.update(key, change)),
      deleteMany: (keys) => write(() => db.deleteMany(keys)),
      clear: () => write(() => db.clear()),
    }
  }

  settings(changes: Partial<Settings>): Promise<void> {
    return this.store.settings.keep({ ...defaultSettings, ...changes })
  }

  /** Somebody who trains on Monday, Wednesday and Friday, from so many weeks before the day up to the day before. */
  diary(weeks: number): Diary {
    const monday = addDays(this.day, -7 * weeks - ((new Date(this.day).getUTCDay() + 6) % 7))
    const diary = new Diary({}, monday)
    for (let day = monday; day < this.day; day = addDays(day, 1))
      if (diary.plan(day).kind === 'session') diary.train(day)
    return diary
  }

  keep({ log }: Diary): Promise<void> {
    return this.store.keepEntries(log)
  }

  /** A simulated year up to the day before. */
  year(kind: Kind): Promise<void> {
    return this.store.keepEntries(aYear(kind, addDays(this.day, -1), 2))
  }

  /** A set as a camera would have given it, with its movement. */
  async set({
    id = 'set',
    trace = this.trace,
    daysAgo = 0,
    stop = 'form',
  }: SetWish = {}): Promise<SetRecord> {
    const at = new Date(`${addDays(this.day, -daysAgo)}T06:40:00.000Z`)
    const { exercise } = planOf(trace, null)
    const { record, trace: movement } = await setFrom(await framesOf(trace), { id, exercise, at, stop })
    await this.store.keepSet(record)
    await this.store.media.keepTrace(id, record.startedAt, movement)
    return record
  }

  /** A set that a closed page left unfinished, so many seconds into its trace. */
  async draft(seconds: number): Promise<void> {
    const frames = (await framesOf(this.trace)).filter(({ time }) => time <= seconds)
    const { exercise } = planOf(this.trace, null)
    const at = new Date(`${this.day}T06:40:00.000Z`)
    await this.store.keepDraft(recorderOf(frames, { id: 'unfinished', exercise, at }).draft())
  }

  /** Begins the session of a day as the diary's person would, with so many of its sets done. */
  async sessionUnderWay(diary: Diary, day: Day, done: number): Promise<void> {
    const whole = new Diary()
    whole.log = [...diary.log]
    whole.train(day)
    const session = whole.log.findLast((entry) => entry.kind === 'session')
    if (session?.day !== day) throw new Error(`no session on ${day}`)
    await this.store.sessionDraft.keep({ ...session, sets: session.sets.slice(0, done) })
  }
}
