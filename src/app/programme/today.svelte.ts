/** What day it is for the person, while the page stays open. */
import { dayOf, type Day } from '../../core/programme'

/** Where the time comes from, so that a test may move it. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** IANA name of the zone that the person is in. */
  readonly zone: () => string
}

export const deviceClock: Clock = {
  now: () => Date.now(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
}

/** Milliseconds: the day may turn while the page is open. */
const LOOK_EVERY_MS = 30_000

export class Today {
  readonly clock: Clock
  #day = $state.raw<Day>('')

  constructor(clock: Clock) {
    this.clock = clock
    this.look()
  }

  /** The day in the person's zone, when the clock was last looked at. */
  get day(): Day {
    return this.#day
  }

  /** @returns the day now */
  look(): Day {
    const day = dayOf(this.clock.now(), this.clock.zone())
    if (day !== this.#day) this.#day = day
    return day
  }

  /** Looks at the clock now and every half minute, for as long as the page lives. */
  follow(host: Window): void {
    host.setInterval(() => this.look(), LOOK_EVERY_MS)
    host.addEventListener('focus', () => this.look())
    host.document.addEventListener('visibilitychange', () => this.look())
  }
}
