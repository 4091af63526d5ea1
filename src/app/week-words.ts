/** What the week and its recovery say. */
import {
  addDays,
  isDay,
  say,
  sayDose,
  toIcs,
  weekEvents,
  type Day,
  type HeavyKind,
  type Ladders,
  type PlanItem,
  type Profile,
  type Reason,
  type RecoveryKind,
  type WeekDay,
} from '../core/programme'

export const heavyWords: Readonly<Record<HeavyKind, string>> = {
  meetings: 'Long meetings',
  drive: 'Long drive',
  travel: 'Travel',
  lifting: 'Lifting',
}

export const recoveryNames: Readonly<Record<RecoveryKind, string>> = {
  walk: 'Walk',
  lying: 'Lie and breathe',
  mobility: 'Move easily',
}

const asDate = (day: Day): Date => new Date(`${day}T12:00:00Z`)

/** A day in parts, always as the calendar has it. */
export function sayDay(day: Day, format: Intl.DateTimeFormatOptions): string {
  return asDate(day)
    .toLocaleDateString('en-GB', { ...format, timeZone: 'UTC' })
    .replace(',', '')
}

/** "23 to 29 November", "30 November to 6 December", with the year where it is another one than today's. */
export function sayWeek(monday: Day, today: Day): string {
  const sunday = addDays(monday, 6)
  const sameMonth = monday.slice(0, 7) === sunday.slice(0, 7)
  const year = sunday.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const }
  const from = sayDay(monday, sameMonth ? { day: 'numeric' } : { day: 'numeric', month: 'long' })
  return `${from} to ${sayDay(sunday, { day: 'numeric', month: 'long', ...year })}`
}

/** A sentence with its days in words: the log's own "2026-11-26" is for machines. */
export function daysInWords(sentence: string): string {
  return sentence.replace(/\d{4}-\d\d-\d\d/g, (day) =>
    isDay(day) ? sayDay(day, { weekday: 'long', day: 'numeric', month: 'long' }) : day,
  )
}

export const sayReason = (reason: Reason): string => daysInWords(say(reason))

/** A reason in the width of a column; null for what the column shows by itself. */
export function weekReason(reason: Reason): string | null {
  const { code, facts } = reason
  if (code === 'no-training-day' || code === 'session-done') return null
  const day = 'day' in facts && isDay(facts.day) ? sayDay(facts.day, { weekday: 'long' }) : ''
  if (code === 'moved-from') return `Moved from ${day}.`
  if (code === 'moved-to') return `Moved to ${day}: ${'heavy' in facts ? facts.heavy : ''}.`
  return sayReason(reason)
}

/** What the work of a day is called. */
export function workName(day: WeekDay): string {
  if (day.kind === 'done' || day.trained) return 'Session'
  if (day.kind === 'recover') return 'Walking only'
  if (day.kind !== 'session') return 'No session'
  return day.mode === 'less' ? 'Lighter session' : 'Session'
}

/** "Bridge 3 × 10": an exercise in the width of a column. */
export function itemWords(
  item: PlanItem,
  ladders: Ladders,
  unit: Profile['weightUnit'],
): { readonly name: string; readonly dose: string; readonly level: string } {
  const ladder = ladders[item.exercise]
  const level = ladder.levels.find(({ id }) => id === item.level) ?? ladder.levels[0]
  if (level === undefined) throw new Error(`the ladder of ${item.exercise} has no level`)
  return { name: ladder.name, dose: sayDose(level, ladder.kind, item.dose, unit), level: level.name }
}

/** The days ahead as a file for a calendar; what is past is left to the calendar. */
export function calendarFile(
  days: readonly WeekDay[],
  ladders: Ladders,
  unit: Profile['weightUnit'],
  time: string | null,
  writtenAt: number,
): File {
  const text = toIcs(weekEvents(days, ladders, unit, time), writtenAt)
  const first = days.find((day) => day.when !== 'past')?.day ?? 'week'
  return new File([text], `keel-${first}.ics`, { type: 'text/calendar' })
}
