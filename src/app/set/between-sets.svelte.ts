/** After a set outside of a plan: taking the start position after the rest starts another set; getting up or leaving ends it. */
import { isUpright } from '../../core/coaching/upright'
import type { PoseFrame } from '../../core/pose/frame'
import { m } from '../../words/compiled/messages'
import type { SetCoach } from '../coach/set-coach'
import { Sustained } from './sustained'

export interface BetweenSetsOptions {
  /** Whether the camera's place and the person's position are right. */
  readonly placed: (frame: PoseFrame) => boolean
  readonly coach: SetCoach
  /** Called when the person wants another set. */
  readonly onanother: () => void
  /** Called when the person has finished. */
  readonly onover: () => void
}

/** Rest before another set, so that lying down to breathe does not start one. */
export const OWN_REST_SECONDS = 45
const PLACED_SECONDS = 2
/** Time upright, and out of the picture, that means the end. */
const UPRIGHT_SECONDS = 6
const GONE_SECONDS = 10

export class BetweenSets {
  readonly #options: BetweenSetsOptions
  readonly #placed = new Sustained(PLACED_SECONDS)
  readonly #up = new Sustained(UPRIGHT_SECONDS)
  readonly #gone = new Sustained(GONE_SECONDS)
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

  /** Takes the next frame. */
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
