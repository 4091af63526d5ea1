const ASKS_AGAIN_AFTER_MS = 1000

/** Keeps the screen on while nobody touches the keyboard. A browser that can't promise it is no reason to stop. */
export class StayAwake {
  #wanted = false
  #lock: WakeLockSentinel | null = null

  async begin(): Promise<void> {
    this.#wanted = true
    document.addEventListener('visibilitychange', this.#again)
    await this.#ask()
  }

  async end(): Promise<void> {
    this.#wanted = false
    document.removeEventListener('visibilitychange', this.#again)
    const lock = this.#lock
    this.#lock = null
    await lock?.release()
  }

  #holds(): boolean {
    return this.#lock !== null && !this.#lock.released
  }

  async #ask(): Promise<void> {
    if (!('wakeLock' in navigator) || document.hidden || this.#holds()) return
    const lock = await navigator.wakeLock.request('screen').catch(() => null)
    // Meanwhile it may have ended, or been asked for twice: a lock that nobody holds would never be let go.
    if (!this.#wanted || this.#holds()) {
      await lock?.release()
      return
    }
    this.#lock = lock
    lock?.addEventListener('release', this.#taken, { once: true })
  }

  /** The system takes it back as well, as when the battery runs low; asked for at once, it may refuse. */
  readonly #taken = (): void => {
    if (this.#wanted) setTimeout(this.#again, ASKS_AGAIN_AFTER_MS)
  }

  /** The browser takes the lock away with the page out of view. */
  readonly #again = (): void => {
    if (this.#wanted && !document.hidden) void this.#ask()
  }
}
