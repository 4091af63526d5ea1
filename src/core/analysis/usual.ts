/** What a person's best form measured, kept from set to set: only ever a note, never a limit. */
import type { Side } from '../pose/frame'
import { limit } from '../thresholds'
import { gradeSign, type SignReading } from './judge'
import type { KeptBaseline, LowerThanUsual, View } from './model'
import type { Check } from './rules'

/** The one of these that was taken of this side from this camera place; null where none was. */
export function usualOf(
  kept: readonly KeptBaseline[],
  side: Side | null,
  { name, azimuth }: View,
): KeptBaseline | null {
  const near = (one: KeptBaseline): boolean =>
    one.azimuth !== null && azimuth !== null && Math.abs(one.azimuth - azimuth) <= limit('view.moved-azimuth')
  return kept.find((one) => one.side === side && one.view === name && near(one)) ?? null
}

/**
 * The checks that begin worse than usual. Sets differ by clothes, mat and place, so the spread to expect is wider than
 * from rep to rep. Supporting checks are left out.
 * @param read a measure's value; NaN where it was not seen
 */
export function lowerThanUsual(
  checks: readonly Check[],
  read: (measure: string) => number,
  { side, measures }: KeptBaseline,
): readonly LowerThanUsual[] {
  return checks.flatMap(({ id, signs, agree, supporting }) => {
    if (supporting === true) return []
    const readings = signs.flatMap((sign): SignReading[] => {
      const [value, centre] = [read(sign.measure), measures[sign.measure] ?? NaN]
      if (!Number.isFinite(value) || !Number.isFinite(centre)) return []
      const noise = limit('usual.spread-factor') * sign.limits.value.noise
      return [gradeSign(sign, value, { centre, noise, count: 1 })]
    })
    const deciding = readings.sort((a, b) => b.grade - a.grade || b.difference - a.difference)[agree - 1]
    if (!deciding || deciding.grade < 2) return []
    return [{ check: id, side, value: Math.round(100 * deciding.difference) / 100, unit: deciding.unit }]
  })
}
