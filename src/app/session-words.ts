/** What a planned set asks beside its count, in words. */
import type { Dose } from '../core/programme/ladder'
import { m } from '../words/compiled/messages'
import { getLocale } from '../words/compiled/runtime'

/** "20° short of full range", "with 0.5 kg"; empty where nothing is asked. */
export function extrasOf({ range, load }: Pick<Dose, 'range' | 'load'>): string[] {
  const weight = new Intl.NumberFormat(getLocale(), {
    style: 'unit',
    unit: 'kilogram',
    maximumFractionDigits: 2,
  })
  return [
    ...(range < 0 ? [m.live_range({ degrees: -range })] : []),
    ...(load > 0 ? [m.live_load({ weight: weight.format(load) })] : []),
  ]
}
