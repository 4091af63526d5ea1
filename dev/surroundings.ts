/** What stays the same each time a state is shown: the day, the time of day, and the language asked for. */
import { isLocale, overwriteGetLocale } from '../src/words/compiled/runtime'

/** A Friday, which is a training day of the people in `seeds.ts`. */
export const DAY = '2026-11-20'
const TIME = 'T07:30:00.000Z'

/** Shows the app in that language, whatever the browser speaks; nothing is kept. */
export function applyLanguage(language: string | null): void {
  if (isLocale(language)) overwriteGetLocale(() => language)
}

/** Sets the page's clock to half past seven (UTC) of a day; it runs on from there. */
export function setClock(day: string): void {
  const RealDate = globalThis.Date
  const ahead = RealDate.parse(day + TIME) - RealDate.now()
  globalThis.Date = class extends RealDate {
    constructor(...given: unknown[]) {
      if (given.length === 0) super(RealDate.now() + ahead)
      else super(...(given as [number]))
    }
    static override now(): number {
      return RealDate.now() + ahead
    }
  } as DateConstructor
}
