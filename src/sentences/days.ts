/** Days and times in words. */
import { addDays, isDay, type Day } from '../core/programme'
import { m } from '../words/compiled/messages'
import { intlLocale } from './language'

const asDate = (day: Day): Date => new Date(`${day}T12:00:00Z`)

/** A day in the given format, whatever the device's zone: "Friday 20 November". */
export function sayDay(day: Day, format: Intl.DateTimeFormatOptions): string {
  const text = asDate(day).toLocaleDateString(intlLocale(), { ...format, timeZone: 'UTC' })
  // German keeps the comma after the weekday.
  return intlLocale().startsWith('de') ? text : text.replace(',', '')
}

/** "Thursday 26 November"; text that is no day comes back unchanged. */
export const sayLongDay = (day: string): string =>
  isDay(day) ? sayDay(day, { weekday: 'long', day: 'numeric', month: 'long' }) : day

/** "14:05". */
export const sayTime = (iso: string): string =>
  new Date(iso).toLocaleTimeString(intlLocale(), { hour: '2-digit', minute: '2-digit' })

/** "23 to 29 November", "30 November to 6 December"; with the year when it is not today's. */
export function sayWeek(monday: Day, today: Day): string {
  const sunday = addDays(monday, 6)
  const sameMonth = monday.slice(0, 7) === sunday.slice(0, 7)
  const year = sunday.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const }
  return m.week_from_to({
    from: sayDay(monday, sameMonth ? { day: 'numeric' } : { day: 'numeric', month: 'long' }),
    to: sayDay(sunday, { day: 'numeric', month: 'long', ...year }),
  })
}

/** Whether a day is today, yesterday or another one. */
export function dayFrom(day: Day, today: Day): 'today' | 'yesterday' | 'other' {
  const apart = Math.round((asDate(today).getTime() - asDate(day).getTime()) / 86_400_000)
  return apart === 0 ? 'today' : apart === 1 ? 'yesterday' : 'other'
}

/** "Today", "Yesterday", or "Friday 20 November". */
export function dayName(day: Day, today: Day): string {
  const from = dayFrom(day, today)
  if (from === 'today') return m.common_today()
  if (from === 'yesterday') return m.common_yesterday()
  const sameYear = day.slice(0, 4) === today.slice(0, 4)
  return sayDay(day, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  })
}
