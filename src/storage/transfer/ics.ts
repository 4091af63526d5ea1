/** The plan as calendar text, RFC 5545. Pure: the stamp is passed in, and the same events give the same text. */
import { addDays, type Day } from '../../core/programme/days'

export interface CalendarEvent {
  /** Stable over exports, so that a calendar replaces an event instead of adding one. */
  readonly uid: string
  readonly day: Day
  /** 'HH:MM' on the person's own clock wherever they are; null for an event that lasts all day. */
  readonly time: string | null
  /** Minutes; used with a time. */
  readonly minutes: number
  readonly summary: string
  readonly description: string
}

const encoder = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4

/** RFC 5545 3.3.11: backslash, semicolon, comma and line ends are escaped; other control characters are not text. */
export function escapeText(text: string): string {
  return (
    text
      .replace(/\\/g, '\\\\')
      .replace(/;/g, '\\;')
      .replace(/,/g, '\\,')
      .replace(/\r\n|\r|\n/g, '\\n')
      // eslint-disable-next-line no-control-regex -- these are what the format forbids
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  )
}

/** RFC 5545 3.1: no line above 75 octets; a continuation begins with one space, and no character is cut. */
export function foldLine(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = encoder(character.codePointAt(0) ?? 0)
    if (octets + size > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}

const compact = (day: Day): string => day.replaceAll('-', '')

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

/** An instant as UTC date-time: 20260302T063000Z. */
function utcStamp(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

// A time without a zone "floats": half past seven stays half past seven when the person travels (3.3.5, form 1).
function span(event: CalendarEvent): string[] {
  if (event.time === null)
    return [`DTSTART;VALUE=DATE:${compact(event.day)}`, `DTEND;VALUE=DATE:${compact(addDays(event.day, 1))}`]
  const [hours = 0, minutes = 0] = event.time.split(':').map(Number)
  const length = Math.max(1, Math.round(event.minutes))
  return [`DTSTART:${compact(event.day)}T${pad(hours)}${pad(minutes)}00`, `DURATION:PT${length}M`]
}

function eventLines(event: CalendarEvent, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${stamp}`,
    ...span(event),
    `SUMMARY:${escapeText(event.summary)}`,
    `DESCRIPTION:${escapeText(event.description)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/**
 * Calendar text for the events.
 * @param writtenAt milliseconds since 1970, when the export was made
 */
export function toIcs(events: readonly CalendarEvent[], writtenAt: number): string {
  const stamp = utcStamp(writtenAt)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Keel//Plan 1//EN',
    'CALSCALE:GREGORIAN',
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}
