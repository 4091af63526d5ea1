/** The body line of a hold over time: whether the hips are up and still, on their way, or down on the floor. */
import { median } from '../../pose/geometry'
import { Numbers } from '../../pose/float-queue'
import { limit } from '../../thresholds'
import { onset } from '../reps/onset'

interface LinePoint {
  /** Seconds. */
  readonly time: number
  /** Degrees, negative when the hips hang. */
  readonly line: number
  /** Trunk lengths between the hips and the floor. */
  readonly clearance: number
}

/** Where a hold is held, and where its hips would lie on the floor: degrees of the body line. */
export interface Lift {
  readonly level: number
  readonly floor: number
}

/** Seconds of the line that are kept to find plateaus and falls in. */
const KEPT = limit('hold.kept-seconds')
/** The line's median window, seconds. */
const SMOOTH = limit('hold.line-smooth-seconds')
/** Seconds on the floor that end a hold. */
const DOWN = limit('hold.down-seconds')
/** Seconds of lying before the lift that tell where the hips rest. */
const AT_REST = limit('hold.rest-seconds')

export class HoldLine {
  /** The line as it is measured, and when. */
  readonly #times = new Numbers()
  readonly #raw = new Numbers()
  readonly #clearances = new Numbers()
  readonly #points: LinePoint[] = []
  readonly #resting: LinePoint[] = []
  #restingLine = NaN

  /** Takes a frame's line in degrees and the hips' height over the floor in trunk lengths. */
  add(time: number, line: number, clearance: number): void {
    this.#times.push(time)
    this.#raw.push(line)
    this.#clearances.push(clearance)
    while (time - this.#times.at(0) > SMOOTH) {
      this.#times.shift()
      this.#raw.shift()
      this.#clearances.shift()
    }
    forget(this.#points, time, KEPT)
    this.#points.push({
      time: (this.#times.at(0) + time) / 2,
      line: this.#raw.median(),
      clearance: this.#clearances.median(),
    })
  }

  /** The smoothed line now, degrees. */
  get now(): number {
    return this.#points.at(-1)?.line ?? NaN
  }

  /** Where the hips rested before the lift, degrees; NaN where they were not seen to. */
  get resting(): number {
    return this.#restingLine
  }

  /** Remembers the present line as the hips at rest, where they are down; returns whether they are. */
  rest(time: number): boolean {
    const point = this.#points.at(-1)
    if (!point || !(point.line < limit('hold.line'))) return false
    forget(this.#resting, time, AT_REST)
    this.#resting.push({ ...point, time })
    this.#restingLine = median(this.#resting.map(({ line }) => line))
    return true
  }

  /** The time since which the hips have been up and still, or null. */
  plateau(time: number): number | null {
    const window = this.#points.filter((p) => time - p.time <= limit('hold.still-seconds') + SMOOTH / 2)
    const first = window[0]
    const last = window.at(-1)
    if (!first || !last || last.time - first.time < limit('window.filled') * limit('hold.still-seconds'))
      return null
    if (Math.min(...window.map(({ line }) => line)) < limit('hold.line')) return null
    if (median(window.map(({ clearance }) => clearance)) < limit('hold.clearance')) return null
    // Halves against each other, not extremes: single frames of a back-lit film differ by 5°.
    const middle = (first.time + last.time) / 2
    const half = (late: boolean): number =>
      median(window.filter((p) => p.time > middle === late).map((p) => p.line))
    const speed = Math.abs(half(true) - half(false)) / ((last.time - first.time) / 2)
    if (!(speed < limit('hold.still-speed'))) return null
    return this.#arrival(last.line) ?? first.time
  }

  /** When the rise to this level ended, or null when none was seen: the recording began in the hold. */
  #arrival(level: number): number | null {
    if (!Number.isFinite(this.#restingLine)) return null
    const backwards = this.#points.map((p) => ({ time: p.time, height: level - p.line })).reverse()
    const time = onset(backwards, level - this.#restingLine)
    return Number.isFinite(time) ? time : null
  }

  /** Whether the hips are on their way up or down: that is the hold's beginning or end, not its form. */
  get moving(): boolean {
    const now = this.#points.at(-1)
    const before = this.#points.find(
      (p) => now !== undefined && now.time - p.time <= limit('hold.moving-over-seconds'),
    )
    if (!now || !before || now.time <= before.time) return false
    return Math.abs(now.line - before.line) / (now.time - before.time) > limit('hold.moving-speed')
  }

  /**
   * The time at which the hips began to go down for good, or null while they are up.
   *
   * Sag is not lying down, however deep it gets: the hips have to reach the floor, or to be put down quickly and
   * stay just above it, as soft parts let them.
   */
  fall(time: number, { level, floor }: Lift): number | null {
    const at = (share: number): number => floor + share * (level - floor)
    const [near, far] = [at(limit('hold.floor-share')), at(limit('hold.break-share'))]
    const low = this.#lowSince(near, time, DOWN) ?? this.#putDownSince(at, far, time)
    if (low === null) return null
    // As they were before that.
    const seen = low + DOWN
    const [from, until] = [seen - limit('hold.level-from-seconds'), seen - limit('hold.level-until-seconds')]
    const before = this.#points.filter((p) => p.time < until && p.time > from)
    const height = median(before.length > 0 ? before.map(({ line }) => line) : [level])
    const lastUp = this.#points.findLastIndex((p) => p.time <= low && p.line >= height)
    const fall = this.#points
      .slice(Math.max(0, lastUp))
      .map((p) => ({ time: p.time, height: height - p.line }))
    return onset(fall, height - Math.min(far, ...fall.map((p) => height - p.height)))
  }

  /** Since when the line has been at or under this one, where that is at least so many seconds; or null. */
  #lowSince(line: number, time: number, seconds: number): number | null {
    const lastAbove = this.#points.findLastIndex((p) => p.line > line)
    const since = this.#points[lastAbove + 1]?.time
    return since !== undefined && time - SMOOTH / 2 - since >= seconds ? since : null
  }

  /** The same for hips that came down too quickly for a sag. */
  #putDownSince(at: (share: number) => number, far: number, time: number): number | null {
    const since = this.#lowSince(far, time, limit('hold.stays-down-seconds'))
    const high = at(limit('hold.high-share'))
    const lastHigh = this.#points.findLast((p) => p.time <= (since ?? NaN) && p.line >= high)?.time
    if (since === null || lastHigh === undefined) return null
    return (high - far) / Math.max(1e-6, since - lastHigh) > limit('hold.moving-speed') ? since : null
  }
}

/** Lets go of what is older than so many seconds; points come in time order. */
function forget(points: { readonly time: number }[], now: number, seconds: number): void {
  while (now - (points[0]?.time ?? now) > seconds) points.shift()
}
