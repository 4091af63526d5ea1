/**
 * The log on this device, and the only way to add to it: one entry at a time, after reading what another tab may have
 * written, and only if the programme accepts it.
 */
import { append, mergeLogs, nextSeq, type EntryFault, type Log, type LogEntry } from '../../core/programme'
import type { Store } from '../../storage/device/store'
import { changedEntries } from './log-changes'
import type { Today } from './today.svelte'

/** Why an entry was not taken. */
export type ProgrammeFault =
  /** The programme refused the entry: what is wrong with it, and where. */
  | { readonly kind: 'refused'; readonly faults: readonly EntryFault[] }
  /** The device refused to read or write. */
  | { readonly kind: 'storage'; readonly error: unknown }

/** An entry without what the device adds to it. */
type Body<T = LogEntry> = T extends LogEntry ? Omit<T, 'id' | 'seq' | 'at' | 'zone'> & { id?: string } : never

export class LogKeeper {
  readonly #store: Store
  readonly #today: Today
  #queue: Promise<unknown> = Promise.resolve()

  #loaded = $state.raw(false)
  #log = $state.raw<Log>([])
  #newer = $state.raw(0)
  #fault = $state.raw<ProgrammeFault | null>(null)

  constructor(store: Store, today: Today) {
    this.#store = store
    this.#today = today
  }

  /** Whether the log has been read. Nothing else here is valid before. */
  get loaded(): boolean {
    return this.#loaded
  }
  get log(): Log {
    return this.#log
  }
  /** Number of entries written by a newer Keel: kept, but ignored. */
  get newer(): number {
    return this.#newer
  }
  /** Why the last entry was not taken; null when it was. */
  get fault(): ProgrammeFault | null {
    return this.#fault
  }

  /** Reads the log again, and then runs `more` before anything else is added. */
  async reload(more: () => Promise<void>): Promise<void> {
    await this.#inTurn(async () => {
      await this.#read()
      await more()
    })
  }

  /** Reads the log again and adds one entry; null when it was not taken. */
  add(body: Body): Promise<LogEntry | null> {
    return this.#inTurn(async () => {
      await this.#read()
      const entry = {
        id: crypto.randomUUID(),
        ...body,
        seq: nextSeq(this.#log),
        at: this.#today.clock.now(),
        zone: this.#today.clock.zone(),
      } as LogEntry
      const added = append(this.#log, entry, this.#today.day)
      if (!added.ok) {
        this.#fault = { kind: 'refused', faults: added.faults }
        return null
      }
      await this.#store.keepEntries([entry])
      this.#log = added.log
      return entry
    })
  }

  /**
   * Merges another log into this one. Nothing is lost: of two versions of an entry one is set aside.
   * @returns ids of entries with two versions; null when the device refused
   */
  join(other: Log): Promise<readonly string[] | null> {
    return this.#inTurn(async () => {
      await this.#read()
      const { log, conflicts } = mergeLogs(this.#log, other)
      await this.#store.keepEntries(changedEntries(this.#log, log))
      this.#log = log
      return conflicts
    })
  }

  /** Runs work on the device; a failure becomes the fault. */
  async attempt<T>(work: () => Promise<T>): Promise<T | null> {
    this.#fault = null
    try {
      return await work()
    } catch (error) {
      this.#fault = { kind: 'storage', error }
      return null
    }
  }

  async #read(): Promise<void> {
    const { log, newer } = await this.#store.readLog()
    this.#log = log
    this.#newer = newer
    this.#loaded = true
  }

  /** Runs work after all earlier work, so that two quick taps never get the same number. */
  #inTurn<T>(work: () => Promise<T>): Promise<T | null> {
    const next = this.#queue.then(() => this.attempt(work))
    this.#queue = next
    return next
  }
}
