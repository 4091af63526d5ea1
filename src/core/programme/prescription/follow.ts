/** How the plan follows a physiotherapist's sheet: where a ladder starts and ends, what is left out, what fits. */
import type { ExerciseId } from '../../analysis/model'
import type { Day } from '../days'
import type { PlanItem } from '../day/plan-model'
import { because, type Reason } from '../day/reasons'
import type { History } from '../history/history'
import { lowerDose } from '../ladder/decide'
import type { Ladder, Ladders } from '../ladder/ladder'
import { levelAt, rungOf, type Rung } from '../ladder/ladder-position'
import type { Profile } from '../log/log'
import { isSound, noPrescription, type Prescription } from './prescription'

/** The sheet that is followed: none where there is none, or where it contradicts itself. */
export function followed(profile: Profile | null, ladders: Ladders): Prescription {
  const sheet = profile?.prescription
  return sheet && isSound(sheet, ladders) ? sheet : noPrescription
}

export interface Standing {
  /** The ladder up to the sheet's ceiling. */
  readonly ladder: Ladder
  readonly rung: Rung
  /** What the sheet changed about where the exercise stands; null for nothing. */
  readonly why: Reason | null
}

/** A rung above the ceiling comes down to it, at no more work than now; what was proven above says nothing there. */
function heldTo(ladder: Ladder, rung: Rung, index: number): Rung {
  if (rung.level <= index) return rung
  const dose = lowerDose(ladder, rung, index)
  return {
    ...rung,
    level: index,
    dose,
    passes: 0,
    levelPasses: 0,
    early: 0,
    collapsed: false,
    capacityDay: null,
  }
}

/** Where an exercise stands on its ladder, between the sheet's start and its ceiling. */
export function standing(history: History, whole: Ladder, sheet: Prescription): Standing {
  const { exercise } = whole
  const place = (named: Prescription['start']) => {
    const id = named.find((each) => each.exercise === exercise)?.level
    return whole.levels.findIndex((level) => level.id === id)
  }
  const [start, end] = [place(sheet.start), place(sheet.ceiling)]
  const rung = rungOf(history, whole, Math.max(start, 0))
  const begins = start >= 0 && rung.last === null
  const why = begins ? because('sheet-start', { exercise, level: levelAt(whole, start).id }) : null
  if (end < 0) return { ladder: whole, rung, why }
  const ladder = { ...whole, levels: whole.levels.slice(0, end + 1) }
  if (rung.level <= end) return { ladder, rung, why }
  const lowered = because('sheet-lowered', { exercise, level: levelAt(whole, end).id })
  return { ladder, rung: heldTo(whole, rung, end), why: lowered }
}

/** Why an exercise is left out as a whole; null when it is not. */
export function lockOf({ exercise, needs }: Ladder, { locks }: Prescription): Reason | null {
  for (const lock of locks) {
    if (lock.what === 'exercise' && lock.exercise === exercise) return because('sheet-locked', {})
    if (lock.what === 'position' && needs.includes(lock.position))
      return because('sheet-position', { position: lock.position })
  }
  return null
}

/** The sides that are left: none where one is locked and the level can't do the other alone. */
export function openSides(
  { exercise, sides }: Pick<PlanItem, 'exercise' | 'sides'>,
  { locks }: Prescription,
): { readonly sides: PlanItem['sides']; readonly why: Reason | null } {
  const lock = locks.find((each) => each.what === 'side' && each.exercise === exercise)
  if (lock?.what !== 'side') return { sides, why: null }
  const open = sides.filter(
    (side) =>
      side !== null &&
      !locks.some((each) => each.what === 'side' && each.exercise === exercise && each.side === side),
  )
  const why = because(open.length > 0 ? 'sheet-side' : 'sheet-side-all', { side: lock.side })
  return { sides: open, why }
}

interface Timed {
  readonly item: PlanItem
  readonly rung: { readonly lastDay: Day | null }
}

/**
 * The exercises that fit into a session's minutes, each with its whole dose so that it can grow: those that were
 * done longest ago, so that all have their turn; what the person chose for today comes first. One always stays.
 */
export function fitting<T extends Timed>(
  all: readonly T[],
  minutes: number | null,
  take: (items: readonly PlanItem[]) => number,
): { readonly kept: readonly T[]; readonly out: readonly { exercise: ExerciseId; why: Reason }[] } {
  if (minutes === null) return { kept: all, out: [] }
  // As text: a choice of today before what was never done, and that before any day.
  const turn = ({ item, rung }: T) => (item.overridden ? '' : (rung.lastDay ?? '0'))
  const kept = new Set<T>()
  for (const each of [...all].sort((a, b) => (turn(a) < turn(b) ? -1 : turn(a) > turn(b) ? 1 : 0))) {
    const items = [...kept, each].map(({ item }) => item)
    if (kept.size === 0 || take(items) <= minutes) kept.add(each)
  }
  return {
    kept: all.filter((each) => kept.has(each)),
    out: all
      .filter((each) => !kept.has(each))
      .map(({ item }) => ({ exercise: item.exercise, why: because('sheet-minutes', { minutes }) })),
  }
}
