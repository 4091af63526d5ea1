/** The states of a set in front of the camera. Each carries what it alone has, so that no impossible mix can be written. */
import type { CheckId } from '../../core/analysis/model'
import type { PlacementMark } from '../../core/pose/placement'
import type { SetRecord } from '../../storage/records/schema'
import type { PauseReason } from './pauses'
import type { Cue } from './set-cues.svelte'

interface Guidance {
  readonly marks: readonly PlacementMark[]
  /** What to move or to put right next; empty when nothing. */
  readonly sentence: string
}

/** placing → settling → countdown, and back where the place or the start position is lost. */
export type StartState =
  | (Guidance & { readonly state: 'placing' | 'settling' })
  | (Guidance & { readonly state: 'countdown'; readonly secondsLeft: number })

/** Why counting and the clock wait while a set is under way. */
export type Interruption =
  /** Nobody is in the picture: whole seconds until that ends the set. */
  | { readonly kind: 'leaving'; readonly secondsLeft: number }
  | {
      readonly kind: 'paused'
      readonly reason: PauseReason
      /** Whole seconds for which the pause is still kept open. */
      readonly secondsLeft: number
      /** What to move so that the picture is framed well again; empty when nothing. */
      readonly advice: string
    }
  /** Somebody is there, but the body can't be tracked. */
  | { readonly kind: 'lost' }

export interface WorkState {
  readonly state: 'working'
  /** Reps so far, or whole seconds of the running hold. */
  readonly count: number
  /** Holds that make the set, and those kept to their target so far. */
  readonly holds: number
  readonly holdsKept: number
  /** Checks that can't be judged from here. */
  readonly unseen: readonly CheckId[]
  readonly cue: Cue | null
  /** Too few pictures come to judge form: nothing is said of it. */
  readonly countsOnly: boolean
  readonly interruption: Interruption | null
}

export type Saving =
  | { readonly state: 'saving' }
  | { readonly state: 'saved' }
  | { readonly state: 'failed'; readonly error: unknown }

/** `absent`: nobody came. `skipped`: the start position was not taken. */
export type EmptyReason = 'absent' | 'skipped' | 'nothing-counted'

export type EndState =
  | { readonly state: 'ended'; readonly record: null; readonly reason: EmptyReason }
  | { readonly state: 'ended'; readonly record: SetRecord; readonly saving: Saving }

/** From the start to `working` to `ended`; never back once it works. */
export type SetState = StartState | WorkState | EndState

/** Whether the set has not begun to count. */
export const isStart = (set: SetState): set is StartState => set.state !== 'working' && set.state !== 'ended'
