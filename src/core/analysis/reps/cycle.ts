/**
 * Finds reps in a handful of channels that rise from rest and come back: the height of each limb,
 * the opening of the hip, the height of the silhouette. It knows no exercise and no view.
 *
 * A channel's excursion is what it has above its own rest, in spans (1 is about a full rep); the highest
 * excursion drives. Entering and leaving have different limits, rest is measured and never assumed,
 * and every rule is in seconds and spans, so the frame rate changes nothing.
 */
import { Numbers } from '../../pose/float-queue'
import { limit } from '../../thresholds'
import type { Phase } from '../model'
import { onset, type Excursion } from './onset'

/** What the body is doing, for the detector: in the start position, somewhere in the exercise, or elsewhere. */
export type Posture = 'start' | 'working' | 'out'

export interface CycleSample {
  readonly time: number
  /** Excursions per channel are taken against rest; NaN where a channel can't be seen. */
  readonly channels: readonly number[]
  readonly posture: Posture
}

/** A closed rise and return. Times in seconds, heights in spans. */
export interface Cycle {
  readonly start: number
  /** When the top was reached and left: the stretch above the top's share of the peak. */
  readonly topStart: number
  readonly topEnd: number
  readonly end: number
  readonly peak: number
  /** True when the recording ended at the top: the way back is missing. */
  readonly open: boolean
}

interface Smoothed {
  readonly time: number
  readonly values: readonly number[]
}

interface Followed extends Excursion {
  readonly out: boolean
}

export class CycleDetector {
  /** The samples that are smoothed: their times, and beside them each channel's values. */
  readonly #times = new Numbers()
  readonly #channels: Numbers[] = []
  #history: Followed[] = []
  #recent: Smoothed[] = []
  #rest: number[] = []
  #phase: Phase = 'waiting'
  #since = 0
  #peak = 0
  #low = Infinity
  #lowTime = 0
  #outSince: number | null = null

  get phase(): Phase {
    return this.#phase
  }

  /** The present excursion in spans; 0 while waiting. */
  get height(): number {
    return this.#phase === 'waiting' ? 0 : (this.#history.at(-1)?.height ?? 0)
  }

