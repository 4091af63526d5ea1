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
    if (this.#wanted && !this.#isHeld()) this.#lock = lock
    else await lock?.release()
  }

  /** The browser releases the lock while the page is hidden. */
  readonly #onVisibilityChange = (): void => {
    if (!document.hidden) void this.#requestLock()
  }
}
