/** What the explanation pages say: words found by exercise and check, and limits read from where they judge. */
import { intlLocale } from '../../sentences/language'
import type { ExerciseDefinition } from '../../core/analysis/definition'
import type { CheckId, ExerciseId, View } from '../../core/analysis/model'
import type { Check } from '../../core/analysis/rules'
import { m } from '../../words/compiled/messages'

const messages: Readonly<Record<string, unknown>> = { ...m }

/** A message by its key; null where there is none, which a test walks for. */
function said(key: string): string | null {
  const message = messages[key]
  return typeof message === 'function' ? (message as () => string)() : null
}
const slug = (id: string): string => id.replaceAll('-', '_')

export interface Explanation {
  readonly looks: string
  readonly how: string
}

const checkKey = (exercise: ExerciseId, check: CheckId): string => `learn_${slug(exercise)}_${slug(check)}`
const LOOKS_AND_HOW = ['looks', 'how'] as const
const STEPS = [1, 2, 3] as const
const stepKey = (exercise: ExerciseId, step: number): string => `learn_${slug(exercise)}_step_${String(step)}`
const openKey = (exercise: ExerciseId): string => `learn_${slug(exercise)}_cannot`

export function explanationOf(exercise: ExerciseId, check: CheckId): Explanation | null {
  const [looks, how] = LOOKS_AND_HOW.map((part) => said(`${checkKey(exercise, check)}_${part}`))
  return !looks || !how ? null : { looks, how }
}

export const stepsOf = (exercise: ExerciseId): readonly string[] =>
  STEPS.flatMap((step) => said(stepKey(exercise, step)) ?? [])

export const openOf = (exercise: ExerciseId): string => said(openKey(exercise)) ?? ''

const at = (azimuth: number, raised: boolean): View => ({ name: 'unknown', azimuth, raised, near: null })

/** From where a check shows, asked of the rule itself. */
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

function measureKey(measure: string): string {
  const names: Readonly<Record<string, string>> = { shrug: 'ear' }
  return `learn_measure_${(names[measure] ?? measure).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
}

/** What a sign's measure is called. */
const measureName = (measure: string): string => said(measureKey(measure)) ?? m.learn_measure_other()

/** The keys of all messages that the pages of an exercise look for. */
export function wordKeysOf({ id, rules }: ExerciseDefinition): readonly string[] {
  const checks = rules.checks.flatMap((check) => [
    ...LOOKS_AND_HOW.map((part) => `${checkKey(id, check.id)}_${part}`),
    ...check.signs.map(({ measure }) => measureKey(measure)),
  ])
  return [...STEPS.map((step) => stepKey(id, step)), openKey(id), ...checks]
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
  const read = source.includes('clinical')
  if (measured) return read ? m.learn_basis_both() : m.learn_basis_measured()
  return read ? m.learn_basis_literature() : m.learn_basis_reasoned()
}

/** The limits of each sign of a check, as the judge uses them. */
export const limitsOf = (check: Check): readonly SignLimits[] =>
  check.signs.map(({ measure, limits }) => {
    const {
      value: { grades },
      unit,
      source,
    } = limits
    return {
      name: measureName(measure),
      grades: grades.map((grade) => (Number.isFinite(grade) ? amountOf(grade, unit) : null)),
      basis: basisOf(source),
    }
  })

/** Works whose abstracts were read for an exercise; what was quoted from memory is not among them. */
export const sourcesOf: Readonly<Record<ExerciseId, readonly string[]>> = {
  'bird-dog': [
    'Callaghan JP et al. 1998, Physical Therapy 78:8–18',
    'Bird-dog variants, 2023, Sports 11(6):119',
  ],
  bridge: [
    'Lehecka BJ et al. 2017, International Journal of Sports Physical Therapy 12:543',
    'Kang SY et al. 2016, Manual Therapy 22:211–215',
  ],
  'side-plank': [
    'Juan-Recio C et al. 2022, Biology 11:1043',
    'McGill SM, Childs A, Liebenson C. 1999, Archives of Physical Medicine and Rehabilitation 80:941',
  ],
}
