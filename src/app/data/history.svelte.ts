/** Past sets for the screens that list them, and the set that a closed page left unfinished. */
import type { SetRecord } from '../../storage/records/schema'
import type { History, Store } from '../../storage/device/store'

export class HistoryState {
  readonly #store: Store
  #stale = true
  #history = $state.raw<History | null>(null)
  #unfinished = $state.raw<SetRecord | null>(null)
  #error = $state.raw<unknown>(null)

  constructor(store: Store) {
    this.#store = store
  }

  /** Null until it is read. */
  get history(): History | null {
    return this.#history
  }
  get unfinished(): SetRecord | null {
    return this.#unfinished
  }
  /** Why it could not be read; null when it could. */
  get error(): unknown {
    return this.#error
  }

  /** Something was written, here or in another tab: so that the next load reads again. */
  touch(): void {
    this.#stale = true
  }

  async load(): Promise<void> {
    try {
      if (this.#stale) {
        this.#stale = false
        this.#history = await this.#store.history()
      }
      this.#unfinished = (await this.#store.readDraft()) ?? null
      this.#error = null
    } catch (error) {
      this.#stale = true
      this.#error = error
    }
  }

  async keepUnfinished(): Promise<void> {
    if (this.#unfinished === null) return
    await this.#store.keepSet(this.#unfinished)
    await this.load()
  }

  async dropUnfinished(): Promise<void> {
    await this.#store.dropDraft()
    this.#unfinished = null
  }

  async deleteEverything(): Promise<void> {
    await this.#store.deleteEverything()
    await this.load()
  }
}
