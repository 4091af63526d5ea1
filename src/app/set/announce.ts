/**
 * What a screen reader is told of a set: one line whenever something is new, and never a clock. It may speak beside
 * the coach, so it says what changed and no more.
 */
import type { Blindness } from '../../capture/camera-watchdog'
import { m } from '../../words/compiled/messages'
import { interruptionText } from './pause-words'
import type { Cue } from './set-cues.svelte'
import type { SetState } from './set-state'
import { amount, type Kind } from '../../sentences/set/set-words'

/** A hold is told every so many seconds. */
const TOLD_EVERY = 10

export class Announcer {
  readonly #kind: Kind
  #said = ''
  #state = ''
  #cue: Cue | null = null
  #count = 0

  constructor(kind: Kind) {
    this.#kind = kind
  }

  /** The line that stands now, which is the one before where nothing is new. */
  read(set: SetState, blind: Blindness | null): string {
    const state = this.#stateOf(set, blind)
    const cue = set.state === 'working' ? set.cue : null
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
  #stateOf(set: SetState, blind: Blindness | null): string {
    if (set.state === 'countdown') return m.live_stay_still()
    if (set.state === 'ended') return set.record === null ? m.live_nothing() : ''
    if (set.state !== 'working') return set.sentence
    if (set.interruption === null) return ''
    // Its seconds are shown, and left out here.
    if (set.interruption.kind === 'leaving') return m.live_step_back_now()
    const { title, detail } = interruptionText(set.interruption, blind)
    return detail === null ? title : `${title}. ${detail}`
  }

  #toldCount(set: SetState): number {
    if (set.state !== 'working') return 0
    return this.#kind === 'hold' ? set.count - (set.count % TOLD_EVERY) : set.count
  }
}
