/**
 * Finds reps in one signal that rises and comes back: how far a limb reaches, how far the hips open, how
 * high the silhouette is. It knows no exercise and no view.
 *
 * A rise is measured from the valley before it, in spans (1 is about a full rep). Entering and leaving have
 * different limits, and every rule is in seconds and spans, so the frame rate changes nothing. Nobody has to
 * rest or to reach the floor between two reps: a fall to less than half the peak is the way back.
 */
import { limit } from '../../thresholds'
import type { Phase } from '../model'
import type { Posture } from '../rules'
import { onset, type Excursion } from './onset'
import { SmoothSignal } from './smooth-signal'

export interface CycleSample {
  readonly time: number
  /** In spans; only differences count. NaN where it can't be seen. */
  readonly height: number
  readonly posture: Posture
}

/** A closed rise and return. Times in seconds, heights in spans. */
export interface Cycle {
  readonly start: number
  /** When the top was reached and left: the stretch above the top's share of the peak. */
  readonly topStart: number
  readonly topEnd: number
  readonly end: number
  /** Over the valley. */
  readonly peak: number
  /** The recording began after the rise did, so the way up is missing or cut. */
  readonly begun: boolean
  /** The recording ended at the top: the way back is missing. */
  readonly open: boolean
}

export class CycleDetector {
  readonly #signal = new SmoothSignal()
  #history: Excursion[] = []
  #phase: Phase = 'waiting'
  /** Where the signal rests: the valley that the next rise starts from. */
  #valley = NaN
  #since = 0
  /** When the last frame was; a smoothed value stands a little before it. */
  #last = 0
  #peak = 0
  #low = Infinity
  #lowTime = 0
  #inSince: number | null = null
  #outSince: number | null = null
  /** Until the first rise or fall nobody knows whether the recording began at rest or within a rep; nobody counts what was left unwatched. */
  #fresh = true
  #begun = false

  get phase(): Phase {
    return this.#phase
  }

  /** The present excursion in spans; 0 while waiting. */
  get height(): number {
    const now = this.#history.at(-1)
    return this.#phase === 'waiting' || !now ? 0 : now.height - this.#valley
  }

