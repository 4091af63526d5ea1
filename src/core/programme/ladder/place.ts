/** Where each exercise stands on its ladder, as data to draw: level, dose, steady limit, next step, and what it takes. */
import type { ExerciseId } from '../../analysis/model'
import { daysBetween, type Day } from '../days'
import { readHistory } from '../history/history'
import type { Log } from '../log/log'
import type { PlanItem } from '../day/plan-model'
import { planFrom } from '../day/plan'
import type { Reason } from '../day/reasons'
import { limit } from '../limits'
import { easedAxis } from './decision'
import { topSeconds } from './dose'
import { inOrder, type Dose, type Ladder, type Ladders } from './ladder'
import { levelAt } from './ladder-position'
import { followed, standing } from '../prescription/follow'
import type { Prescription } from '../prescription/prescription'
import { decidingLimit, limitsOn, longestSet, looksOf, type Look, type SteadyLimit } from './steady-limit'
import { microSteps, type Step } from './steps'

/** What the next step waits for. */
export type Takes =
  /** Nothing: today's plan holds it. */
  | { readonly code: 'today' }
  /** A first look at the steady limit on this level. */
  | { readonly code: 'look' }
  /** So many more clean sessions with green mornings. */
  | { readonly code: 'passes'; readonly more: number }
  /** A steady limit of so many seconds under tension in a set; `have` is the one measured last, or null. */
  | { readonly code: 'limit'; readonly seconds: number; readonly have: number | null }
  /** The top of the ladder. */
  | { readonly code: 'top' }

export interface LadderPlace {
  readonly exercise: ExerciseId
  readonly kind: Ladder['kind']
  /** Ids of all levels, lowest first. */
  readonly levels: readonly string[]
  /** Index into `levels`. */
  readonly level: number
  /** What is asked at present: today's plan where it holds the exercise, else what was last asked. */
  readonly dose: Dose
  /** Seconds under tension in the longest set of `dose`. */
  readonly seconds: number
  /** Measured on this level: one for each side where the level has sides, else one; empty before the first look. */
  readonly limits: readonly SteadyLimit[]
  /** `seconds` as a share of the weaker side's limit; null before the first look. */
  readonly share: number | null
  /** Between which shares of the limit the dose is kept. */
  readonly band: { readonly low: number; readonly high: number }
  /** The next micro-step or the next level, with the dose then; null at the top of the ladder. */
  readonly next:
    | { readonly step: Step; readonly level: null; readonly dose: Dose }
    | { readonly step: null; readonly level: string; readonly dose: Dose }
    | null
  /** What the next step takes. */
  readonly takes: Takes
  /** Why the dose is what it is today; null on a day without the exercise. */
  readonly why: Reason | null
  /** Every look so far, on all levels, earliest first. */
  readonly looks: readonly Look[]
}

function takesFor(
  place: Pick<LadderPlace, 'next' | 'limits' | 'seconds'> & { readonly top: number },
  passes: number,
  item: PlanItem | undefined,
): Takes {
  if (place.next === null) return { code: 'top' }
  if (item?.step?.direction === 'more') return { code: 'today' }
  const known = decidingLimit(place.limits)
  if (known === null) return { code: 'look' }
  if (place.next.level !== null) {
    const seconds = limit('level.capacity') * place.top
    if (known.seconds < seconds) return { code: 'limit', seconds, have: known.seconds }
  } else if (place.seconds >= limit('dose.aim') * known.seconds) {
    return { code: 'limit', seconds: place.seconds / limit('dose.aim'), have: known.seconds }
  }
  return { code: 'passes', more: Math.max(1, limit('step.passes') - passes) }
}

function placeOf(
  whole: Ladder,
  sheet: Prescription,
  log: Log,
  day: Day,
  items: readonly PlanItem[],
): LadderPlace {
  const history = readHistory(log, day)
  const { ladder, rung } = standing(history, whole, sheet)
  const item = items.find((each) => each.exercise === ladder.exercise)
  const index = item ? ladder.levels.findIndex((each) => each.id === item.level) : rung.level
  const level = levelAt(ladder, index)
  const dose = item?.base ?? rung.dose
  const looks = looksOf(history, whole.exercise, whole.levels)
  // Looks of before weeks away say nothing of now.
  const away = rung.lastDay !== null && daysBetween(rung.lastDay, day) >= limit('gap.less')
  const since = away ? day : (rung.backSince ?? '')
  const limits = limitsOn(
    looks.filter((look) => look.day >= since),
    level,
    day,
  )
  const seconds = longestSet(level, dose)
  const known = decidingLimit(limits)
  const top = topSeconds(level)
  const above = ladder.levels[index + 1]
  const outgrown = above !== undefined && known !== null && known.seconds >= limit('level.capacity') * top
  const step = microSteps(level, dose, easedAxis(ladder, rung)).at(0)
  const next =
    step && !outgrown
      ? { step: step.step, level: null, dose: step.dose }
      : above
        ? { step: null, level: above.id, dose: above.start }
        : null
  return {
    exercise: ladder.exercise,
    kind: ladder.kind,
    levels: whole.levels.map((each) => each.id),
    level: index,
    dose,
    seconds,
    limits,
    share: known === null || known.seconds === 0 ? null : seconds / known.seconds,
    band: { low: limit('dose.low'), high: limit('dose.high') },
    next,
    takes: takesFor({ next, limits, seconds, top }, next?.level ? rung.levelPasses : rung.passes, item),
    why: item?.why[0] ?? null,
    looks,
  }
}

/** Where every exercise stands on its ladder on a day, in the ladders' order. */
export function ladderPlaces(log: Log, day: Day, ladders: Ladders): LadderPlace[] {
  const history = readHistory(log, day)
  const { items } = planFrom(history, ladders)
  const sheet = followed(history.profile, ladders)
  return inOrder(ladders).map((ladder) => placeOf(ladder, sheet, log, day, items))
}
