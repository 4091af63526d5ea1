/** What stops the count of a set for a while, in words. */
import type { Blindness } from '../../capture/camera-watchdog'
import { m } from '../../words/compiled/messages'
import { blindText } from '../../sentences/faults/faults'
import type { LiveSet } from './live-set.svelte'

export interface Standstill {
  readonly kind: 'leaving' | 'paused' | 'lost'
  readonly title: string
  readonly detail: string | null
}

/** Null while the set runs. @param blind why the camera shows nothing; null while it does */
export function standstillOf(
  set: Pick<LiveSet, 'leaving' | 'paused' | 'lost' | 'sentence'>,
  blind: Blindness | null,
): Standstill | null {
  if (set.leaving !== null)
    return { kind: 'leaving', title: m.live_step_back({ seconds: set.leaving }), detail: null }
  if (set.paused !== null)
    return blind === null
      ? { kind: 'paused', title: m.live_paused(), detail: set.sentence || m.live_paused_how() }
      : { kind: 'paused', title: blindText(blind), detail: null }
  return set.lost ? { kind: 'lost', title: m.live_lost(), detail: m.live_lost_clock() } : null
}
