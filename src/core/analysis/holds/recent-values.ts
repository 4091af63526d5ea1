/** A hold's measures over the last three seconds, and their middle over the last half second, which is what is judged. */
import { Numbers } from '../../pose/float-queue'
import { limit } from '../../thresholds'

/** Seconds over which sway is measured. */
const SWAY_WINDOW = limit('hold.sway-seconds')

export class RecentValues {
  readonly #times = new Numbers()
  readonly #values: ReadonlyMap<string, Numbers>
  /** Which of them is the first that is smoothed over. */
  #smoothFrom = 0

  /** @param measures the names of all that is read; `sway` is made of `swayX` and `swayY` */
  constructor(measures: readonly string[]) {
    this.#values = new Map([...measures, 'swayX', 'swayY'].map((measure) => [measure, new Numbers()]))
  }

  /** Takes one frame's measures at `time` seconds, in time order. */
  add(time: number, frame: Readonly<Record<string, number>>): void {
    const sway = this.#sway()
    this.#times.push(time)
    this.#values.forEach((numbers, measure) =>
      numbers.push(measure === 'sway' ? sway : (frame[measure] ?? NaN)),
    )
    while (time - this.#times.at(0) > SWAY_WINDOW) {
      this.#times.shift()
      this.#values.forEach((numbers) => numbers.shift())
    }
    this.#smoothFrom = 0
    while (time - this.#times.at(this.#smoothFrom) > limit('hold.smooth-seconds')) this.#smoothFrom++
  }

  /** The last frame's value; NaN where it has none. */
  latest(measure: string): number {
    return this.#values.get(measure)?.at(this.#times.length - 1) ?? NaN
  }

  /**
   * The half-second median of a measure; NaN where too few frames have it, or where it spreads by more than
   * `unsteady`, in its own unit: such a skeleton jumps about, and says nothing of the person.
   */
  smoothed(measure: string, unsteady: number): number {
    const values = this.#values.get(measure)
    if (!values) return NaN
    const first = this.#smoothFrom
    if (values.countSeen(first) < limit('hold.smooth-seen') * (values.length - first)) return NaN
    return values.deviation(first) > unsteady ? NaN : values.median(first)
  }

  /** The last three seconds' sway, in percent of a trunk length. */
  #sway(): number {
    const [x, y] = [this.#values.get('swayX'), this.#values.get('swayY')]
    return Math.hypot(x?.deviation() ?? NaN, y?.deviation() ?? NaN)
  }
}
