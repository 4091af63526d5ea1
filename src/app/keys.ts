/** The keyboard shortcuts of each screen, in words. */
import { m } from '../words/compiled/messages'
import type { Route } from './route'

/** What some keys do. */
export interface KeyUse {
  /** Their names on the keyboard. A second key does the same, or the opposite. */
  readonly keys: readonly string[]
  readonly does: string
}

export interface ScreenKeys {
  readonly note: string | null
  readonly uses: readonly KeyUse[]
}

const [SPACE, TAB] = [m.app_key_space(), 'Tab']

/** The keys of every screen. */
export const keysEverywhere: readonly KeyUse[] = [
  { keys: [TAB, m.app_key_shift_tab()], does: m.app_keys_tab() },
  { keys: [m.app_key_enter()], does: m.app_keys_enter() },
  { keys: [SPACE], does: m.app_keys_space() },
  { keys: ['←', '→'], does: m.app_keys_arrows() },
  { keys: ['?'], does: m.app_keys_list() },
]

const inSet: ScreenKeys = {
  note: m.app_keys_set_body(),
  uses: [
    { keys: [SPACE, 'Esc'], does: m.app_keys_set_end() },
    { keys: ['Esc'], does: m.app_keys_set_leave() },
  ],
}
const inReview: ScreenKeys = {
  note: m.app_keys_player(),
  uses: [
    { keys: [SPACE], does: m.app_keys_player_play() },
    { keys: ['←', '→'], does: m.app_keys_player_nudge() },
    { keys: ['↑', '↓'], does: m.app_keys_player_skip() },
    { keys: [m.app_key_home(), m.app_key_end()], does: m.app_keys_player_ends() },
  ],
}

/** The keys of one screen only; null where it has none. */
export function keysOn(page: Route['page']): ScreenKeys | null {
  if (page === 'live' || page === 'session') return inSet
  return page === 'set' ? inReview : null
}
