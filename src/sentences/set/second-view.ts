/** Short sets from a second camera place: which sets they are, and when to propose one. */
import type { SecondView } from '../../core/analysis/definition'
import type { ExerciseId } from '../../core/analysis/model'
import { exercises } from '../../exercises'
import type { SetRecord } from '../../storage/records/schema'
import { workDone } from '../../storage/records/summary'
import type { SetPlan } from '../../exercises/set-plan'
import { secondViewPlan } from '../../exercises/second-place'

export { secondViewPlan } from '../../exercises/second-place'

/** The second place of a set that is planned or done there; null at the main place. */
export function secondViewOf(set: {
  readonly exercise: ExerciseId
  readonly secondView?: true
}): SecondView | null {
  return set.secondView === true ? (exercises[set.exercise].secondView ?? null) : null
}

/** The second place of an exercise; null when it can't judge this variation. */
export function secondViewFor(exercise: ExerciseId, variation: string | null): SecondView | null {
  const { secondView } = exercises[exercise]
  return variation !== null && secondView?.variations.includes(variation) ? secondView : null
}

/** Number of whole reps in which the second place's own checks were judged. */
export function repsJudgedBy({ checks }: SecondView, { analysis }: SetRecord): number {
  return analysis.reps.filter(
    ({ complete, findings }) =>
      complete && findings.some(({ check, verdict }) => checks.includes(check) && verdict !== 'unseen'),
  ).length
}

/** The second place to propose after a set that left its checks unjudged; null when there is none. */
export function proposalAfter(
  record: SetRecord,
): { readonly view: SecondView; readonly plan: SetPlan } | null {
  const { exercise, variation } = record
  const view = secondViewFor(exercise, variation)
  if (view === null || variation === null || record.secondView === true || workDone(record) < 1) return null
  return repsJudgedBy(view, record) > 0 ? null : { view, plan: secondViewPlan(exercise, variation, view) }
}
