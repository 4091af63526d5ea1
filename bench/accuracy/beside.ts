/** Keel and the published counting rules side by side: how many films each counts right. */
import type { ExerciseId } from '../../src/core/analysis/model'
import type { PoseFrame } from '../../src/core/pose/frame'
import { Tally } from './score'

export interface Counter {
  readonly exercise: ExerciseId
  readonly name: string
  readonly count: (frames: readonly PoseFrame[]) => number
}

export interface CountedFilm {
  readonly kind: 'rendered' | 'real'
  /** Null where none of the exercises is done. */
  readonly exercise: ExerciseId | null
  /** Fewest and most reps, or holds. */
  readonly wanted: readonly [number, number]
  readonly frames: readonly PoseFrame[]
}

interface Line {
  readonly counter: Counter
  readonly rendered: Tally
  readonly real: Tally
  /** Real films of other movements, each of which must count none. */
  readonly none: Tally
  /** Films of the other exercises, each of which must count none. */
  readonly exercises: Tally
}

function lineOf(counter: Counter, films: readonly CountedFilm[]): Line {
  const line: Line = {
    counter,
    rendered: new Tally(),
    real: new Tally(),
    none: new Tally(),
    exercises: new Tally(),
  }
  for (const { kind, exercise, wanted, frames } of films) {
    const count = counter.count(frames)
    if (exercise === counter.exercise) line[kind].add(wanted[0] <= count && count <= wanted[1])
    else line[exercise === null ? 'none' : 'exercises'].add(count === 0)
  }
  return line
}

/** Prints a line for each counter, by exercise, the worst on real people first. */
export function printBeside(counters: readonly Counter[], films: readonly CountedFilm[]): void {
  const lines = counters.map((counter) => lineOf(counter, films))
  const right = ({ real, none, exercises }: Line): number =>
    (real.percent ?? 0) + (none.percent ?? 0) + (exercises.percent ?? 0)
  lines.sort((a, b) => a.counter.exercise.localeCompare(b.counter.exercise) || right(a) - right(b))
  const row = (...cells: readonly string[]): string =>
    cells.map((cell, i) => (i < 2 ? cell.padEnd(i === 0 ? 11 : 38) : cell.padStart(16))).join(' ')
  console.log(row('', '', 'rendered', 'real', 'other movements', 'other exercises'))
  for (const { counter, rendered, real, none, exercises } of lines)
    console.log(row(counter.exercise, counter.name, ...[rendered, real, none, exercises].map(String)))
}
