/** The measured frames that a set of reps may still need: the longest rep, and the rest before it. */
import type { Measurement } from '../../pose/measure'
import { limit } from '../../thresholds'
import type { Cycle } from './cycle'

/** Seconds of frames kept at most. */
const KEPT_S = limit('cycle.longest-seconds') + limit('kept.before-seconds')
/** Seconds of frames that may be too many, as letting go of some makes a new list. */
const SPARE_S = limit('kept.spare-seconds')
/** Seconds before the onset that tell how the body rested. */
const REST_S = limit('rep.rest-seconds')
/** A frame's time may differ by its last binary digit. */
const SAME_S = 1e-6

export class KeptFrames {
  #frames: Measurement[] = []

  /** Takes the next frame. @param earliest second that a rep still to close may begin at */
  add(m: Measurement, earliest: number): void {
    this.#frames.push(m)
    const needed = Math.max(m.time - KEPT_S, Math.min(m.time, earliest) - REST_S)
    if ((this.#frames[0]?.time ?? m.time) < needed - SPARE_S)
      this.#frames = this.#frames.filter(({ time }) => time >= needed)
  }

  /** The frames from one second to another, both included. */
  between(from: number, to: number): readonly Measurement[] {
    const before = this.#frames.findLastIndex(({ time }) => time < from - SAME_S)
    const last = this.#frames.findLastIndex(({ time }) => time <= to + SAME_S)
    return this.#frames.slice(before + 1, last + 1)
  }

  /** The frames at rest before that second. */
  restBefore(start: number): readonly Measurement[] {
    return this.between(start - REST_S, start)
  }

  /** The frames at rest before a rep; where the recording began too late to have them, those after it. */
  restOf({ start, end, begun }: Cycle): readonly Measurement[] {
    const before = begun ? [] : this.restBefore(start)
    const seconds = (before.at(-1)?.time ?? 0) - (before[0]?.time ?? 0)
    return seconds >= limit('rep.start-seconds') ? before : this.between(end - REST_S, end)
  }
}
