/**
 * Keeps to the person who was there first.
 *
 * The model gives one body a frame and may take it from a passer-by, a dog, a mirror or a television. Nobody
 * jumps: a body that stands elsewhere or has another size than the frame before is somebody else, and reads as
 * unseen until the person is back. Only when the person has been gone for a while and the other one stayed
 * does Keel follow the other, and says so; whoever was there longer is waited for longer.
 */
import { limit } from '../thresholds'
import type { SilhouetteBox } from './silhouette'

/** Where a body is and how big it looks. */
export interface Whereabouts {
  readonly time: number
  /** The middle of the trunk, pixels. */
  readonly x: number
  readonly y: number
  /** A trunk length, pixels. */
  readonly unit: number
  /** Where the silhouette lies, in shares of the picture; null where there was none. */
  readonly box: SilhouetteBox | null
}

/** The person who is followed, somebody else, or somebody else who is followed from now on. */
export type Who = 'same' | 'other' | 'new'

export class PersonKeeper {
  #kept: Whereabouts | null = null
  #since = 0
  /** Where the person's silhouette has been of late. */
  #place: SilhouetteBox | null = null
  #other: { readonly since: number; readonly last: Whereabouts } | null = null

  /** Takes the next body in time order and says whose it is. */
  follow(body: Whereabouts): Who {
    if (this.#kept === null) this.#since = body.time
    const inPlace = covers(this.#place, body.box)
    // Somebody who stands beside the mat comes into reach of it by waiting: they are still themselves.
    const other = this.#other !== null && reachable(this.#other.last, body) ? this.#other : null
    const nearerOther =
      other !== null && this.#kept !== null && apart(other.last, body) < apart(this.#kept, body)
    if (this.#kept === null || inPlace || (!nearerOther && reachable(this.#kept, body))) {
      this.#settle(body)
      return 'same'
    }
    const since = other?.since ?? body.time
    this.#other = { since, last: body }
    const wait = Math.min(limit('person.gone-seconds'), this.#kept.time - this.#since)
    const gone = body.time - this.#kept.time >= wait
    if (!gone || body.time - since < limit('person.stays-seconds')) return 'other'
    this.#place = null
    this.#since = since
    this.#settle(body)
    return 'new'
  }

  #settle(body: Whereabouts): void {
    const { box } = body
    const place = this.#place
    const share = Math.min(1, (body.time - (this.#kept?.time ?? body.time)) / limit('person.place-seconds'))
    if (place !== null && box !== null)
      this.#place = {
        left: between(place.left, box.left, share),
        top: between(place.top, box.top, share),
        right: between(place.right, box.right, share),
        bottom: between(place.bottom, box.bottom, share),
      }
    else this.#place = place ?? box
    this.#kept = body
    this.#other = null
  }
}

const between = (from: number, to: number, share: number): number => from + (to - from) * share

/** Whether one body can have come from one place and size to the other in the time between. */
function reachable(from: Whereabouts, to: Whereabouts): boolean {
  const seconds = Math.min(limit('person.step-seconds'), to.time - from.time)
  return (
    moved(from, to) <= limit('person.step') + limit('person.speed') * seconds &&
    grown(from, to) <= limit('person.size-step') + limit('person.size-speed') * seconds
  )
}

/** Whether two silhouettes fill the same place: from the body's ends the skeleton leaps about, the silhouette does not. */
function covers(a: SilhouetteBox | null, b: SilhouetteBox | null): boolean {
  if (a === null || b === null) return false
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  const shared = Math.max(0, wide) * Math.max(0, high)
  const [small, large] = area(a) < area(b) ? [area(a), area(b)] : [area(b), area(a)]
  return shared >= limit('person.same-place') * small && large <= limit('person.same-extent') * small
}

const area = (box: SilhouetteBox): number => (box.right - box.left) * (box.bottom - box.top)

/** How unlike two bodies' places and sizes are, in steps. */
const apart = (a: Whereabouts, b: Whereabouts): number =>
  moved(a, b) / limit('person.step') + grown(a, b) / limit('person.size-step')

/** Trunk lengths between two places. */
const moved = (a: Whereabouts, b: Whereabouts): number =>
  Math.hypot(a.x - b.x, a.y - b.y) / Math.max(a.unit, b.unit)

/** Log ratio of two sizes, without a sign. */
const grown = (a: Whereabouts, b: Whereabouts): number => Math.abs(Math.log(a.unit / b.unit))
