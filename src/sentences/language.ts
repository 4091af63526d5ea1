/** What depends on the language besides its messages: number formats, locales and capital letters. */
import { getLocale, type Locale } from '../words/compiled/runtime'

// English uses British formats: "20 November", and weeks that begin on Monday.
const intlNames: Readonly<Record<Locale, string>> = { en: 'en-GB', es: 'es-ES', de: 'de-DE' }

/** The locale for `Intl`. */
export const intlLocale = (): string => intlNames[getLocale()]

/** A number in the language's format, "8.2" or "8,2". @param digits most digits after the point */
export function number(value: number, digits = 1): string {
  // `|| 0` turns "-0" into "0".
  const rounded = Number(value.toFixed(digits)) || 0
  return rounded.toLocaleString(intlLocale(), { maximumFractionDigits: digits, useGrouping: false })
}

/** A name inside a sentence: with a small first letter, except in German, which capitalises nouns. */
export const within = (name: string): string =>
  getLocale() === 'de' ? name : name.charAt(0).toLocaleLowerCase(intlLocale()) + name.slice(1)
