/** The rest between two sets, for somebody who lies down and looks at nothing: said at its start, ten seconds before its end, and counted in. */
import { m } from '../../words/compiled/messages'
import type { SetCoach } from '../coach/set-coach'

export interface RestOptions {
  /** How long, seconds. */
  readonly seconds: number
  /** What comes after it and where, in whole sentences. */
  readonly next: string
  readonly coach: SetCoach
}

/** Seconds before the end at which it is said. */
const SOON = 10
/** A rest that is hardly longer needs no second word. */
const WORTH_WORDS = 20

export class Rest {
  readonly #options: RestOptions
  readonly #began: number
  #soonSaid = false
  #toned = 4

  /** @param now seconds; the rest begins with it */
  constructor(options: RestOptions, now: number) {
    this.#options = options
    this.#began = now
    const { seconds, next, coach } = options
    coach.say({ rank: 'guide', key: 'rest', text: m.coach_rest({ seconds, next }) })
  }

  /** Seconds left; below zero once it is over. */
  left(now: number): number {
    return Math.ceil(this.#options.seconds - (now - this.#began))
  }

  /** Says and sounds what is due; true once it is over. */
  tick(now: number): boolean {
    const { seconds, coach } = this.#options
    const left = this.left(now)
    if (left <= SOON && !this.#soonSaid && seconds >= WORTH_WORDS) {
      this.#soonSaid = true
      coach.say({ rank: 'guide', key: 'rest-soon', text: m.coach_rest_soon({ seconds: SOON }) })
    }
    if (left < this.#toned && left > 0) {
      this.#toned = left
      coach.tone('count')
    }
    if (left > 0) return false
    if (this.#toned > 0) {
      this.#toned = 0
      coach.tone('over')
    }
    return true
  }
}
