/** Arithmetic on doses: how much work, one micro-step more, one less, and less for a lighter day. */
import type { Axis, Dose, Level, SetDose, StepRule } from './ladder'
import { limit } from './limits'

/** One change of one axis. */
export interface Step {
  readonly axis: Axis
  readonly direction: 'more' | 'less'
  /** Size in the axis's unit: reps, seconds, degrees or kilograms. */
  readonly by: number
  /** The set it is added to, from 1; null when every set has it. */
  readonly set: number | null
}

export interface Stepped {
  readonly dose: Dose
  readonly step: Step
}

/** Seconds of work in one set of one side. */
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

function replaceSet(dose: Dose, index: number, change: Partial<SetDose>): Dose {
  return { ...dose, sets: dose.sets.map((set, at) => (at === index ? { ...set, ...change } : set)) }
}

/** The first set with the least of a quantity among those still below their top; −1 when all are there. */
function nextSet(dose: Dose, value: (set: SetDose) => number, top: (index: number) => number): number {
  let best = -1
  dose.sets.forEach((set, index) => {
    if (value(set) >= top(index)) return
    const current = dose.sets[best]
    if (current === undefined || value(set) < value(current)) best = index
  })
  return best
}

function moreReps(level: Level, dose: Dose): Stepped[] {
  const top = (index: number) => level.topReps[index] ?? 0
  const at = nextSet(dose, (set) => set.reps, top)
  if (at < 0) return []
  const options: Stepped[] = []
  // Every set at once only where each has room; the plan takes it only when the week allows it.
  if (dose.sets.length > 1 && dose.sets.every((set, index) => set.reps < top(index))) {
    const sets = dose.sets.map((set) => ({ ...set, reps: set.reps + 1 }))
    options.push({ dose: { ...dose, sets }, step: { axis: 'reps', direction: 'more', by: 1, set: null } })
  }
  const reps = (dose.sets[at]?.reps ?? 0) + 1
  options.push({
    dose: replaceSet(dose, at, { reps }),
    step: { axis: 'reps', direction: 'more', by: 1, set: at + 1 },
  })
  return options
}

function moreSeconds(axis: 'hold' | 'lower', rule: StepRule, dose: Dose): Stepped[] {
  const at = nextSet(
    dose,
    (set) => set[axis],
    () => rule.to,
  )
  const set = dose.sets[at]
  if (!set) return []
  const by = Math.min(rule.by, rule.to - set[axis])
  return [
    {
      dose: replaceSet(dose, at, { [axis]: set[axis] + by }),
      step: { axis, direction: 'more', by, set: at + 1 },
    },
  ]
}

function moreOf(level: Level, dose: Dose, rule: StepRule): Stepped[] {
  const whole = (by: number, changed: Dose): Stepped[] =>
    by > 0 ? [{ dose: changed, step: { axis: rule.axis, direction: 'more', by, set: null } }] : []
  switch (rule.axis) {
    case 'reps':
      return moreReps(level, dose)
    case 'hold':
    case 'lower':
      return moreSeconds(rule.axis, rule, dose)
    case 'range': {
      const by = Math.min(rule.by, rule.to - dose.range)
      return whole(by, { ...dose, range: dose.range + by })
    }
    case 'load': {
      const by = Math.min(rule.by, rule.to - dose.load)
      return whole(by, { ...dose, load: dose.load + by })
    }
    case 'rest': {
      const by = Math.min(rule.by, dose.rest - rule.to)
      return whole(by, { ...dose, rest: dose.rest - by })
    }
  }
}

/**
 * Every micro-step open from here, in the ladder's order, the larger form of a step before the smaller. The axis
 * to leave alone went first when form gave: it is open only when no other has room.
 */
export function microSteps(level: Level, dose: Dose, leaveAlone: Axis | null): Stepped[] {
  const all = level.steps.flatMap((rule) => moreOf(level, dose, rule))
  const others = all.filter(({ step }) => step.axis !== leaveAlone)
  return others.length > 0 ? others : all
}

/** The last set that has the most of a quantity: where less is felt least as a loss. */
function largestSet(dose: Dose, value: (set: SetDose) => number): number {
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

function lessOf(level: Level, dose: Dose, axis: Axis): Stepped | null {
  const rule = level.steps.find((candidate) => candidate.axis === axis)
  const less = (by: number, changed: Dose, set: number | null): Stepped | null =>
    by > 0 ? { dose: changed, step: { axis, direction: 'less', by, set } } : null
  if (axis === 'reps') {
    const open = dose.sets.map((set, index) => (set.reps > floorReps(level, index) ? set.reps : 0))
    const at = open.lastIndexOf(Math.max(...open))
    const reps = open[at] ?? 0
    return reps > 0 ? less(1, replaceSet(dose, at, { reps: reps - 1 }), at + 1) : null
  }
  if (!rule) return null
  if (axis === 'hold' || axis === 'lower') {
    const at = largestSet(dose, (set) => set[axis])
    const value = dose.sets[at]?.[axis] ?? 0
    const by = Math.min(rule.by, value - (level.start.sets[at]?.[axis] ?? value))
    return less(by, replaceSet(dose, at, { [axis]: value - by }), at + 1)
  }
  const start = level.start[axis]
  const by = Math.min(rule.by, axis === 'rest' ? start - dose.rest : dose[axis] - start)
  return less(by, { ...dose, [axis]: axis === 'rest' ? dose.rest + by : dose[axis] - by }, null)
}

/**
 * One micro-step less: on the axis that form asked for if it has gone up on this level, else on reps, else on
 * the last axis that has gone up. Null at the level's smallest dose.
 */
export function microStepBack(level: Level, dose: Dose, first: Axis | null): Stepped | null {
  const axes: Axis[] = [...(first ? [first] : []), 'reps', ...level.steps.map((rule) => rule.axis).reverse()]
  for (const axis of axes) {
    const stepped = lessOf(level, dose, axis)
    if (stepped) return stepped
  }
  return null
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
