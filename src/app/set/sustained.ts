/** Whether a condition has been true without a break for a given time. */
export class Sustained {
  readonly #neededSeconds: number
  #since: number | null = null

  constructor(neededSeconds: number) {
    this.#neededSeconds = neededSeconds
  }

  /**
   * Takes the condition's value at a time.
   * @param time seconds, never going back
   */
  holds(condition: boolean, time: number): boolean {
    if (!condition) this.#since = null
    else this.#since ??= time
    return this.seconds(time) >= this.#neededSeconds && this.#since !== null
  }

  /** Seconds for which it has been true; 0 when it is not. */
  seconds(time: number): number {
    return this.#since === null ? 0 : time - this.#since
  }

  reset(): void {
    this.#since = null
  }
}
