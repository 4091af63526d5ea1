/** Says when something has been true without a break for so many seconds. */
export class Sustained {
  readonly #needed: number
  #since: number | null = null

  constructor(needed: number) {
    this.#needed = needed
  }

  /** @param time seconds, never going back */
  holds(now: boolean, time: number): boolean {
    if (!now) this.#since = null
    else this.#since ??= time
    return this.seconds(time) >= this.#needed && this.#since !== null
  }

  /** Seconds for which it has been true; 0 when it is not. */
  seconds(time: number): number {
    return this.#since === null ? 0 : time - this.#since
  }

  reset(): void {
    this.#since = null
  }
}
