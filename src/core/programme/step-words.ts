/** Steps and doses in words. */
import type { Step } from './steps'
import type { Dose, Level } from './ladder'

const POUND = 0.45359237 // kg, exact by definition

/** A weight as it is shown: kilograms to 0.25, pounds to 0.5. */
export function sayLoad(kilograms: number, unit: 'kg' | 'lb'): string {
  if (unit === 'kg') return `${Math.round(kilograms * 4) / 4} kg`
  return `${Math.round((kilograms / POUND) * 2) / 2} lb`
}

/** A step in words: "one more rep in set 2". Completes a sentence, so without its stop. */
export function sayStep(step: Step, kind: 'reps' | 'hold', unit: 'kg' | 'lb' = 'kg'): string {
  const word = step.direction
  const where = step.set === null ? 'in every set' : `in set ${step.set}`
  switch (step.axis) {
    case 'reps':
      return `one ${word === 'more' ? 'more' : 'fewer'} ${kind === 'hold' ? 'hold' : 'rep'} ${where}`
    case 'hold':
      return `${step.by} s ${word === 'more' ? 'longer' : 'shorter'}${kind === 'hold' ? '' : ' at the top'} ${where}`
    case 'lower':
      return `${step.by} s ${word === 'more' ? 'slower' : 'quicker'} on the way down ${where}`
    case 'range':
      return `${step.by}° ${word} range`
    case 'load':
      return `${sayLoad(step.by, unit)} ${word}`
    case 'rest':
      return word === 'more' ? `${step.by} s less rest` : `${step.by} s more rest`
  }
}

const same = (values: readonly number[]): boolean => values.every((value) => value === values[0])

/** A dose in one line: "2 × 8", "4-3-3 × 10 s each side, 0.5 kg". */
export function sayDose(level: Level, kind: 'reps' | 'hold', dose: Dose, unit: 'kg' | 'lb' = 'kg'): string {
  const reps = dose.sets.map((set) => set.reps)
  const count = same(reps) ? `${reps.length} × ${reps[0] ?? 0}` : reps.join('-')
  const holds = dose.sets.map((set) => set.hold)
  const long = kind === 'hold' || holds.some((hold) => hold >= 10)
  const seconds = long ? ` × ${same(holds) ? `${holds[0] ?? 0}` : holds.join('-')} s` : ''
  const side = level.sided ? ' each side' : ''
  const range = dose.range < 0 ? `, ${-dose.range}° short of full range` : ''
  const load = dose.load > 0 ? `, ${sayLoad(dose.load, unit)}` : ''
  return `${count}${seconds}${side}${range}${load}`
}
