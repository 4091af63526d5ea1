/** What day it is for the person, while the page stays open. */
import { dayOf, type Day } from '../../core/programme'
import { zoneHere } from '../now'

/** Where the time comes from, so that a test may move it. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** IANA name of the zone that the person is in. */
  readonly zone: () => string
}

export const deviceClock: Clock = {
  now: () => Date.now(),
  zone: zoneHere,
}

/** Milliseconds: the day may turn while the page is open. */
const LOOK_AT_CLOCK = 30_000

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
    host.setInterval(() => this.look(), LOOK_AT_CLOCK)
    host.addEventListener('focus', () => this.look())
    host.document.addEventListener('visibilitychange', () => this.look())
  }
}
