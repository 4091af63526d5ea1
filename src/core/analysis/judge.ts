/** Turns a measured difference from the person's own baseline into a finding. */
import { deviation, median } from '../pose/geometry'
import { limit } from '../thresholds'
import type { CheckId, Finding, Grade, UnseenReason, View } from './model'
import { againstGoodForm, withGoodForm } from './good-form'
import type { Check, Measured, Measures, Sign } from './rules'

/** What the baseline says of a measure: its middle, the person's spread, and how many values it rests on. */
export interface Reference {
  readonly centre: number
  /** 1 SD, the expected one blended with the person's own. */
  readonly noise: number
  readonly count: number
}

/** The reference from baseline values; null when there is none. `expected` is the spread to expect beforehand, `own` the person's from all sides. */
export function reference(
  values: readonly number[],
  expected: number,
  own: readonly number[] = values,
): Reference | null {
  const finite = values.filter(Number.isFinite)
  if (finite.length === 0) return null
  const spread = deviation(own)
  const weight = limit('baseline.prior-weight')
  const n = Number.isFinite(spread) ? own.filter(Number.isFinite).length - 1 : 0
  const variance = (weight * expected ** 2 + n * (Number.isFinite(spread) ? spread ** 2 : 0)) / (weight + n)
  return { centre: median(finite), noise: Math.sqrt(variance), count: finite.length }
}

export interface SignReading {
  readonly measure: string
  readonly grade: 0 | Grade
  /** Signed so that positive is worse (either way: the size), in the limits' unit. */
  readonly difference: number
  readonly unit: string
}

/** Grades one value of a sign. Limits grow with the person's noise and with a baseline of few values. */
export function gradeSign(sign: Sign, value: number, ref: Reference): SignReading {
  const {
    value: { grades },
    unit,
  } = sign.limits
  const scale = sign.relative === true ? 100 / Math.max(1e-6, Math.abs(ref.centre)) : 1
  const raw = (value - ref.centre) * scale
  const difference = sign.worse === 0 ? Math.abs(raw) : raw * sign.worse
  const few = Math.sqrt(1 + 1 / ref.count)
  const mild = Math.max(grades[0], limit('noise.mild-factor') * ref.noise * few)
  const moderate = Math.max(grades[1], limit('noise.flag-factor') * ref.noise * few)
  const severe = Math.max(grades[2], moderate + (grades[2] - grades[1]))
  const grade = difference >= severe ? 3 : difference >= moderate ? 2 : difference >= mild ? 1 : 0
  return { measure: sign.measure, grade, difference, unit }
}

export type ReferenceOf = (sign: Sign) => Reference | null

/** Judges one check on one rep, by the person's own baseline and by the standard of good form. */
export function judge(check: Check, measures: Measures, referenceOf: ReferenceOf, view: View): Finding {
  if (!check.visible(view)) return { check: check.id, verdict: 'unseen', reason: 'view' }
  const own = againstBaseline(check, measures, referenceOf, view)
  return withGoodForm(
    own,
    againstGoodForm(check, (measure) => measures[measure], view),
  )
}

function againstBaseline(check: Check, measures: Measures, referenceOf: ReferenceOf, view: View): Finding {
  const unseen = (reason: UnseenReason): Finding => ({ check: check.id, verdict: 'unseen', reason })
  const taken = check.signs.map((sign) => ({ sign, measured: measures[sign.measure] ?? NOTHING }))
  const seen = taken.filter(({ measured }) => measured.coverage >= limit('tracking.coverage'))
  const present = taken.filter(({ measured }) => measured.absent !== true)
  if (present.length < check.agree) return unseen('not-applicable')
  if (seen.length < check.agree) return unseen('coverage')
  const readings = seen.flatMap(({ sign, measured }) => {
    const ref = referenceOf(sign)
    return ref ? [gradeSign(sign, measured.value, ref)] : []
  })
  if (readings.length < check.agree) return unseen('no-baseline')
  const finding = verdict(check, readings, view)
  if (finding.verdict === 'unseen') return finding
  const evidence = readings.map(({ measure, difference, unit }) => ({
    measure,
    difference: round(difference),
    unit,
  }))
  return { ...finding, evidence }
}

const NOTHING: Measured = { value: NaN, coverage: 0 }

/** The same findings where nothing may count: what was judged, or lacked a baseline to be, is unseen for this reason. */
export const asUnseen = (findings: readonly Finding[], reason: UnseenReason): readonly Finding[] =>
  findings.map((finding) =>
    finding.verdict === 'unseen' && finding.reason !== 'no-baseline'
      ? finding
      : { check: finding.check, verdict: 'unseen', reason },
  )

/** The finding that these readings against the baseline come to: steady at best. */
export function verdict(check: Check, readings: readonly SignReading[], view: View): Finding {
  const ranked = [...readings].sort((a, b) => b.grade - a.grade || b.difference - a.difference)
  const deciding = ranked[check.agree - 1]
  if (!deciding) return { check: check.id, verdict: 'unseen', reason: 'coverage' }
  const { grade, difference: value, unit } = deciding
  if (grade !== 0) return { check: check.id, verdict: 'flagged', grade, value: round(value), unit }
  if (check.flagOnly?.(view)) return { check: check.id, verdict: 'unseen', reason: 'view' }
  return { check: check.id, verdict: 'steady', value: round(value), unit }
}

const round = (value: number): number => Math.round(value * 100) / 100

/** Checks of one family tell of the same fault: two of them mild are one sign, not two. */
const FAMILY: Partial<Record<CheckId, string>> = {
  'lumbar-extension': 'arch',
  'hip-overextension': 'arch',
  'leg-high': 'arch',
  'short-range': 'range',
  'hip-sag': 'range',
  'hip-high': 'high',
  'hip-flexion': 'high',
}

type Flagged = Finding & { readonly verdict: 'flagged' }

/** Whether a finding is a flag that counts: supporting checks don't. */
export const counts = (finding: Finding, supporting: ReadonlySet<CheckId>): finding is Flagged =>
  finding.verdict === 'flagged' && !supporting.has(finding.check)

/** Off-form: any grade 2, or two mild ones of different families. */
export function offForm(findings: readonly Finding[], supporting: ReadonlySet<CheckId>): boolean {
  const flags = findings.filter((f) => counts(f, supporting))
  if (flags.some(({ grade }) => grade >= 2)) return true
  return new Set(flags.map(({ check }) => FAMILY[check] ?? check)).size >= 2
}

/** The gravest flag that counts, or null. */
export function gravest(findings: readonly Finding[], supporting: ReadonlySet<CheckId>): Flagged | null {
  let worst: Flagged | null = null
  for (const f of findings) if (counts(f, supporting) && (worst === null || f.grade > worst.grade)) worst = f
  return worst
}
