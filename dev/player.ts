/** Gives a set the frames of a recording as fast as they can be judged, or at their own pace. */
import type { PoseFrame } from '../src/core/pose/frame'
import type { StandInSession } from '../tests/support/stand-in-session.svelte'

/** Seconds between frames of a picture that is held. */
const STEP = 0.1
/** Seconds in which a start position must lead into the work. */
const START_WITHIN = 20

export class Player {
  readonly #session: StandInSession
  readonly #frames: readonly PoseFrame[]
  readonly #after: () => void
  /** Frames of the recording that were given. */
  #given = 0
  #now = 0

  /** @param after called after each frame */
  constructor(session: StandInSession, frames: readonly PoseFrame[], after: () => void) {
    this.#session = session
    this.#frames = frames
    this.#after = after
  }

  /** Seconds on the frames' clock, which starts with the page and never goes back. */
  get now(): number {
    return this.#now
  }

  /** The picture that the recording begins with: the start position. */
  get first(): PoseFrame {
    const [first] = this.#frames
    if (first === undefined) throw new Error('the trace has no frames')
    return first
  }

  /** Holds one picture for so many seconds, or until enough; true when it was. */
  hold(frame: PoseFrame, seconds: number, enough: () => boolean = () => false): boolean {
    for (let left = seconds; left > 0; left -= STEP) {
      this.#give(frame, STEP)
      if (enough()) return true
    }
    return false
  }

  /** Holds the start position until the work begins. @throws when it does not */
  start(): void {
    if (!this.hold(this.first, START_WITHIN, () => this.#session.set?.current.state === 'working'))
      throw new Error('the start position of the trace does not lead into the set')
  }

  /** Plays the recording up to that second of it. */
  playTo(seconds: number): void {
    while ((this.#frames[this.#given]?.time ?? Infinity) <= this.first.time + seconds) this.#next()
  }

  /** Plays the recording until enough. @throws when it ends before */
  playUntil(enough: () => boolean): void {
    while (!enough()) {
      if (this.#given >= this.#frames.length) throw new Error('the trace never comes to this state')
      this.#next()
    }
  }

  /** Plays what is left at its own pace. */
  async playOn(): Promise<void> {
    while (this.#given < this.#frames.length) {
      const wait = this.#gap()
      await new Promise((resolve) => setTimeout(resolve, 1000 * wait))
      this.#next()
    }
  }

  #next(): void {
    const frame = this.#frames[this.#given]
    if (frame === undefined) return
    const gap = this.#gap()
    this.#given += 1
    this.#give(frame, gap)
  }

  #gap(): number {
    const [before, next] = [this.#frames[this.#given - 1], this.#frames[this.#given]]
    return before === undefined || next === undefined ? STEP : next.time - before.time
  }

  #give(frame: PoseFrame, later: number): void {
    this.#now += later
    this.#session.take({ ...frame, time: this.#now })
    this.#after()
  }
}
