/** Doses, steps and weights in words. */
import { limit, type Profile, type RecoveryItem } from '../../core/programme'
import type { Dose, Level } from '../../core/programme/ladder/ladder'
import type { Step } from '../../core/programme/ladder/steps'
import { m } from '../../words/compiled/messages'
import { number } from '../language'

type Kind = 'reps' | 'hold'
type Unit = Profile['weightUnit']

/** Exact by definition (international pound, 1959). */
const KILOGRAMS_PER_POUND = 0.45359237

/** A weight as it is shown: kilograms to 0.25, pounds to 0.5. */
export function sayLoad(kilograms: number, unit: Unit): string {
  if (unit === 'kg') return `${number(Math.round(kilograms * 4) / 4, 2)} kg`
  return `${number(Math.round((kilograms / KILOGRAMS_PER_POUND) * 2) / 2)} lb`
}

/** A step in words: "one more rep in set 2". A part of a sentence, so without a full stop. */
export function sayStep(step: Step, kind: Kind, unit: Unit = 'kg'): string {
  const more = step.direction === 'more'
  const where = step.set === null ? m.programme_every_set() : m.programme_in_set({ set: step.set })
  const seconds = number(step.by)
  switch (step.axis) {
    case 'reps':
      if (kind === 'hold') return more ? m.programme_hold_more({ where }) : m.programme_hold_fewer({ where })
      return more ? m.programme_rep_more({ where }) : m.programme_rep_fewer({ where })
    case 'hold':
      if (kind === 'hold')
        return more ? m.programme_longer({ seconds, where }) : m.programme_shorter({ seconds, where })
      return more ? m.programme_top_longer({ seconds, where }) : m.programme_top_shorter({ seconds, where })
    case 'lower':
      return more ? m.programme_slower({ seconds, where }) : m.programme_quicker({ seconds, where })
    case 'range': {
      const degrees = number(step.by)
      return more ? m.programme_range_more({ degrees }) : m.programme_range_less({ degrees })
    }
    case 'load': {
      const load = sayLoad(step.by, unit)
      return more ? m.programme_load_more({ load }) : m.programme_load_less({ load })
    }
    case 'rest':
      return more ? m.programme_rest_less({ seconds }) : m.programme_rest_more({ seconds })
  }
}

const allEqual = (values: readonly number[]): boolean => values.every((value) => value === values[0])

/** A dose in one line: "2 × 8", "4-3-3 × 10 s each side, 0.5 kg". */
export function sayDose(level: Level, kind: Kind, dose: Dose, unit: Unit = 'kg'): string {
  const reps = dose.sets.map((set) => set.reps)
  const count = allEqual(reps) ? `${reps.length} × ${reps[0] ?? 0}` : reps.join('-')
  const holds = dose.sets.map((set) => set.hold)
  const showsSeconds = kind === 'hold' || holds.some((hold) => hold >= 10)
  const seconds = showsSeconds ? ` × ${allEqual(holds) ? `${holds[0] ?? 0}` : holds.join('-')} s` : ''
  const plain = `${count}${seconds}`
  const sided = level.sided ? m.programme_each_side({ dose: plain }) : plain
  const ranged = dose.range < 0 ? m.programme_short_of({ dose: sided, degrees: number(-dose.range) }) : sided
  return dose.load > 0 ? `${ranged}, ${sayLoad(dose.load, unit)}` : ranged
}

/** A recovery item in words: "Walk 8 min, easy enough to talk." */
export function sayRecovery({ kind, minutes }: RecoveryItem): string {
  switch (kind) {
    case 'walk':
      return m.recovery_walk_text({ minutes })
    case 'lying':
      return m.recovery_lying_text({
        minutes,
        inward: limit('rest.breathe-in'),
        outward: limit('rest.breathe-out'),
      })
    case 'mobility':
      return m.recovery_mobility_text({ minutes })
  }
}
