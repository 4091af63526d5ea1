/** When a set pauses by itself, goes on by itself, and is given up. Time is the frames' own. */
import type { LiveReading } from '../../core/analysis/model'
import { Sustained } from './sustained'

/**
 * `up`: the person sat or stood up. `away`: lies on the mat, but elsewhere than in the exercise.
 * `hidden` and `camera` come from outside: nothing can be seen for a while.
 */
export type PauseReason = 'up' | 'away' | 'hidden' | 'camera'

/** Seconds for which a pause is kept open. */
export const PAUSE_LASTS = 30
/** Seconds upright that are meant as a pause: a trunk is never that high by mistake for this long. */
const UP_FOR = 1.2
/** Seconds elsewhere that are meant as a pause: between two holds people turn over and rest on the mat. */
const AWAY_FOR = { reps: 6, hold: 20 } as const
/** Seconds in the start position that end a pause. */
const BACK_FOR = 0.8
/** A longer gap between frames is the camera's, and not the person's waiting. */
const GAP = 1

/** A pause that is open, and whole seconds until it is given up. */
export interface Pause {
  readonly reason: PauseReason
  readonly secondsLeft: number
}

export type PauseChange = 'paused' | 'resumed' | 'given-up' | null

export class Pauses {
  readonly #up = new Sustained(UP_FOR)
  readonly #back = new Sustained(BACK_FOR)
  readonly #away: Sustained
  #reason: PauseReason | null = null
  #waited = 0
  #last: number | null = null

  constructor(kind: 'reps' | 'hold') {
    this.#away = new Sustained(AWAY_FOR[kind])
  }

  /** Null while the set runs. */
  get pause(): Pause | null {
    if (this.#reason === null) return null
    return { reason: this.#reason, secondsLeft: Math.max(1, Math.ceil(PAUSE_LASTS - this.#waited)) }
  }

  /** Pauses; false when it already is paused. */
  begin(reason: PauseReason): boolean {
    if (this.#reason !== null) return false
    this.#reason = reason
    this.#waited = 0
    this.#back.reset()
    return true
  }

  /** Goes on; false when it was not paused. */
  end(): boolean {
    if (this.#reason === null) return false
    this.#reason = null
    this.#up.reset()
    this.#away.reset()
    return true
  }

  /** Takes the next frame; says what it changed. */
  step(time: number, { phase, tracking }: LiveReading, upright: boolean): PauseChange {
    const passed = Math.min(GAP, time - (this.#last ?? time))
    this.#last = time
    if (this.#reason === null) {
      if (this.#up.holds(upright, time) && this.begin('up')) return 'paused'
      const away = phase === 'waiting' && tracking === 'found'
      return this.#away.holds(away, time) && this.begin('away') ? 'paused' : null
    }
    this.#waited += passed
    const back = !upright && phase !== 'waiting' && tracking === 'found'
    if (this.#back.holds(back, time) && this.end()) return 'resumed'
    return this.#waited >= PAUSE_LASTS ? 'given-up' : null
  }
}
