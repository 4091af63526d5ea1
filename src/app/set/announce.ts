/**
 * What a screen reader is told of a set: one line whenever something is new, and never a clock. It may speak beside
 * the coach, so it says what changed and no more.
 */
import type { Blindness } from '../../capture/camera-watchdog'
import { m } from '../../words/compiled/messages'
import type { LiveSet } from './live-set.svelte'
import { standstillOf } from './pause-words'
import { amount, type Kind } from '../../sentences/set/set-words'

/** What of a set is told. */
export type SetView = Pick<
  LiveSet,
  'stage' | 'sentence' | 'count' | 'cue' | 'leaving' | 'paused' | 'lost' | 'record'
>

/** A hold is told every so many seconds. */
const TOLD_EVERY = 10

export class Announcer {
  readonly #kind: Kind
  #said = ''
  #state = ''
  #cue: SetView['cue'] = null
  #count = 0

  constructor(kind: Kind) {
    this.#kind = kind
  }

  /** The line that stands now, which is the one before where nothing is new. */
  read(set: SetView, blind: Blindness | null): string {
    const state = this.#stateOf(set, blind)
    const cue = set.cue
    const told = this.#toldCount(set)
    if (state !== '' && state !== this.#state) this.#said = state
    else if (cue !== null && cue !== this.#cue) this.#said = cue.text
    else if (state === '' && told > 0 && (told !== this.#count || this.#state !== ''))
      this.#said = amount(told, this.#kind)
    this.#state = state
    this.#cue = cue
    this.#count = told
    return this.#said
  }

  /** What the set waits for; empty while it counts. */
  #stateOf(set: SetView, blind: Blindness | null): string {
    if (set.stage === 'countdown') return m.live_stay_still()
    if (set.stage === 'ended') return set.record === null ? m.live_nothing() : ''
    if (set.stage !== 'working') return set.sentence
    const still = standstillOf(set, blind)
    if (still === null) return ''
    // Its seconds are shown, and left out here.
    if (still.kind === 'leaving') return m.live_step_back_now()
    return still.detail === null ? still.title : `${still.title}. ${still.detail}`
  }

  #toldCount({ stage, count }: SetView): number {
    if (stage !== 'working') return 0
    return this.#kind === 'hold' ? count - (count % TOLD_EVERY) : count
  }
}
