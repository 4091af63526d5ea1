/** Holds a check against good form as such, whatever the person's own baseline is. */
import { limit } from '../thresholds'
import type { Finding, Grade, View } from './model'
import type { Check, GoodForm, Measured, StandardSign } from './rules'

/** What the standard of good form says: off-form, surely good, or null where it can't tell. */
export type StandardReading =
  | {
      readonly verdict: 'flagged'
      readonly grade: Grade
      /** How far beyond what is surely good, in `unit`. */
      readonly value: number
      readonly unit: string
    }
  | { readonly verdict: 'clear'; readonly unit: string }
  | null

/** How far a value lies beyond an edge, positive when worse. */
const beyond = ({ worse }: StandardSign, value: number, edge: number): number => (value - edge) * worse

function gradeOf(sign: StandardSign, value: number): 0 | Grade {
  const { moderate, severe } = sign.limits.value
  const grade = beyond(sign, value, severe) >= 0 ? 3 : beyond(sign, value, moderate) >= 0 ? 2 : 0
  return grade
}

/**
 * Turned out of the picture a joint reads degrees off by the same amount in each rep, which a baseline takes out and a
 * limit on the value can't.
 */
const nearlySideOn = ({ azimuth }: View): boolean =>
  azimuth !== null && Math.abs(azimuth) <= limit('view.guard-azimuth')

/** Whether this camera place shows the values that good form is judged by. */
export const showsGoodForm = ({ visible = nearlySideOn }: GoodForm, view: View): boolean => visible(view)

/** A value that wanders within one top is the model's unsteadiness. */
const isSteady = ({ limits }: StandardSign, { spread = 0 }: Measured): boolean =>
  limits.unit !== 'deg' || spread <= limit('guard.steady')

/** @param read a measure by its name; undefined where there is none */
export function againstGoodForm(
  { goodForm }: Check,
  read: (measure: string) => Measured | undefined,
  view: View,
): StandardReading {
  if (!goodForm || !showsGoodForm(goodForm, view)) return null
  const { signs, agree } = goodForm
  const seen = signs.flatMap((sign) => {
    const measured = read(sign.measure)
    return measured && measured.coverage >= limit('tracking.coverage')
      ? [{ sign, value: measured.value, steady: isSteady(sign, measured) }]
      : []
  })
  const ranked = seen
    .filter(({ sign, steady }) => steady || sign.supports === true)
    .map(({ sign, value }) => ({
      grade: gradeOf(sign, value),
      value: Math.round(100 * beyond(sign, value, sign.limits.value.clear)) / 100,
      unit: sign.limits.unit,
    }))
    .sort((a, b) => b.grade - a.grade || b.value - a.value)
  const deciding = ranked[agree - 1]
  if (deciding && deciding.grade !== 0)
    return { verdict: 'flagged', grade: deciding.grade, value: deciding.value, unit: deciding.unit }
  const good = seen.every(
    ({ sign, value, steady }) => steady && beyond(sign, value, sign.limits.value.clear) <= 0,
  )
  return ranked[0] && seen.length === signs.length && good ? { verdict: 'clear', unit: ranked[0].unit } : null
}

/**
 * What both standards come to. A check that was not judged stays unseen, unless all it lacked was a baseline; one that
 * kept to the baseline is clear only where it is surely good form.
 */
export function withGoodForm(own: Finding, standard: StandardReading): Finding {
  if (standard === null || (own.verdict === 'unseen' && own.reason !== 'no-baseline')) return own
  const { check } = own
  if (standard.verdict === 'flagged') {
    if (own.verdict === 'flagged' && own.grade >= standard.grade) return own
    const { grade, value, unit } = standard
    return { check, verdict: 'flagged', grade, value, unit, against: 'good-form' }
  }
  if (own.verdict === 'flagged') return own
  return own.verdict === 'unseen'
    ? { check, verdict: 'clear', value: 0, unit: standard.unit }
    : { ...own, verdict: 'clear' }
}
