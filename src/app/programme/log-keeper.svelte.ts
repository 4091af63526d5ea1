/**
 * The log as the device holds it, and the one way to add to it: one entry after the other, on top of what another
 * tab may have written, refused when it cannot be.
 */
import { append, mergeLogs, nextSeq, type EntryFault, type Log, type LogEntry } from '../../core/programme'
import type { Store } from '../../storage/device/store'
import { changedEntries } from './log-changes'
import type { Today } from './today.svelte'

/** Why something was not taken. */
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

  /** Whether the log has been read: before that nothing of the rest means anything. */
  get loaded(): boolean {
    return this.#loaded
  }
  get log(): Log {
    return this.#log
  }
  /** Entries written by a newer Keel: kept, and no part of a decision. */
  get newer(): number {
    return this.#newer
  }
  /** Why the last intent was not taken; null when it was. */
  get fault(): ProgrammeFault | null {
    return this.#fault
  }

  /** Reads the log anew, and then what else is wanted in the same turn. */
  async reload(more: () => Promise<void>): Promise<void> {
    await this.#inTurn(async () => {
      await this.#read()
      await more()
    })
  }

  /** Adds one entry to what the device holds by then; null when it was not taken. */
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
   * Joins another log into this one. Nothing is lost: of two versions of an entry one lies aside.
   * @returns ids that came with different contents; null when the device refused
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

  /** Work on the device outside of the log; a refusal becomes the fault. */
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

  /** One after the other, so that two quick taps never get the same number. */
  #inTurn<T>(work: () => Promise<T>): Promise<T | null> {
    const next = this.#queue.then(() => this.attempt(work))
    this.#queue = next
    return next
  }
}
