/**
 * Feeds a slow consumer from a fast source: one item in flight, the newest waits, older ones are dropped.
 * A camera gives 30 pictures a second whether the model keeps up or not; what is judged must be what is now.
 */

/** What the pump holds has to be released when it is not used. */
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
   * @param consume takes over the item and closes it
   * @param onError hears of the first failure, after which the pump is stopped
   */
  constructor(consume: (item: T, time: number) => Promise<void>, onError: (error: unknown) => void) {
    this.#consume = consume
    this.#onError = onError
  }

  /** Items that were let go because a newer one came, or because their time did not move on. */
  get dropped(): number {
    return this.#dropped
  }

  /** Takes over an item. One whose time is not after the last one's is dropped: the world did not move. */
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

  /** Takes nothing more and releases what waits; resolves when what is in flight has ended. */
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
