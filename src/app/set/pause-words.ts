/** What interrupts the count of a set: the state in a word or two, and what it means or what to do. */
import type { Blindness } from '../../capture/camera-watchdog'
import { m } from '../../words/compiled/messages'
import { blindText } from '../../sentences/faults/faults'
import type { Interruption } from './set-state'

export interface InterruptionText {
  readonly title: string
  readonly detail: string
}

/** @param blind why the camera shows nothing; null while it does */
export function interruptionText(interruption: Interruption, blind: Blindness | null): InterruptionText {
  switch (interruption.kind) {
    case 'leaving':
      return { title: m.live_state_blind(), detail: m.live_step_back({ seconds: interruption.secondsLeft }) }
    case 'paused':
      return blind === null
        ? { title: m.live_paused(), detail: interruption.advice || m.live_paused_how() }
        : { title: m.live_state_blind(), detail: blindText(blind) }
    case 'lost':
      return { title: m.live_state_blind(), detail: m.live_lost_clock() }
  }
}
