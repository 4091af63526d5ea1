/**
 * A queue of numbers that are read again at every frame, such as the last seconds of a measure, in one typed array. A
 * list that is copied or grown for each reading would be most of the garbage that a frame leaves.
 */
import { deviation, median } from './geometry'

export class Numbers {
  #values = new Float64Array(64)
  #first = 0
  #end = 0

  get length(): number {
    return this.#end - this.#first
  }

  /** The number at an index, the oldest at 0; NaN where there is none. */
  at(index: number): number {
    return index < this.length ? (this.#values[this.#first + index] ?? NaN) : NaN
  }

  push(value: number): void {
    if (this.#end === this.#values.length) this.#makeRoom()
    this.#values[this.#end++] = value
  }

  /** Removes the oldest. */
  shift(): void {
    if (this.length > 0) this.#first++
  }

  clear(): void {
    this.#first = this.#end = 0
  }

  /** How many of the numbers from an index on are finite. */
  countSeen(from = 0): number {
    let seen = 0
    for (let i = this.#first + from; i < this.#end; i++) if (Number.isFinite(this.#values[i])) seen++
    return seen
  }

  /** Median of the finite numbers from an index on. */
  median(from = 0): number {
    return median(this.#values, this.#first + from, this.#end)
  }

  /** Standard deviation of the finite numbers from an index on. */
  deviation(from = 0): number {
    return deviation(this.#values, this.#first + from, this.#end)
  }

  /** Moves the numbers to the front. This is rare, as at least as much room is then free behind them. */
  #makeRoom(): void {
    const kept = this.#values.subarray(this.#first, this.#end)
    if (2 * kept.length > this.#values.length) this.#values = new Float64Array(2 * this.#values.length)
    this.#values.set(kept)
    this.#end = kept.length
    this.#first = 0
  }
}
