/** What comes next of an exercise in the plan, as the review of its set says it. */
import type { Day, PlanItem } from '../../core/programme'
import { sayLongDay } from '../../sentences/days'
import { sayReason } from '../../sentences/programme/plan-reasons'
import type { SetRecord } from '../../storage/records/schema'
import { m } from '../../words/compiled/messages'
import type { Programme } from './programme.svelte'
import { doseText } from './programme-words'

export interface NextTime {
  readonly day: Day
  readonly item: PlanItem
  readonly unit: 'kg' | 'lb'
}

/** The next planned time; null for a film, for a look from a second place, for an older set, and without a plan. */
export function nextOf(
  programme: Programme,
  { source, secondView, day, exercise }: SetRecord,
): NextTime | null {
  if (source !== 'camera' || secondView === true || day !== programme.today || programme.profile === null)
    return null
  const next = programme.nextTime(exercise)
  return next && { ...next, unit: programme.profile.weightUnit }
}

/** "Thursday, 3 December: 3 sets of 6 reps. One more pass …" */
export function nextText({ day, item, unit }: NextTime): string {
  const [why] = item.why
  const dose = m.review_plan_next({ day: sayLongDay(day), dose: doseText(item, item.dose, unit) })
  return why === undefined ? dose : m.review_plan_why({ dose, why: sayReason(why) })
}
