/** What the explanation pages derive from the rules: the camera places that show a check, and its limits. */
import { intlLocale } from '../../sentences/language'
import type { ExerciseDefinition } from '../../core/analysis/definition'
import type { ExerciseId, View } from '../../core/analysis/model'
import type { Check } from '../../core/analysis/rules'
import { explanations } from '../../exercises/explanations'
import { m } from '../../words/compiled/messages'

const at = (azimuth: number, raised: boolean): View => ({ name: 'unknown', azimuth, raised, near: null })

/** The camera places that show a check, according to its rule. */
export function placeOf(exercise: ExerciseDefinition, check: Check): string {
  const sees = (azimuth: number, raised: boolean): boolean => check.visible(at(azimuth, raised))
  const everywhere = [-80, 0, 80].every((azimuth) => sees(azimuth, true))
  if (everywhere) return m.learn_place_any()
  if (sees(0, true)) {
    if (exercise.view !== 'front') return m.learn_place_side()
    if (!sees(0, false)) return m.learn_place_front_raised()
    return check.flagOnly?.(at(0, false)) === true ? m.learn_place_front_flag() : m.learn_place_front()
  }
  return sees(-75, true) ? m.learn_place_head() : m.learn_place_none()
}

export interface SignLimits {
  readonly name: string
  /** Mild, moderate, strong; null where there is no such grade. */
  readonly grades: readonly (string | null)[]
  readonly basis: string
}

const units: Readonly<Record<string, string>> = {
  deg: 'degree',
  '%': 'percent',
  '% trunk': 'percent',
  '% width': 'percent',
}

function amountOf(value: number, unit: string): string {
  const known = units[unit]
  return known === undefined
    ? `${value.toLocaleString(intlLocale())} ${unit}`
    : value.toLocaleString(intlLocale(), { style: 'unit', unit: known, unitDisplay: 'narrow' })
}

function basisOf(source: string): string {
  const measured = /clips|views/.test(source)
  const read = /\bform\b/.test(source)
  if (measured) return read ? m.learn_basis_both() : m.learn_basis_measured()
  return read ? m.learn_basis_literature() : m.learn_basis_reasoned()
}

/** The limits of each sign of a check, as the judge uses them. */
export const limitsOf = (exercise: ExerciseId, check: Check): readonly SignLimits[] =>
  check.signs.map(({ measure, limits }) => {
    const {
      value: { grades },
      unit,
      source,
    } = limits
    return {
      name: explanations[exercise].measures[measure] ?? m.learn_measure_other(),
      grades: grades.map((grade) => (Number.isFinite(grade) ? amountOf(grade, unit) : null)),
      basis: basisOf(source),
    }
  })
