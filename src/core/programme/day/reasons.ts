/**
 * Why the plan is what it is: a code with its facts. They are what is decided and kept; the sentences, in each
 * language, are made from them in `sentences/programme/plan-reasons.ts`.
 */
import type { CheckId, ExerciseId } from '../../analysis/model'
import type { Side } from '../../pose/frame'
import type { Position } from '../ladder/ladder'
import type { Step } from '../ladder/steps'
import type { HeavyKind, Light, Mixed, Reach, Reached, WeightUnit } from '../terms'

type NoFacts = Readonly<Record<string, never>>

interface StepFacts {
  exercise: ExerciseId
  sessions: number
  step: Step
  unit: WeightUnit
}

/** Facts of each reason: ids of what has a name, numbers in the unit of the sentence. */
export interface ReasonFacts {
  // the day
  setup: NoFacts
  'read-page': NoFacts
  'safety-advice': NoFacts
  'usual-high': { usual: number; most: number }
  'red-rest': { day: string; until: string }
  'no-training-day': NoFacts
  'moved-from': { day: string }
  'moved-to': { day: string; heavy: HeavyKind; near: boolean }
  'heavy-today': { heavy: HeavyKind }
  'heavy-near': { heavy: HeavyKind }
  'lifting-today': NoFacts
  'heavy-said': NoFacts
  'sleep-poor': { hours: number }
  'stress-high': { stress: number }
  'amber-lighter': NoFacts
  'deload-weeks': { weeks: number }
  'deload-ambers': { count: number; days: number }
  'deload-form': { count: number; of: number }
  'deload-running': { until: string }
  'session-done': NoFacts
  'asked-for-session': NoFacts
  'asked-for-full': NoFacts
  'asked-for-lighter': NoFacts
  'all-left-out': NoFacts
  // notices
  'seek-advice': { count: number; days: number }
  'page-again': { days: number }
  'clock-back': NoFacts
  'override-unknown': { level: string }
  'override-ceiling': { exercise: ExerciseId; level: string }
  // one exercise
  'step-more': StepFacts & { done: Reached | null }
  'level-up': { exercise: ExerciseId; passes: number; level: string }
  'assess-first': NoFacts
  'assess-again': { seconds: number }
  'assess-up': { exercise: ExerciseId; seconds: number; level: string }
  'start-found': { seconds: number; percent: number }
  'start-unknown': NoFacts
  'step-limit': StepFacts & { limit: number; percent: number }
  'hold-limit': { limit: number; percent: number }
  'less-limit': StepFacts & { limit: number; percent: number }
  'level-back-limit': { exercise: ExerciseId; level: string; limit: number }
  'floor-limit': { limit: number }
  'level-up-limit': { exercise: ExerciseId; level: string; limit: number; top: number }
  'hold-capacity': { limit: number; need: number }
  'floor-red': NoFacts
  'hold-one-pass': { have: number; need: number }
  'hold-week': { percent: number }
  'hold-unknown': NoFacts
  'hold-mixed': { because: Mixed }
  'hold-light': { light: Exclude<Light, 'green'> }
  'hold-day': NoFacts
  'hold-deload': NoFacts
  'hold-top': NoFacts
  'hold-top-passes': { have: number; need: number }
  'step-back': StepFacts & { check: CheckId | null }
  'floor-form': { exercise: ExerciseId; check: CheckId | null }
  'level-back-collapse': { exercise: ExerciseId; done: Reached | null; check: CheckId | null; level: string }
  'level-back-red': { exercise: ExerciseId; level: string }
  'less-red': NoFacts
  'gap-repeat': { days: number }
  'gap-less': { days: number }
  'gap-level': { exercise: ExerciseId; days: number; level: string }
  'mode-lighter': NoFacts
  'mode-deload': NoFacts
  'week-trimmed': { percent: number }
  'week-full': { percent: number }
  'position-avoided': { position: Position }
  'sheet-start': { exercise: ExerciseId; level: string }
  'sheet-lowered': { exercise: ExerciseId; level: string }
  'sheet-ceiling': { exercise: ExerciseId; level: string }
  'sheet-locked': NoFacts
  'sheet-position': { position: Position }
  'sheet-side': { side: Side }
  'sheet-side-all': { side: Side }
  'sheet-minutes': { minutes: number }
  'asked-skip': NoFacts
  'asked-dose': NoFacts
  'look-limit': { most: number; kind: 'reps' | 'hold' }
  'quiet-offer': { brace: number }
  'hardest-first': NoFacts
  'weaker-first': { side: Side }
  // lights
  'light-during': { pain: number; usual: number }
  'light-sharp': NoFacts
  'light-spread': { reach: Reach }
  'light-buttock': NoFacts
  'light-morning': { rise: number }
  'light-high': { pain: number; usual: number }
  'light-stiff': { minutes: number }
  'light-missing': NoFacts
  // recovery
  'recovery-daily': NoFacts
  'recovery-after-hard': NoFacts
  'recovery-sleep': NoFacts
  'recovery-red': NoFacts
}

export type ReasonCode = keyof ReasonFacts

export type ReasonOf<C extends ReasonCode> = C extends ReasonCode
  ? { readonly code: C; readonly facts: Readonly<ReasonFacts[C]> }
  : never
/** A reason as it is kept in the log. */
export type Reason = ReasonOf<ReasonCode>

/** Makes a reason. */
export function because<C extends ReasonCode>(code: C, facts: ReasonFacts[C]): ReasonOf<C> {
  return { code, facts } as unknown as ReasonOf<C>
}
