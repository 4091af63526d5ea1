/** Whether the person is in view, and the share of time in which they were. */
import { limit } from '../../thresholds'

export class Tracking {
  #last = -Infinity
  #first: number | null = null
  #state: 'lost' | 'found' = 'lost'
  #frames = 0
  #seen = 0

  get state(): 'lost' | 'found' {
    return this.#state
  }

  /** Share of frames with a measurable body since the first one, 0-1. */
  get coverage(): number {
    return this.#frames === 0 ? 0 : this.#seen / this.#frames
  }

  /** Takes a frame's time and whether a body was measured in it; returns the new state when it changed. */
  step(time: number, seen: boolean): 'lost' | 'found' | null {
    if (seen) {
      this.#first ??= time
      this.#last = time
    }
    if (this.#first !== null) {
      this.#frames++
      if (seen) this.#seen++
    }
    const state = time - this.#last <= limit('tracking.lost-seconds') ? 'found' : 'lost'
    if (state === this.#state) return null
    this.#state = state
    return state
  }
}
