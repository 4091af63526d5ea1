/** The week, its days and its recovery in words, and as a calendar file. */
import {
  isDay,
  type HeavyKind,
  type Ladders,
  type PlanItem,
  type Profile,
  type Reason,
  type RecoveryKind,
  type WeekDay,
} from '../../core/programme'
import { exercises } from '../../exercises'
import { toIcs, type CalendarEvent } from '../../storage/transfer/ics'
import { m } from '../../words/compiled/messages'
import { sayDay } from '../days'
import { sayDose, sayRecovery } from './dose-words'
import { within } from '../language'
import { heavyInside, sayReason } from './plan-reasons'

export const heavyWords: Readonly<Record<HeavyKind, string>> = {
  meetings: m.programme_meetings(),
  drive: m.programme_drive(),
  travel: m.programme_travel(),
  lifting: m.programme_lifting(),
}

export const recoveryNames: Readonly<Record<RecoveryKind, string>> = {
  walk: m.recovery_walk(),
  lying: m.recovery_lying(),
  mobility: m.recovery_mobility(),
}

/** A reason short enough for a column; null when the column shows it anyway. */
export function weekReason(reason: Reason): string | null {
  const { code, facts } = reason
  if (code === 'no-training-day' || code === 'session-done') return null
  const day = 'day' in facts && isDay(facts.day) ? sayDay(facts.day, { weekday: 'long' }) : ''
  if (code === 'moved-from') return m.week_moved_from({ day })
  if (code === 'moved-to' && 'near' in facts) {
    const moved = { day, heavy: heavyInside[facts.heavy] }
    return facts.near ? m.week_moved_to_near(moved) : m.week_moved_to(moved)
  }
  return sayReason(reason)
}

/** What the work of a day is called. */
export function workName(day: WeekDay): string {
  if (day.kind === 'done' || day.trained) return m.week_session()
  if (day.kind === 'recover') return m.week_walking()
  if (day.kind !== 'session') return m.week_no_session()
  return day.mode === 'less' ? m.week_lighter() : m.week_session()
}

/** "Bridge 3 × 10": an exercise short enough for a column. */
export function itemWords(
  item: PlanItem,
  ladders: Ladders,
  unit: Profile['weightUnit'],
): { readonly name: string; readonly dose: string; readonly level: string } {
  const ladder = ladders[item.exercise]
  const level = ladder.levels.find(({ id }) => id === item.level) ?? ladder.levels[0]
  if (level === undefined) throw new Error(`the ladder of ${item.exercise} has no level`)
  return {
    name: exercises[item.exercise].name,
    dose: sayDose(level, ladder.kind, item.dose, unit),
    level: level.name,
  }
}

/** A day of the week as a row of a table: the day with what is heavy in it, its work and its recovery. */
export function weekRow(
  day: WeekDay,
  ladders: Ladders,
  unit: Profile['weightUnit'],
): { readonly head: string; readonly cells: readonly string[] } {
  const works = day.trained || day.kind === 'session' || day.kind === 'done'
  const items = works ? day.items.map((item) => itemWords(item, ladders, unit)) : []
  const recovery = day.recovery.items.map(
    (item) => `${recoveryNames[item.kind]} ${item.done ? m.week_item_done(item) : m.week_item(item)}`,
  )
  return {
    head: [
      sayDay(day.day, { weekday: 'short', day: 'numeric', month: 'short' }),
      ...day.heavy.map((kind) => heavyWords[kind]),
    ].join(', '),
    cells: [
      [
        day.trained ? `${workName(day)} ${m.week_done()}` : workName(day),
        ...items.map(({ name, dose }) => `${name} ${dose}`),
      ].join(', '),
      recovery.length === 0 ? m.week_no_recovery() : recovery.join(', '),
    ],
  }
}

function itemLine(item: PlanItem, ladders: Ladders, unit: Profile['weightUnit']): string {
  const { name, dose, level } = itemWords(item, ladders, unit)
  return m.week_event_item({ exercise: name, level: within(level), dose })
}

/**
 * The sessions and the recovery of today and the days ahead as calendar events. Past days stay as they are in the
 * calendar.
 * @param time of the sessions, as in a calendar event
 */
export function weekEvents(
  week: readonly WeekDay[],
  ladders: Ladders,
  unit: Profile['weightUnit'],
  time: string | null,
): CalendarEvent[] {
  return week
    .filter((day) => day.when !== 'past')
    .flatMap((day) => {
      const events: CalendarEvent[] = []
      if (day.kind === 'session') {
        const lines = day.items.map((item) => itemLine(item, ladders, unit))
        events.push({
          uid: `${day.day}-session@keel`,
          day: day.day,
          time,
          minutes: day.minutes,
          summary: day.mode === 'less' ? m.week_event_lighter() : m.week_event_session(),
          description: [...lines, ...day.why.map(sayReason)].join('\n'),
        })
      }
      const texts = day.recovery.items.map(sayRecovery)
      if (texts.length > 0) {
        events.push({
          uid: `${day.day}-recovery@keel`,
          day: day.day,
          time: null,
          minutes: day.recovery.items.reduce((sum, item) => sum + item.minutes, 0),
          summary: m.week_event_recovery(),
          description: texts.join('\n'),
        })
      }
      return events
    })
}

/** Today and the days ahead as a file for a calendar. @param writtenAt milliseconds since 1970 */
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
