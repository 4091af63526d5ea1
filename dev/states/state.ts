/** What a state is: how the device stands, which screen is asked for, and what happens on it. */
import type { Day } from '../../src/core/programme'
import type { Seeds } from '../seeds'
import type { DevStage } from '../dev-stage'

export interface DevState {
  /** `group/name`, as in the address. */
  readonly id: string
  /** What it is, in the list. */
  readonly title: string
  /** The screen's address after `#`; for a set, the one that its trace is of. */
  readonly route?: string
  /** The recorded trace that it plays or reviews. */
  readonly trace?: string
  /** Seconds of the trace at which it stands. */
  readonly at?: number
  /** Reps, or seconds of the hold, that the set aims at. */
  readonly target?: number
  /** The day it is; `DAY` unless given. */
  readonly day?: Day
  /** Whether the screens find a camera open from the set before. */
  readonly camera?: boolean
  /** Fills the device before the app starts. */
  readonly seed?: (seeds: Seeds) => unknown
  /** Brings the screen into the state. @throws when it can't be reached */
  readonly show?: (stage: DevStage) => unknown
}
