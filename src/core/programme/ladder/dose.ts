/** Arithmetic on doses: how much work, and less of it for a lighter day or after a setback. */
import type { Dose, Level, SetDose } from './ladder'
import { limit } from '../limits'

/** Seconds under tension in one set of one side. */
export function setWork(level: Level, set: SetDose): number {
  return set.reps * (level.up + set.hold + set.lower)
}

/** Seconds of work in a dose, both sides together. */
export function work(level: Level, dose: Dose): number {
  return dose.sets.reduce((sum, set) => sum + setWork(level, set), 0) * (level.sided ? 2 : 1)
}

/** Whether two doses ask for exactly the same. */
export function sameDose(a: Dose, b: Dose): boolean {
  return (
    a.rest === b.rest &&
    a.range === b.range &&
    a.load === b.load &&
    a.sets.length === b.sets.length &&
    a.sets.every((set, index) => {
      const other = b.sets[index]
      return set.reps === other?.reps && set.hold === other.hold && set.lower === other.lower
    })
  )
}

/** The last set that has the most of a quantity: where less is felt least as a loss. */
export function largestSet(dose: Dose, value: (set: SetDose) => number): number {
  let best = 0
  dose.sets.forEach((set, index) => {
    if (value(set) >= value(dose.sets[best] ?? set)) best = index
  })
  return best
}

/** The least reps that a set keeps: half of what the level starts with, at least one. */
export function floorReps(level: Level, index: number): number {
  return Math.max(1, Math.ceil((level.start.sets[index]?.reps ?? 1) / 2))
}

/** The level's smallest dose: half the reps of its start, and its start on every other axis. */
export function floorDose(level: Level): Dose {
  return {
    ...level.start,
    sets: level.start.sets.map((set, index) => ({ ...set, reps: floorReps(level, index) })),
  }
}

function dropRep(dose: Dose, keep: number): Dose {
  const at = largestSet(dose, (set) => set.reps)
  const reps = (dose.sets[at]?.reps ?? 0) - 1
  if (reps < keep) return dose
  return {
    ...dose,
    sets: dose.sets
      .map((set, index) => (index === at ? { ...set, reps } : set))
      .filter((set) => set.reps > 0),
  }
}

const allReps = (dose: Dose): number => dose.sets.reduce((sum, set) => sum + set.reps, 0)

/** Takes reps from the largest, latest sets until the work fits; null when not even one rep does. */
export function fitWork(level: Level, dose: Dose, most: number): Dose | null {
  let fitted = dose
  while (work(level, fitted) > most + 1e-9) {
    if (allReps(fitted) <= 1) return null
    fitted = dropRep(fitted, 0)
  }
  return fitted
}

/** A lighter day: 20-30% fewer reps or holds; at least one stays. */
export function lighterDose(dose: Dose): Dose {
  const target = Math.max(1, Math.floor(limit('lighter.share') * allReps(dose)))
  let lighter = dose
  while (allReps(lighter) > target) lighter = dropRep(lighter, 0)
  return lighter
}

/** A deload: half the sets, rounded up, everything else as it was; a single set is halved. */
export function deloadDose(dose: Dose): Dose {
  const [only, ...rest] = dose.sets
  if (only && rest.length === 0) return { ...dose, sets: [{ ...only, reps: Math.ceil(only.reps / 2) }] }
  return { ...dose, sets: dose.sets.slice(0, Math.ceil(dose.sets.length / 2)) }
}

/** A setback: 20-30% fewer reps with every set kept, or where no reps are left to take, the level's starting holds. */
export function setbackDose(level: Level, dose: Dose): Dose {
  const target = Math.floor(limit('lighter.share') * allReps(dose))
  let fewer = dose
  while (allReps(fewer) > target) {
    const next = dropRep(fewer, 1)
    if (next === fewer) break
    fewer = next
  }
  if (fewer !== dose) return fewer
  const sets = dose.sets.map((set, index) => ({
    ...set,
    hold: Math.min(set.hold, level.start.sets[index]?.hold ?? set.hold),
  }))
  return { ...dose, sets }
}

/** A dose with at most so many seconds of work, every set kept with at least one rep. */
export function reentryDose(level: Level, from: Dose, most: number): Dose {
  let dose = from
  while (work(level, dose) > most) {
    const less = dropRep(dose, 1)
    if (less === dose) break
    dose = less
  }
  return dose
}

/** The largest set that a level asks for at its end, in seconds under tension of one side. */
export function topSeconds(level: Level): number {
  const to = (axis: 'hold' | 'lower', from: number) =>
    Math.max(from, level.steps.find((rule) => rule.axis === axis)?.to ?? from)
  const sets = level.start.sets.map((set, at) => ({
    reps: level.topReps[at] ?? set.reps,
    hold: to('hold', set.hold),
    lower: to('lower', set.lower),
  }))
  return Math.max(...sets.map((set) => setWork(level, set)))
}

/**
 * The level's start with as many reps in each set as fit into so many seconds, from one rep to the level's top; at
 * the top with longer holds and slower ways down, where the level has them.
 */
export function doseWithin(level: Level, seconds: number): Dose {
  const fits = (set: SetDose) => setWork(level, set) <= seconds + 1e-9
  const sets = level.start.sets.map((start, at) => {
    const most = level.topReps[at] ?? start.reps
    let set: SetDose = { ...start, reps: 1 }
    while (set.reps < most && fits({ ...set, reps: set.reps + 1 })) set = { ...set, reps: set.reps + 1 }
    if (set.reps < most) return set
    for (const { axis, by, to } of level.steps) {
      if (axis !== 'hold' && axis !== 'lower') continue
      while (set[axis] + by <= to && fits({ ...set, [axis]: set[axis] + by }))
        set = { ...set, [axis]: set[axis] + by }
    }
    return set
  })
  return { ...level.start, sets }
}

/** Reps, or seconds of one hold, in so many seconds under tension; rounded up. */
export function capOf(level: Level, kind: 'reps' | 'hold', set: SetDose, seconds: number): number {
  return Math.ceil(kind === 'hold' ? seconds : seconds / setWork(level, { ...set, reps: 1 }))
}
