/** When a set pauses and goes on by itself, and when a pause ends it. Time is the frames' own. */
import type { LiveReading } from '../../core/analysis/model'
import { Sustained } from './sustained'

/**
 * `up`: the person sat or stood up. `away`: lies on the mat, but elsewhere than in the exercise.
 * `hidden` and `camera` come from outside: nothing can be seen for a while.
 */
export type PauseReason = 'up' | 'away' | 'hidden' | 'camera'

/** How long a pause stays open before it ends the set. */
export const PAUSE_LASTS_SECONDS = 30
/** Time upright that means a pause: no exercising trunk is misread as upright for this long. */
const UPRIGHT_SECONDS = 1.2
/** Time out of position that means a pause; longer for holds, as people turn over and rest on the mat between two. */
const AWAY_SECONDS = { reps: 6, hold: 20 } as const
/** Time in the start position that ends a pause. */
const BACK_SECONDS = 0.8
/** The most that one step between frames adds to the wait: a longer gap is the camera's, not the person's. */
const LONGEST_STEP_SECONDS = 1

/** A pause that is open, and whole seconds until it is given up. */
export interface Pause {
  readonly reason: PauseReason
  readonly secondsLeft: number
}

export type PauseChange = 'paused' | 'resumed' | 'given-up' | null

export class Pauses {
  readonly #up = new Sustained(UPRIGHT_SECONDS)
  readonly #back = new Sustained(BACK_SECONDS)
  readonly #away: Sustained
  #reason: PauseReason | null = null
  #waited = 0
  #last: number | null = null

  constructor(kind: 'reps' | 'hold') {
    this.#away = new Sustained(AWAY_SECONDS[kind])
  }

  /** Null while the set runs. */
  get pause(): Pause | null {
    if (this.#reason === null) return null
    return { reason: this.#reason, secondsLeft: Math.max(1, Math.ceil(PAUSE_LASTS_SECONDS - this.#waited)) }
  }

  /** Pauses; false when the set is paused already. */
  begin(reason: PauseReason): boolean {
    if (this.#reason !== null) return false
    this.#reason = reason
    this.#waited = 0
    this.#back.reset()
    return true
  }

  /** Ends the pause; false when there was none. */
  end(): boolean {
    if (this.#reason === null) return false
    this.#reason = null
    this.#up.reset()
    this.#away.reset()
    return true
  }

  /** Takes the next frame; says what it changed. */
  step(time: number, { phase, tracking }: LiveReading, upright: boolean): PauseChange {
    const passed = Math.min(LONGEST_STEP_SECONDS, time - (this.#last ?? time))
    this.#last = time
    if (this.#reason === null) {
      if (this.#up.holds(upright, time) && this.begin('up')) return 'paused'
      const away = phase === 'waiting' && tracking === 'found'
      return this.#away.holds(away, time) && this.begin('away') ? 'paused' : null
    }
    this.#waited += passed
    const back = !upright && phase !== 'waiting' && tracking === 'found'
    if (this.#back.holds(back, time) && this.end()) return 'resumed'
    return this.#waited >= PAUSE_LASTS_SECONDS ? 'given-up' : null
  }
}
