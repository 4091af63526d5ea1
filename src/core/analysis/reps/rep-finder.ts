/**
 * Finds reps in an exercise's one or two signals. The second one, such as the arms of a bird dog, makes reps
 * only where the first, the legs, stays at rest: limbs that move together are one rep.
 */
import type { Phase } from '../model'
import type { RepSample } from '../rules'
import { CycleDetector, type Cycle } from './cycle'

export class RepFinder {
  readonly #main = new CycleDetector()
  readonly #second = new CycleDetector()
  #mainEnd = -Infinity

  get #leading(): CycleDetector {
    return !isMoving(this.#main) && isMoving(this.#second) ? this.#second : this.#main
  }

  get phase(): Phase {
    return this.#leading.phase
  }

  /** The present excursion in spans; 0 while waiting. */
  get height(): number {
    return this.#leading.height
  }

  /** The rise under way, see `CycleDetector`. */
  get rise(): { readonly start: number; readonly top: number } | null {
    return this.#leading.rise
  }

  /** No cycle that is still to close begins before this; Infinity where none is followed. */
  get earliest(): number {
    return Math.min(this.#main.earliest, this.#second.earliest)
  }

  /** Takes the next sample in time order. Returns a cycle when one has just closed. */
  step(time: number, { heights, posture }: RepSample): Cycle | null {
    const [main, second = NaN] = heights
    const found = this.#main.step({ time, height: main, posture })
    const other = this.#second.step({ time, height: second, posture })
    if (found) {
      this.#mainEnd = found.end
      return found
    }
    return other && this.#alone(other) ? other : null
  }

  /** Closes a cycle that the recording's end has cut at its top. */
  finish(): Cycle | null {
    const found = this.#main.finish()
    const other = this.#second.finish()
    return found ?? (other && this.#alone(other) ? other : null)
  }

  /** Forgets rest and position, as when the person or the camera has moved. */
  reset(): void {
    this.#main.reset()
    this.#second.reset()
  }

  /** Whether the first signal was at rest meanwhile. */
  #alone(cycle: Cycle): boolean {
    return !isMoving(this.#main) && cycle.topStart >= this.#mainEnd
  }
}

const isMoving = ({ phase }: CycleDetector): boolean => phase !== 'waiting' && phase !== 'ready'
