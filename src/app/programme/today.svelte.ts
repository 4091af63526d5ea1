/** The person's current day, followed while the page stays open. */
import { dayOf, type Day } from '../../core/programme'
import { zoneHere } from '../now'

/** The source of time, so that tests can set it. */
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

/** The day may change while the page is open. */
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

  /** Looks at the clock every half minute, for as long as the page is open. */
  follow(host: Window): void {
    host.setInterval(() => this.look(), LOOK_EVERY_MS)
    host.addEventListener('focus', () => this.look())
    host.document.addEventListener('visibilitychange', () => this.look())
  }
}
