/**
 * Days as the person lives them: 'YYYY-MM-DD' in their own zone. Arithmetic on days never touches hours, so a
 * night of 23 or 25 hours is one night. Only `dayOf` turns an instant into a day.
 */

/** A calendar day 'YYYY-MM-DD', years 1970 to 9999. */
export type Day = string

/** ISO weekday, 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48

// Days since 1970-01-01, proleptic Gregorian. Howard Hinnant, "chrono-compatible low-level date algorithms".
function toNumber(day: Day): number {
  const month = digit(day, 5) * 10 + digit(day, 6)
  const year =
    digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear =
    Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digit(day, 8) * 10 + digit(day, 9) - 1
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468
  )
}

function fromNumber(count: number): Day {
  const shifted = count + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthIndex + (monthIndex < 10 ? 3 : -9)
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const date = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** Whether the text is a day that exists: 2026-02-29 is not one. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string') return false
  const parts = SHAPE.exec(text)
  if (!parts || Number(parts[1]) < 1970) return false
  const month = Number(parts[2])
  return month >= 1 && month <= 12 && fromNumber(toNumber(text)) === text
}

/** The day `count` days later; earlier for a negative count. */
export function addDays(day: Day, count: number): Day {
  return fromNumber(toNumber(day) + count)
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return toNumber(to) - toNumber(from)
}

/** ISO weekday of a day. */
export function weekdayOf(day: Day): Weekday {
  return (((((toNumber(day) + 3) % 7) + 7) % 7) + 1) as Weekday // 1970-01-01 was a Thursday
}

/** The Monday of the week that holds the day. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

// Making a formatter costs far more than using one; the cache changes no answer.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  formatters.set(zone, made)
  return made
}

/** Whether the zone is one that this machine knows, such as 'Europe/Berlin'. */
export function isZone(zone: unknown): zone is string {
  if (typeof zone !== 'string' || zone === '') return false
  try {
    formatterFor(zone)
    return true
  } catch {
    return false // Intl has no other way to say that a zone is unknown
  }
}

/**
 * A zone that can be used: the given one where this machine knows it, else whole hours from UTC. Browsers answer
 * 'Etc/Unknown' where the system names no zone, and a record may come from a machine that knows other zones.
 * @param minutesWest of UTC, as Date.getTimezoneOffset gives them
 */
export function usableZone(zone: unknown, minutesWest: number): string {
  if (isZone(zone)) return zone
  const hoursWest = Math.round(minutesWest / 60)
  // Etc names count hours to the west (RFC 8536's POSIX habit): Etc/GMT-2 is two hours ahead of UTC.
  const byOffset = `Etc/GMT${hoursWest < 0 ? '' : '+'}${hoursWest}`
  return hoursWest !== 0 && isZone(byOffset) ? byOffset : 'UTC'
}

/**
 * The day on the person's calendar at an instant.
 * @param instant milliseconds since 1970-01-01T00:00Z
 * @throws RangeError for an unknown zone or an impossible instant
 */
export function dayOf(instant: number, zone: string): Day {
  const parts = formatterFor(zone).formatToParts(instant)
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}
