/**
 * What a screen reader hears of a set: one line whenever something is new, and never a clock. It may speak at the
 * same time as the coach, so it says only what changed.
 */
import type { Blindness } from '../../capture/camera-watchdog'
import { m } from '../../words/compiled/messages'
import { interruptionText } from './pause-words'
import type { Cue } from './set-cues.svelte'
import type { SetState } from './set-state'
import { amount, type Kind } from '../../sentences/set/set-words'

/** How often the seconds of a hold are told. */
const TOLD_EVERY_SECONDS = 10

export class Announcer {
  readonly #kind: Kind
  #line = ''
  #state = ''
  #cue: Cue | null = null
  #count = 0

  constructor(kind: Kind) {
    this.#kind = kind
  }

  /** The current line; the same as before when nothing is new. */
  read(set: SetState, blind: Blindness | null): string {
    const state = this.#waitText(set, blind)
    const cue = set.state === 'working' ? set.cue : null
    const told = this.#toldCount(set)
    if (state !== '' && state !== this.#state) this.#line = state
    else if (cue !== null && cue !== this.#cue) this.#line = cue.text
    else if (state === '' && told > 0 && (told !== this.#count || this.#state !== ''))
      this.#line = amount(told, this.#kind)
    this.#state = state
    this.#cue = cue
    this.#count = told
    return this.#line
  }

  /** What the set waits for; empty while it counts. */
  #waitText(set: SetState, blind: Blindness | null): string {
    if (set.state === 'countdown') return m.live_stay_still()
    if (set.state === 'ended') return set.record === null ? m.live_nothing() : ''
    if (set.state !== 'working') return set.sentence
    if (set.interruption === null) return ''
    // The screen shows the seconds; a screen reader would read each of them.
    if (set.interruption.kind === 'leaving') return m.live_step_back_now()
    const { title, detail } = interruptionText(set.interruption, blind)
    return `${title}. ${detail}`
  }

  #toldCount(set: SetState): number {
    if (set.state !== 'working') return 0
    return this.#kind === 'hold' ? set.count - (set.count % TOLD_EVERY_SECONDS) : set.count
  }
}
