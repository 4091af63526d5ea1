/** The short sets from a second camera place: which set is one, and when one is worth proposing. */
import type { SecondView } from '../../core/analysis/definition'
import type { ExerciseId } from '../../core/analysis/model'
import { exercises } from '../../exercises'
import type { SetRecord } from '../../storage/records/schema'
import { workDone } from '../../storage/records/summary'
import type { SetPlan } from '../../exercises/set-plan'
import { secondViewPlan } from '../../exercises/second-place'

export { secondViewPlan } from '../../exercises/second-place'

/** The second place of a set that was planned or done there; null for a set at the main place. */
export function secondViewOf(set: {
  readonly exercise: ExerciseId
  readonly secondView?: true
}): SecondView | null {
  return set.secondView === true ? (exercises[set.exercise].secondView ?? null) : null
}

/** The second place of an exercise, where it can judge this variation. */
export function secondViewFor(exercise: ExerciseId, variation: string | null): SecondView | null {
  const { secondView } = exercises[exercise]
  return variation !== null && secondView?.variations.includes(variation) ? secondView : null
}

/** Whole reps in which what the second place is for could be judged. */
export function repsJudgedBy({ checks }: SecondView, { analysis }: SetRecord): number {
  return analysis.reps.filter(
    ({ complete, findings }) =>
      complete && findings.some(({ check, verdict }) => checks.includes(check) && verdict !== 'unseen'),
  ).length
}

/** What a set left open that a few reps at the second place would tell; null when there is nothing of the kind. */
export function proposalAfter(
  record: SetRecord,
): { readonly view: SecondView; readonly plan: SetPlan } | null {
  const { exercise, variation } = record
  const view = secondViewFor(exercise, variation)
  if (view === null || variation === null || record.secondView === true || workDone(record) < 1) return null
  return repsJudgedBy(view, record) > 0 ? null : { view, plan: secondViewPlan(exercise, variation, view) }
}
