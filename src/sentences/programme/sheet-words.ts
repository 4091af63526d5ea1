/** A physiotherapist's sheet in words: what it says, and why it can't be followed. */
import type { ExerciseId } from '../../core/analysis/model'
import { painLimits, type Contradiction, type Prescription } from '../../core/programme'
import { exercises } from '../../exercises'
import { ladders } from '../../exercises/ladders'
import type { FaultText } from '../faults/fault-text'
import { number } from '../language'
import { positionOptions } from '../screen-words'
import { m } from '../../words/compiled/messages'

const nameOf = (exercise: ExerciseId): string => exercises[exercise].name
const levelName = (exercise: ExerciseId, id: string): string =>
  ladders[exercise].levels.find((level) => level.id === id)?.name ?? id

function sayLock(lock: Prescription['locks'][number]): string {
  if (lock.what === 'position') {
    const position = positionOptions.find(({ value }) => value === lock.position)?.label ?? lock.position
    return m.sheet_line_position({ position })
  }
  const exercise = nameOf(lock.exercise)
  return lock.what === 'side'
    ? m.sheet_line_side({ exercise, side: lock.side })
    : m.sheet_line_locked({ exercise })
}

/** What a sound sheet says, a sentence each. */
export function sheetLines({ start, ceiling, locks, painLimit, minutes }: Prescription): string[] {
  const words = ({ exercise, level }: Prescription['start'][number]) => ({
    exercise: nameOf(exercise),
    level: levelName(exercise, level),
  })
  const lines = [
    ...start.map((each) => m.sheet_line_start(words(each))),
    ...ceiling.map((each) => m.sheet_line_ceiling(words(each))),
    ...locks.map(sayLock),
    ...(painLimit === null ? [] : [m.sheet_line_pain({ limit: number(painLimit) })]),
    ...(minutes === null ? [] : [m.sheet_line_minutes({ minutes })]),
  ]
  return lines.length > 0 ? lines : [m.sheet_line_none()]
}

/** Why a sheet can't be followed, in a sentence. */
export function sayContradiction(fault: Contradiction): string {
  switch (fault.code) {
    case 'unknown-exercise':
      return m.sheet_fault_exercise({ exercise: fault.exercise })
    case 'unknown-level':
      return m.sheet_fault_level({ exercise: nameOf(fault.exercise), level: fault.level })
    case 'named-twice':
      return m.sheet_fault_twice({ exercise: nameOf(fault.exercise) })
    case 'start-over-ceiling':
      return m.sheet_fault_over({
        exercise: nameOf(fault.exercise),
        start: levelName(fault.exercise, fault.start),
        ceiling: levelName(fault.exercise, fault.ceiling),
      })
    case 'all-locked':
      return m.sheet_fault_all()
    case 'pain-limit':
      return m.sheet_fault_pain({ limit: number(fault.limit), ...painLimits })
    case 'minutes':
      return m.sheet_fault_minutes({ minutes: number(fault.minutes) })
  }
}

/** Why a file is no sheet. */
export const sheetFileFault = (newer: boolean): FaultText =>
  newer
    ? { title: m.sheet_file_newer(), remedy: m.sheet_file_newer_why(), action: 'none' }
    : { title: m.sheet_file_bad(), remedy: m.sheet_file_bad_why(), action: 'none' }