  /** The rise under way: when it passed the enter limit, and since when it has been at its top so far; null when none is. */
  get rise(): { readonly start: number; readonly top: number } | null {
    if (this.#phase !== 'hold') return null
    const edge = this.#share(limit('cycle.top-share'))
    const top = this.#history.findLast(({ height }) => height < edge)?.time ?? this.#since
    return { start: this.#since, top }
  }

  /** No cycle that is still to close begins before this; Infinity where none is followed. */
  get earliest(): number {
    return this.#phase === 'waiting' ? Infinity : (this.#history[0]?.time ?? Infinity)
  }

  /** Takes the next sample in time order. Returns a cycle when one has just closed. */
  step({ time: now, height, posture }: CycleSample): Cycle | null {
    const { time, value } = this.#signal.add(now, height)
    this.#outSince = posture === 'out' ? (this.#outSince ?? now) : null
    this.#inSince = posture === 'out' ? null : (this.#inSince ?? now)
    if (!Number.isFinite(value)) return null
    const unseenFor = time - (this.#history.at(-1)?.time ?? time)
    this.#history.push({ time, height: value })
    this.#last = now
    if (unseenFor > limit(this.#phase === 'ready' ? 'cycle.lost-seconds' : 'cycle.gap-seconds')) this.reset()
    if (this.#phase === 'waiting') {
      this.#trim(time)
      if (this.#inSince !== null && now - this.#inSince >= limit('cycle.still-seconds'))
        this.#begin(time, value)
      return null
    }
    if (this.#phase === 'ready') {
      this.#trim(time)
      if (this.#outSince !== null && now - this.#outSince > limit('cycle.out-seconds')) this.reset()
      else this.#stayReady(time, value, posture)
      return null
    }
    return this.#inCycle(time, value, posture)
  }

  /** Closes a cycle that the recording's end has cut at its top. */
  finish(): Cycle | null {
    if (this.#phase !== 'hold' && this.#phase !== 'down') return null
    return this.#close(this.#last, this.#phase === 'hold')
  }

  /** Forgets rest and position, as when the person or the camera has moved. */
  reset(): void {
    this.#enter('waiting', 0)
    this.#history = []
    this.#signal.clear()
    this.#inSince = this.#outSince = null
    this.#fresh = false
  }

  #begin(time: number, value: number): void {
    const since = this.#inSince ?? time
    this.#history = this.#history.filter((e) => e.time >= since - 1e-6)
    this.#valley = Math.min(value, ...this.#history.map(({ height }) => height))
    this.#enter('ready', time)
  }

  #stayReady(time: number, value: number, posture: Posture): void {
    if (value > this.#valley + limit('cycle.enter')) {
      this.#peak = value
      this.#begun = false
      this.#enter('up', time)
      return
    }
    if (this.#fresh) {
      const highest = Math.max(...this.#history.map(({ height }) => height))
      if (highest - value > limit('cycle.begun-fall')) {
        this.#peak = highest
        this.#begun = true
        this.#fall(time, value)
        return
      }
    }
    this.#valley = Math.min(this.#valley, value)
    // The valley follows a body that has settled higher, slowly.
    if (posture === 'start' && this.#signal.still(limit('cycle.still-seconds')))
      this.#valley += (value - this.#valley) * Math.min(1, this.#signal.elapsed / limit('cycle.rest-seconds'))
  }

  #inCycle(time: number, value: number, posture: Posture): Cycle | null {
    this.#peak = Math.max(this.#peak, value)
    if (time - this.#since > limit('cycle.longest-seconds')) {
      this.reset()
      return null
    }
    if (this.#phase !== 'down') {
      if (value >= this.#share(limit('cycle.exit-share'))) {
        if (value >= this.#share(limit('cycle.top-share'))) this.#phase = 'hold'
        return this.#settledElsewhere(time, value, posture)
      }
      this.#fall(time, value)
    }
    if (value < this.#low - limit('cycle.lower')) {
      this.#low = value
      this.#lowTime = time
    }
    // Before the first return nobody knows how deep it goes.
    const arrived = !this.#fresh && value <= this.#share(limit('cycle.arrived-share'))
    const turned = value > this.#low + limit('cycle.enter') * limit('cycle.turn-share')
    if (!arrived && !turned && time - this.#lowTime < limit('cycle.arrive-seconds')) return null
    return this.#close(time, false)
  }

  /** Settled for good on a new rest, such as a foot put down elsewhere: the cycle is over all the same. */
  #settledElsewhere(time: number, value: number, posture: Posture): Cycle | null {
    if (posture !== 'start' || value > this.#share(limit('cycle.settled-share'))) return null
    if (!this.#signal.still(limit('cycle.settle-seconds'))) return null
    this.#low = value
    return this.#close(time, false)
  }

  #fall(time: number, value: number): void {
    this.#phase = 'down'
    if (this.#begun) this.#since = time
    this.#low = value
    this.#lowTime = time
  }

  /** The height that is such a share of the way from the valley to the peak. */
  #share(share: number): number {
    const valley = this.#begun ? this.#low : this.#valley
    return valley + share * (this.#peak - valley)
  }

  #close(end: number, open: boolean): Cycle | null {
    const first = this.#history[0]
    // Where the recording began within the rise, the rest is known from the way back alone.
    const cut = this.#fresh && this.#low < this.#valley
    const valley = this.#begun || cut ? this.#low : this.#valley
    const peak = this.#peak - valley
    const begun =
      this.#fresh && first !== undefined && first.height - valley > limit('cycle.begun-share') * peak
    const history = this.#history.map((e) => ({ ...e, height: e.height - valley }))
    this.#valley = Number.isFinite(this.#low) ? this.#low : valley
    this.#history = this.#history.slice(-2)
    this.#fresh = false
    this.#begun = false
    this.#enter('ready', end)
    return cycleOf(history, peak, end, begun, open)
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

/** The cycle in a stretch of heights over the valley; null where it is none. */
function cycleOf(
  history: readonly Excursion[],
  peak: number,
  end: number,
  begun: boolean,
  open: boolean,
): Cycle | null {
  const topAt = history.findIndex(({ height }) => height >= limit('cycle.top-share') * peak)
  if (topAt < 0) return null
  let first = topAt
  while (first > 0 && (history[first]?.height ?? 0) > limit('cycle.arrived-share') * peak) first--
  let last = history.length - 1
  while (last > topAt && (history[last]?.height ?? 0) < limit('cycle.top-share') * peak) last--
  const start = begun ? (history[0]?.time ?? end) : onset(history.slice(first, topAt + 1), peak)
  const closed = open ? end : onset(wayBack(history, last).reverse(), peak)
  const whole = !begun && !open
  if (closed - start < limit(whole ? 'cycle.shortest-seconds' : 'cycle.shortest-part')) return null
  if (peak > limit('cycle.tallest')) return null
  return {
    start,
    topStart: history[topAt]?.time ?? start,
    topEnd: open ? end : (history[last]?.time ?? end),
    end: closed,
    peak,
    begun,
    open,
  }
}

/** From the end of the top to the lowest point after it: what follows may be the next rise. */
function wayBack(history: readonly Excursion[], top: number): Excursion[] {
  let lowest = top
  for (let i = top; i < history.length; i++)
    if ((history[i]?.height ?? NaN) < (history[lowest]?.height ?? NaN)) lowest = i
  return history.slice(top, lowest + 1)
}
