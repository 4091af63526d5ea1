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
    await this.#lock?.release()
    this.#lock = null
  }

  async #ask(): Promise<void> {
    if (!('wakeLock' in navigator) || document.hidden) return
    const lock = await navigator.wakeLock.request('screen').catch(() => null)
    if (this.#wanted) this.#lock = lock
    else await lock?.release()
  }

  /** The browser takes the lock away with the page out of view. */
  readonly #again = (): void => {
    if (!document.hidden) void this.#ask()
  }
}
