const ASKS_AGAIN_AFTER_MS = 1000

/** Keeps the screen on while nobody touches the keyboard, where the browser can. */
export class StayAwake {
  #wanted = false
  #lock: WakeLockSentinel | null = null

  async begin(): Promise<void> {
    this.#wanted = true
    document.addEventListener('visibilitychange', this.#onVisibilityChange)
    await this.#requestLock()
  }

  async end(): Promise<void> {
    this.#wanted = false
    document.removeEventListener('visibilitychange', this.#onVisibilityChange)
    const lock = this.#lock
    this.#lock = null
    await lock?.release()
  }

  #isHeld(): boolean {
    return this.#lock !== null && !this.#lock.released
  }

  async #requestLock(): Promise<void> {
    if (!('wakeLock' in navigator) || document.hidden || this.#isHeld()) return
    const lock = await navigator.wakeLock.request('screen').catch(() => null)
    // It may have ended meanwhile, or been requested twice; release what would never be released otherwise.
    if (!this.#wanted || this.#isHeld()) {
      await lock?.release()
      return
    }
    this.#lock = lock
    lock?.addEventListener('release', this.#onRelease, { once: true })
  }

  /** The system takes it back as well, as when the battery runs low; asked for at once, it may refuse. */
  readonly #onRelease = (): void => {
    if (this.#wanted) setTimeout(this.#onVisibilityChange, ASKS_AGAIN_AFTER_MS)
  }

  /** The browser releases the lock while the page is hidden. */
  readonly #onVisibilityChange = (): void => {
    if (this.#wanted && !document.hidden) void this.#requestLock()
  }
}