  /** The rise under way: when it passed the enter limit, and since when it has been at its top so far; null when none is. */
  get rise(): { readonly start: number; readonly top: number } | null {
    if (this.#phase !== 'hold') return null
    const top =
      this.#history.findLast(({ height }) => height < limit('cycle.top-share') * this.#peak)?.time ??
      this.#since
    return { start: this.#since, top }
  }

  /** No cycle that is still to close begins before this; Infinity where none is followed. */
  get earliest(): number {
    return this.#phase === 'waiting' ? Infinity : (this.#history[0]?.time ?? Infinity)
  }

  /** Takes the next sample in time order. Returns a cycle when one has just closed. */
  step(sample: CycleSample): Cycle | null {
    const smooth = this.#smooth(sample)
    const { time, values } = smooth
    this.#recent.push(smooth)
    while (time - (this.#recent[0]?.time ?? 0) > limit('cycle.settle-seconds')) this.#recent.shift()
    this.#outSince = sample.posture === 'out' ? (this.#outSince ?? time) : null
    if (this.#phase === 'waiting') {
      this.#await(time, values, sample.posture)
      return null
    }
    return this.#follow(time, values, sample.posture)
  }

  /** Closes a cycle that the recording's end has cut at its top. */
  finish(): Cycle | null {
    if (this.#phase !== 'hold' && this.#phase !== 'down') return null
    const last = this.#history.at(-1)
    return last ? this.#close(last.time, true) : null
  }

  /** Forgets rest and position, as when the person or the camera has moved. */
  reset(): void {
    this.#enter('waiting', 0)
    this.#history = []
    this.#recent = []
    this.#times.clear()
    this.#channels.length = 0
  }

  /** The window's middle values, at its middle time. */
  #smooth({ time, channels }: CycleSample): Smoothed {
    const times = this.#times
    times.push(time)
    channels.forEach((value, i) => (this.#channels[i] ??= new Numbers()).push(value))
    while (time - times.at(0) > limit('cycle.smooth-seconds')) {
      times.shift()
      for (const channel of this.#channels) channel.shift()
    }
    return { time: (times.at(0) + time) / 2, values: this.#channels.map((channel) => channel.median()) }
  }

  #await(time: number, values: readonly number[], posture: Posture): void {
    if (posture !== 'start' || !this.#still(limit('cycle.still-seconds'))) return
    this.#rest = [...values]
    this.#history = [{ time, height: 0, out: false }]
    this.#enter('ready', time)
  }

  /** Whether every channel that is seen has stayed within a narrow band for so many seconds. */
  #still(seconds: number): boolean {
    const now = this.#recent.at(-1)
    if (!now || this.#recent.length < limit('cycle.fewest-still')) return false
    const first = this.#recent.findIndex(({ time }) => now.time - time <= seconds)
    if (now.time - (this.#recent[first]?.time ?? now.time) < limit('window.filled') * seconds) return false
    let seen = false
    for (let i = 0; i < now.values.length; i++) {
      let least = Infinity
      let most = -Infinity
      for (let k = first; k < this.#recent.length; k++) {
        const value = this.#recent[k]?.values[i] ?? NaN
        if (!Number.isFinite(value)) continue
        least = Math.min(least, value)
        most = Math.max(most, value)
      }
      if (most < least) continue
      seen = true
      if (most - least > limit('cycle.still-range')) return false
    }
    return seen
  }

  #follow(time: number, values: readonly number[], posture: Posture): Cycle | null {
    let height = -Infinity
    for (let i = 0; i < values.length; i++) {
      const excursion = (values[i] ?? NaN) - (this.#rest[i] ?? NaN)
      if (Number.isFinite(excursion)) height = Math.max(height, excursion)
    }
    if (!Number.isFinite(height)) {
      this.#rest = this.#rest.map((rest, i) => (Number.isFinite(rest) ? rest : (values[i] ?? NaN)))
      return null
    }
    const unseenFor = time - (this.#history.at(-1)?.time ?? time)
    this.#history.push({ time, height, out: posture === 'out' })
    if (this.#phase === 'ready') {
      this.#trim(time)
      if (unseenFor > limit('cycle.lost-seconds') || this.#outFor(time) > limit('cycle.out-seconds'))
        this.#enter('waiting', time)
      else this.#stayReady(time, values, height, posture)
      return null
    }
    if (unseenFor > limit('cycle.gap-seconds')) {
      this.#enter('waiting', time)
      return null
    }
    return this.#inCycle(time, values, height, posture)
  }

  #stayReady(time: number, values: readonly number[], height: number, posture: Posture): void {
    if (height > limit('cycle.enter')) {
      this.#peak = height
      this.#enter('up', time)
      return
    }
    const previous = this.#recent.at(-2)
    const elapsed = previous ? time - previous.time : 0
    // Rest follows a body that has settled elsewhere, slowly where it moves, at once where it sank deeper.
    const rate =
      posture === 'start' && this.#still(limit('cycle.still-seconds'))
        ? elapsed / limit('cycle.rest-seconds')
        : 0
    this.#rest = this.#rest.map((rest, i) => {
      const value = values[i] ?? NaN
      if (!Number.isFinite(value)) return rest
      return Number.isFinite(rest) ? rest + (value - rest) * Math.min(1, rate) : value
    })
  }

  #inCycle(time: number, values: readonly number[], height: number, posture: Posture): Cycle | null {
    this.#peak = Math.max(this.#peak, height)
    if (time - this.#since > limit('cycle.longest-seconds')) {
      this.#enter('waiting', time)
      return null
    }
    if (this.#phase !== 'down') {
      if (height < limit('cycle.exit-share') * this.#peak) {
        this.#low = height
        this.#lowTime = time
        this.#phase = 'down'
      } else {
        this.#phase = height >= limit('cycle.top-share') * this.#peak ? 'hold' : this.#phase
        // Settled for good on a new rest, such as a foot put down elsewhere: the cycle is over all the same.
        if (
          posture === 'start' &&
          height < limit('cycle.settled-share') * this.#peak &&
          this.#still(limit('cycle.settle-seconds'))
        ) {
          const cycle = this.#close(time, false)
          this.#rest = [...values]
          return cycle
        }
        return null
      }
    }
    if (height < this.#low - limit('cycle.lower')) {
      this.#low = height
      this.#lowTime = time
    }
    const arrived = height <= limit('cycle.arrived-share') * this.#peak
    const turned = height > this.#low + limit('cycle.enter') * limit('cycle.turn-share')
    if (!arrived && !turned && time - this.#lowTime < limit('cycle.arrive-seconds')) return null
    return this.#close(time, false)
  }

  #close(end: number, open: boolean): Cycle | null {
    const history = this.#history
    const peak = this.#peak
    this.#enter('ready', end)
    const topAt = history.findIndex(({ height }) => height >= limit('cycle.top-share') * peak)
    let first = topAt
    while (first > 0 && (history[first]?.height ?? 0) > limit('cycle.arrived-share') * peak) first--
    let last = history.length - 1
    while (last > topAt && (history[last]?.height ?? 0) < limit('cycle.top-share') * peak) last--
    const start = onset(history.slice(first, topAt + 1), peak)
    const closed = open ? end : onset(history.slice(last).reverse(), peak)
    const inside = history.slice(first)
    const out = inside.filter((e) => e.out).length / Math.max(1, inside.length)
    this.#history = history.slice(-2)
    if (topAt < 0 || closed - start < limit('cycle.shortest-seconds')) return null
    if (out > limit('cycle.out-share') || peak > limit('cycle.tallest')) return null
    return {
      start,
      topStart: history[topAt]?.time ?? start,
      topEnd: history[last]?.time ?? end,
      end: closed,
      peak,
      open,
    }
  }

  #outFor(time: number): number {
    return this.#outSince === null ? 0 : time - this.#outSince
  }

  #trim(time: number): void {
    while (time - (this.#history[0]?.time ?? time) > limit('cycle.lead-seconds')) this.#history.shift()
  }

  #enter(phase: Phase, time: number): void {
    this.#phase = phase
    this.#since = time
    this.#low = Infinity
    if (phase === 'ready' || phase === 'waiting') this.#peak = 0
  }
}
