/** A planned session set by set: the order of its sets, and what the programme keeps of a finished one. */
import type { ExerciseId } from '../../core/analysis/model'
import type { Tempo } from '../../core/coaching/tempo'
import { doneSet, type DoneSet, type PlanItem } from '../../core/programme'
import type { SetDose } from '../../core/programme/ladder/ladder'
import type { Side } from '../../core/pose/frame'
import type { SetRecord } from '../../storage/records/schema'

/** One set of the session. */
export interface SessionStep {
  readonly item: PlanItem
  readonly exercise: ExerciseId
  readonly side: Side | null
  /** From 1, a side at a time. */
  readonly set: number
  readonly sets: number
  readonly dose: SetDose
  /** Seconds out, at the top and back. */
  readonly tempo: Tempo
  /** Whether to go on until form gives, to find the steady limit. */
  readonly capacity: boolean
  /** Reps or seconds at which such a set ends when form has not given; null for none. */
  readonly cap: number | null
  /** Whether it is offered with less effort. */
  readonly quiet: boolean
  /** Seconds of rest after it. */
  readonly rest: number
}

/** The sets in their order, with the sides of a set one after the other. */
export function stepsOf(items: readonly PlanItem[]): SessionStep[] {
  return items.flatMap((item) =>
    item.dose.sets.flatMap((dose, index) => {
      const last = index === item.dose.sets.length - 1
      return item.sides.map((side) => ({
        item,
        exercise: item.exercise,
        side,
        set: index + 1,
        sets: item.dose.sets.length,
        dose,
        tempo: { up: item.tempo.up, hold: dose.hold, down: dose.lower },
        capacity: last && item.capacity,
        cap: last && item.capacity ? (item.cap ?? null) : null,
        quiet: last && item.quiet,
        rest: item.dose.rest,
      }))
    }),
  )
}

/** Index of the step after the last one that was done, where an interrupted session goes on. */
export function stepAfter(steps: readonly SessionStep[], sets: readonly DoneSet[]): number {
  let after = 0
  for (const set of sets) {
    const found = steps.findIndex(
      (step, index) => index >= after && step.exercise === set.exercise && step.side === set.side,
    )
    if (found >= 0) after = found + 1
  }
  return after
}

/** A step with the side that is still owed, where an earlier set was done on this one in its place. */
export function withOwedSide(
  step: SessionStep,
  at: number,
  steps: readonly SessionStep[],
  sets: readonly DoneSet[],
): SessionStep {
  const { side, exercise } = step
  if (side === null) return step
  const other = side === 'left' ? 'right' : 'left'
  const owes = (one: Side): boolean => {
    const asked = steps.slice(0, at + 1).filter((each) => each.exercise === exercise && each.side === one)
    return sets.filter((each) => each.exercise === exercise && each.side === one).length < asked.length
  }
  return !owes(side) && owes(other) ? { ...step, side: other } : step
}

type Asked = Pick<SessionStep, 'dose' | 'capacity' | 'quiet'> & {
  readonly level: string
  readonly side: Side | null
}

/** What the programme keeps of a set. @param asked what the plan asked; null outside of any plan */
export function setOf(record: SetRecord, asked: Asked | null): DoneSet {
  const done = doneSet(record.analysis, {
    id: record.id,
    // A side plank may have been done on the other side than asked.
    side: asked?.side === null ? null : (record.side ?? asked?.side ?? null),
    level: asked?.level ?? null,
    planned: asked?.dose ?? null,
    quiet: asked?.quiet ?? false,
    capacity: asked?.capacity ?? false,
    stop: record.stopReason ?? 'user',
    variation: record.variation ?? 'unknown',
  })
  // A steady limit above what was done would make the entry contradict itself.
  const most = done.holds.length > 0 ? Math.max(...done.holds) : done.reps
  return { ...done, steadyLimit: Math.min(done.steadyLimit, most) }
}
