/**
 * The browser's database, and what is done when it fails. When the browser closed the connection, it is opened again
 * and the work is tried once more. Where the browser refuses a database, or has no room for a record that must not be
 * lost, the page holds the record in memory, and reports it.
 */
import type { RecordKey } from '../records/keys'
import type { KeyValue } from './keyvalue'
import { inKeyOrder, memoryDb, type MemoryDb } from './memory'

/** Whether records are on the device or only in the page. */
export interface Keeping {
  /** The error for which the browser stores nothing; null when it does store. */
  readonly refused: unknown
  /** Records that wait in the page for room on the device. */
  readonly waiting: number
}

/** Errors after which the same work may succeed on a new connection. */
const TEMPORARY: ReadonlySet<string> = new Set([
  'InvalidStateError',
  'UnknownError',
  'AbortError',
  'TimeoutError',
])
const nameOf = (error: unknown): string => (error instanceof DOMException ? error.name : '')

/** Whether the device has no room left. */
export const isFull = (error: unknown): boolean => nameOf(error) === 'QuotaExceededError'

export class Device implements KeyValue {
  readonly #connect: () => KeyValue
  #db: KeyValue
  /** Records that the page holds. They hide those on the device. */
  readonly #held: MemoryDb = memoryDb()
  #refused: unknown = null
  /** Whether the database has answered at least once. */
  #answered = false
  #told: (keeping: Keeping) => void = () => undefined
  #wrote: () => void = () => undefined

  /** @param connect opens the database. It is called again after the browser closed it. */
  constructor(connect: () => KeyValue) {
    this.#connect = connect
    this.#db = connect()
  }

  get keeping(): Keeping {
    return { refused: this.#refused, waiting: this.#refused === null ? this.#held.raw.size : 0 }
  }

  /** Sets the one listener for changes of where records are. */
  onchange(told: (keeping: Keeping) => void): void {
    this.#told = told
  }

  /** Sets the one listener for writes of records that the history may show. */
  onwrite(wrote: () => void): void {
    this.#wrote = wrote
  }

  async keys(kind?: string): Promise<RecordKey[]> {
    const here = await this.#try((db) => db.keys(kind))
    if (this.#held.raw.size === 0) return here
    const all = new Map([...here, ...(await this.#held.keys(kind))].map((key) => [JSON.stringify(key), key]))
    return [...all.values()].sort(inKeyOrder)
  }

  async all(kind: string): Promise<(readonly [RecordKey, unknown])[]> {
    const here = await this.#try((db) => db.all(kind))
    if (this.#held.raw.size === 0) return here
    const both = [...here, ...(await this.#held.all(kind))]
    const all = new Map(both.map((record) => [JSON.stringify(record[0]), record]))
    return [...all.values()].sort(([a], [b]) => inKeyOrder(a, b))
  }

  async getMany(keys: readonly RecordKey[]): Promise<unknown[]> {
    const values = await this.#try((db) => db.getMany(keys))
    if (this.#held.raw.size === 0) return values
    const held = await this.#held.getMany(keys)
    return values.map((value, index) => held[index] ?? value)
  }

  async setMany(entries: readonly (readonly [RecordKey, unknown])[]): Promise<void> {
    await this.#try((db) => db.setMany(entries))
    await this.#release(entries.map(([key]) => key))
    this.#note(entries.map(([key]) => key))
  }

  async update(key: RecordKey, change: (old: unknown) => unknown): Promise<void> {
    if (this.#held.raw.has(JSON.stringify(key))) await this.#held.update(key, change)
    else await this.#try((db) => db.update(key, change))
    this.#note([key])
  }

  async deleteMany(keys: readonly RecordKey[]): Promise<void> {
    await this.#try((db) => db.deleteMany(keys))
    await this.#release(keys)
    this.#note(keys)
  }

  async clear(): Promise<void> {
    await this.#try((db) => db.clear())
    await this.#held.clear()
    this.#tell()
    this.#wrote()
  }

  /** Holds records that must not be lost in the page, until the device has room for them. */
  async hold(entries: readonly (readonly [RecordKey, unknown])[]): Promise<void> {
    await this.#held.setMany(entries)
    this.#tell()
    this.#note(entries.map(([key]) => key))
  }

  /** Tries to write the records that wait in the page. Returns whether none waits any more. */
  async settle(): Promise<boolean> {
    if (this.keeping.waiting === 0) return true
    const keys = await this.#held.keys()
    const values = await this.#held.getMany(keys)
    try {
      await this.#try((db) => db.setMany(keys.map((key, index) => [key, values[index]] as const)))
    } catch (error) {
      if (isFull(error)) return false
      throw error
    }
    await this.#release(keys)
    return true
  }

  async #release(keys: readonly RecordKey[]): Promise<void> {
    if (this.#held.raw.size === 0) return
    await this.#held.deleteMany(keys)
    this.#tell()
  }

  /** A draft is written after every rep, and the history does not show it. */
  #note(keys: readonly RecordKey[]): void {
    if (keys.some(([kind]) => kind !== 'draft' && kind !== 'device')) this.#wrote()
  }

  #tell(): void {
    this.#told(this.keeping)
  }

  async #try<T>(work: (db: KeyValue) => Promise<T>): Promise<T> {
    try {
      return await this.#answer(work)
    } catch (error) {
      if (isFull(error)) throw error
      if (this.#answered && !TEMPORARY.has(nameOf(error))) throw error
    }
    try {
      this.#db = this.#connect()
      return await this.#answer(work)
    } catch (error) {
      // A device that has worked before has failed now, which is reported. One that never worked stores nothing at all.
      if (this.#answered || isFull(error)) throw error
      this.#refused = error
      this.#db = memoryDb()
      this.#tell()
      return this.#answer(work)
    }
  }

  async #answer<T>(work: (db: KeyValue) => Promise<T>): Promise<T> {
    const answer = await work(this.#db)
    this.#answered = true
    return answer
  }
}
