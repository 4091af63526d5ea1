/** What depends on the language besides its messages: numbers, days and small letters. */
import { getLocale, type Locale } from '../words/compiled/runtime'

// Days and numbers in English are as in Britain: "20 November", a week from Monday.
const intlNames: Readonly<Record<Locale, string>> = { en: 'en-GB', es: 'es-ES', de: 'de-DE' }

/** The language for `Intl`. */
export const intlLocale = (): string => intlNames[getLocale()]

/** A number as the language writes it, "8.2" or "8,2", with at most so many digits after the point. */
export function number(value: number, digits = 1): string {
  // No "-0": a difference that rounds to nothing has no direction.
  const rounded = Number(value.toFixed(digits)) || 0
  return rounded.toLocaleString(intlLocale(), { maximumFractionDigits: digits, useGrouping: false })
}

/** A name inside a sentence: with a small first letter, but not in German, where nouns keep theirs. */
export const within = (name: string): string =>
  getLocale() === 'de' ? name : name.charAt(0).toLocaleLowerCase(intlLocale()) + name.slice(1)
