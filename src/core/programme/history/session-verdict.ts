/** Whether a session proves an exercise's dose: the gate of docs/form.md 7.3, one exercise at a time. */
import type { CheckId, ExerciseId } from '../../analysis/model'
import type { SetDose } from '../ladder/ladder'
import type { Session } from './history'
import { limit } from '../limits'
import type { DoneSet } from '../log/log'
import type { PlanItem } from '../day/plan-model'
import type { Mixed, Reached } from '../terms'

export type Outcome =
  | 'pass'
  | 'early' // form ended it before the plan was done
  | 'mixed' // done in part, or not clean enough, or too much effort or pain
  | 'unknown' // clean so far, but the morning has not answered

export interface Judgement {
  readonly outcome: Outcome
  /** Share of the planned reps or holds that were done, both sides together. */
  readonly share: number
  /** What went first, where form gave. */
  readonly check: CheckId | null
  /** Of the set that went least far; null where nothing was done. */
  readonly done: Reached | null
  /** Why it is not a pass; null for one. */
  readonly because: Mixed | null
}

interface Pair {
  readonly set: DoneSet
  readonly planned: SetDose
}

interface Paired {
  readonly all: readonly Pair[]
  /** Reps or holds that were asked in the sets that prove the dose. */
  readonly asked: number
}

/** Sets of the exercise beside what the plan asked of each, in order and a side at a time. */
function pairs(session: Session, item: PlanItem): Paired {
  const all: Pair[] = []
  let asked = 0
  for (const side of item.sides) {
    const sets = session.entry.sets.filter(
      (set) =>
        set.exercise === item.exercise &&
        set.variation === item.variation &&
        (side === null || set.side === side),
    )
    item.dose.sets.forEach((planned, index) => {
      const set = sets[index]
      if (set?.capacity) return
      asked += planned.reps
      if (set) all.push({ set, planned })
    })
  }
  return { all, asked }
}

/** Reps done, or holds kept to their target, at most as many as planned. */
function doneOf({ set, planned }: Pair, kind: 'reps' | 'hold'): number {
  const kept = set.holds.filter((seconds) => seconds >= planned.hold - limit('gate.hold-slack')).length
  return Math.min(planned.reps, kind === 'hold' ? kept : set.reps)
}

function uncleanBecause(all: readonly Pair[]): Mixed | null {
  if (all.some(({ set }) => set.grade3 > 0)) return { code: 'severe' }
  if (all.some(({ set }) => set.coverage < limit('gate.coverage'))) return { code: 'unseen' }
  if (all.some(({ set }) => set.offForm > limit('gate.off-form'))) return { code: 'off-form' }
  return all.some(({ set }) => set.recoveryUsed) ? { code: 'recovery-used' } : null
}

function answersBecause(session: Session): Mixed | null {
  const { after } = session
  if (!after) return { code: 'no-answers' }
  // A look at the limit leaves nothing in reserve on purpose.
  const looked = session.entry.sets.some((set) => set.capacity)
  if (!looked && after.reserve === null) return { code: 'no-reserve' }
  if (!looked && after.reserve !== null && after.reserve < limit('gate.reserve')) {
    return { code: 'reserve', reserve: after.reserve }
  }
  return session.during?.light === 'amber'
    ? { code: 'pain-rise', pain: after.pain, usual: session.profile.usualPain }
    : null
}

const least = (all: readonly Pair[], kind: 'reps' | 'hold'): Pair | undefined =>
  all.reduce<Pair | undefined>((a, b) => (a && doneOf(a, kind) <= doneOf(b, kind) ? a : b), undefined)

function judgeAnew(session: Session, item: PlanItem, kind: 'reps' | 'hold'): Judgement {
  const { all, asked } = pairs(session, item)
  const share = asked === 0 ? 0 : all.reduce((sum, pair) => sum + doneOf(pair, kind), 0) / asked
  const short = all.filter((pair) => doneOf(pair, kind) < pair.planned.reps)
  const byForm = short.find(({ set }) => set.stop === 'form')
  const told = least(short, kind) ?? all[0]
  const result = (outcome: Outcome, why: Mixed | null): Judgement => ({
    outcome,
    share,
    done: told ? { done: doneOf(told, kind), of: told.planned.reps } : null,
    because: why,
    check:
      byForm?.set.breakdown?.check ?? all.findLast(({ set }) => set.breakdown)?.set.breakdown?.check ?? null,
  })

  if (byForm) return result('early', { code: 'form' })
  if (share < 1) return result('mixed', { code: 'unfinished' })
  const unclean = uncleanBecause(all) ?? answersBecause(session)
  if (unclean) return result('mixed', unclean)
  if (session.light === 'unknown') return result('unknown', { code: 'no-morning' })
  return session.light === 'green'
    ? result('pass', null)
    : result('mixed', { code: 'light', light: session.light })
}

interface Remembered {
  readonly sets: Session['entry']['sets']
  readonly after: Session['after']
  readonly light: Session['light']
  readonly verdict: Judgement
}

// Entries never change, so a verdict stands as long as the sets, the answers and the light are the same ones.
const remembered = new WeakMap<PlanItem, Remembered>()

/**
 * Judges one exercise of a session against what its plan asked. A set on to breakdown (capacity check) is a look
 * at the limit and is left out: neither its end nor its off-form reps say anything of the planned dose.
 */
export function judge(session: Session, item: PlanItem, kind: 'reps' | 'hold'): Judgement {
  const { after, light } = session
  const { sets } = session.entry
  const known = remembered.get(item)
  if (known?.sets === sets && known.after === after && known.light === light) return known.verdict
  const verdict = judgeAnew(session, item, kind)
  remembered.set(item, { sets, after, light, verdict })
  return verdict
}

/** What the session asked of an exercise, or undefined when it was not in the plan. */
export function plannedItem(session: Session, exercise: ExerciseId): PlanItem | undefined {
  return session.entry.planned.find((item) => item.exercise === exercise)
}
