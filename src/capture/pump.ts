/**
 * Feeds a slow consumer from a fast source: one item is in flight, the newest one waits, older ones are dropped.
 * A camera gives 30 pictures a second whether or not the model keeps up, and only the present is worth judging.
 */

/** An item holds memory until it is closed. */
export interface Closable {
  close(): void
}

export class FramePump<T extends Closable> {
  readonly #consume: (item: T, time: number) => Promise<void>
  readonly #onError: (error: unknown) => void
  #running: Promise<void> | null = null
  #waiting: { item: T; time: number } | null = null
  #last = -Infinity
  #stopped = false
  #dropped = 0

  /**
   * @param consume becomes the owner of the item and closes it
   * @param onError called with the first failure; the pump is stopped then
   */
  constructor(consume: (item: T, time: number) => Promise<void>, onError: (error: unknown) => void) {
    this.#consume = consume
    this.#onError = onError
  }

  /** Items that were closed unused: a newer one came, or their time was not later than the last. */
  get dropped(): number {
    return this.#dropped
  }

  /** Becomes the owner of an item. One whose time is not later than the last is dropped. */
  offer(item: T, time: number): void {
    if (this.#stopped) {
      item.close()
      return
    }
    if (!(time > this.#last)) {
      this.#drop(item)
      return
    }
    this.#last = time
    if (this.#running) {
      if (this.#waiting) this.#drop(this.#waiting.item)
      this.#waiting = { item, time }
      return
    }
    this.#running = this.#run(item, time)
  }

  /** Closes the waiting item and any offered later. Resolves when the item in flight is done. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#waiting?.item.close()
    this.#waiting = null
    await this.#running
  }

  #drop(item: T): void {
    this.#dropped++
    item.close()
  }

  async #run(item: T, time: number): Promise<void> {
    try {
      let next: { item: T; time: number } | null = { item, time }
      while (next) {
        await this.#consume(next.item, next.time)
        next = this.#waiting
        this.#waiting = null
      }
    } catch (error) {
      if (!this.#stopped) {
        void this.stop()
        this.#onError(error)
      }
    } finally {
      this.#running = null
    }
  }
}
