/** The rest between two sets, told by sound alone: at its start, ten seconds before its end, and with a tone for each of the last three. */
import { m } from '../../words/compiled/messages'
import type { SetCoach } from '../coach/set-coach'

export interface RestOptions {
  /** How long, seconds. */
  readonly seconds: number
  /** The next set and where it is done, in whole sentences. */
  readonly next: string
  readonly coach: SetCoach
}

/** How long before the end the coach says that it comes. */
const SOON_SECONDS = 10
/** A rest that is shorter than this is announced only at its start. */
const WORTH_WORDS_SECONDS = 20

export class Rest {
  readonly #options: RestOptions
  readonly #began: number
  #soonSaid = false
  /** Seconds left at the last tone. */
  #lastTone = 4

  /** @param now seconds; the rest begins with it */
  constructor(options: RestOptions, now: number) {
    this.#options = options
    this.#began = now
    const { seconds, next, coach } = options
    coach.say({ rank: 'guide', key: 'rest', text: m.coach_rest({ seconds, next }) })
  }

  /** Seconds left; below zero once it is over. */
  secondsLeft(now: number): number {
    return Math.ceil(this.#options.seconds - (now - this.#began))
  }

  /** Says and plays what is due; true once the rest is over. */
  tick(now: number): boolean {
    const { seconds, coach } = this.#options
    const left = this.secondsLeft(now)
    if (left <= SOON_SECONDS && !this.#soonSaid && seconds >= WORTH_WORDS_SECONDS) {
      this.#soonSaid = true
      coach.say({ rank: 'guide', key: 'rest-soon', text: m.coach_rest_soon({ seconds: SOON_SECONDS }) })
    }
    if (left < this.#lastTone && left > 0) {
      this.#lastTone = left
      coach.tone('count')
    }
    if (left > 0) return false
    if (this.#lastTone > 0) {
      this.#lastTone = 0
      coach.tone('over')
    }
    return true
  }
}
