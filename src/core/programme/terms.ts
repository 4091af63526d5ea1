/** The types that all rooms of the programme share. */

/** green, amber and red by the table; unknown where the back has not answered yet. */
export type Light = 'green' | 'amber' | 'red' | 'unknown'

/** How far down pain reaches, from nowhere to below the knee. */
export type Reach = 'none' | 'back' | 'buttock' | 'above-knee' | 'below-knee'
export const reaches: readonly Reach[] = ['none', 'back', 'buttock', 'above-knee', 'below-knee']

export type HeavyKind = 'meetings' | 'drive' | 'travel' | 'lifting'

/** How weights are shown; the log keeps kilograms. */
export type WeightUnit = 'kg' | 'lb'

/** What is planned for recovery. */
export type RecoveryKind = 'walk' | 'lying' | 'mobility'

/** Reps, or holds kept to their target, of those that were planned. */
export interface Reached {
  readonly done: number
  readonly of: number
}

/** Why a session neither proves its dose nor speaks against it. */
export type Mixed =
  | {
      readonly code:
        | 'severe'
        | 'unseen'
        | 'off-form'
        | 'recovery-used'
        | 'no-answers'
        | 'no-reserve'
        | 'form'
        | 'unfinished'
        | 'no-morning'
    }
  | { readonly code: 'reserve'; readonly reserve: number }
  | { readonly code: 'pain-rise'; readonly pain: number; readonly usual: number }
  | { readonly code: 'light'; readonly light: Exclude<Light, 'unknown' | 'green'> }
