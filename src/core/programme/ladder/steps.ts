/** Micro-steps: one axis, one size, up or down. */
import { floorReps, largestSet } from './dose'
import type { Axis, Dose, Level, SetDose, StepRule } from './ladder'

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

/** Axes that add seconds under tension to a set; the others make the same seconds harder. */
const adding: readonly Axis[] = ['reps', 'hold', 'lower']

/** Whether a step adds seconds under tension. */
export const addsWork = ({ step }: Stepped): boolean => adding.includes(step.axis)

/**
 * The order of axes when one gave first: what gave in range or balance is trained by slower and longer reps before
 * more of them, what gave in a long hold by more holds, what gave between sets by range and holds.
 */
const after: Readonly<Partial<Record<Axis, readonly Axis[]>>> = {
  range: ['lower', 'hold', 'reps', 'rest', 'load', 'range'],
  hold: ['reps', 'range', 'lower', 'rest', 'load', 'hold'],
  rest: ['range', 'hold', 'reps', 'lower', 'load', 'rest'],
}

/**
 * Every micro-step open from here, the larger form of a step before the smaller. Without an axis that gave they
 * come in the ladder's order, else in the order above. The axis that gave is open only when no other has room.
 */
export function microSteps(level: Level, dose: Dose, gave: Axis | null): Stepped[] {
  const order = gave === null ? undefined : after[gave]
  const rules = order
    ? [...level.steps].sort((a, b) => order.indexOf(a.axis) - order.indexOf(b.axis))
    : level.steps
  const all = rules.flatMap((rule) => moreOf(level, dose, rule))
  const others = all.filter(({ step }) => step.axis !== gave)
  return others.length > 0 ? others : all
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
