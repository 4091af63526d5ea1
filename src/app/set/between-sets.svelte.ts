/** Between two sets of one's own: another one by taking the start position after the rest, the end by getting up or going away. */
import { isUpright } from '../../core/coaching/upright'
import type { PoseFrame } from '../../core/pose/frame'
import { m } from '../../words/compiled/messages'
import type { SetCoach } from '../coach/set-coach'
import { Sustained } from './sustained'

export interface BetweenSetsOptions {
  /** Whether the place is right and the person lies there. */
  readonly placed: (frame: PoseFrame) => boolean
  readonly coach: SetCoach
  /** The person wants another set. */
  readonly onanother: () => void
  /** The person has finished. */
  readonly onover: () => void
}

/** Seconds of rest before another set: whoever lies and breathes is not made to go on. */
export const OWN_REST_SECONDS = 45
const PLACED_FOR = 2
/** Seconds upright, and out of the picture, that mean the end. */
const UP_FOR = 6
const GONE_FOR = 10

export class BetweenSets {
  readonly #options: BetweenSetsOptions
  readonly #placed = new Sustained(PLACED_FOR)
  readonly #up = new Sustained(UP_FOR)
  readonly #gone = new Sustained(GONE_FOR)
  #began: number | null = null
  #done = false
  #left = $state.raw(OWN_REST_SECONDS)

  constructor(options: BetweenSetsOptions) {
    this.#options = options
    const text = m.coach_again({ seconds: OWN_REST_SECONDS })
    options.coach.say({ rank: 'guide', key: 'again', text })
  }

  /** Whole seconds of rest left; 0 once another set may begin. */
  get left(): number {
    return this.#left
  }

  /** Takes the next frame, in seconds of its own. */
  take(frame: PoseFrame): void {
    if (this.#done) return
    const { coach, placed, onanother, onover } = this.#options
    this.#began ??= frame.time
    const left = Math.max(0, Math.ceil(OWN_REST_SECONDS - (frame.time - this.#began)))
    if (left === 0 && this.#left > 0) {
      coach.tone('over')
      coach.say({ rank: 'guide', key: 'again-now', text: m.coach_again_now() })
    }
    this.#left = left
    const upright = isUpright(frame)
    const up = this.#up.holds(upright, frame.time)
    const gone = this.#gone.holds(frame.body === null, frame.time)
    if (up || gone) {
      this.#done = true
      coach.tone('done')
      coach.say({ rank: 'guide', key: 'again-over', text: m.coach_again_over() })
      onover()
    } else if (this.#placed.holds(left === 0 && !upright && placed(frame), frame.time)) {
      this.#done = true
      onanother()
    }
  }
}
