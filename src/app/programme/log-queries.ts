/** What the app looks up in the log's readable entries: oldest first, without what was deleted. */
import type { ExerciseId } from '../../core/analysis/model'
import {
  addDays,
  daysBetween,
  screenEdition,
  type CheckInEntry,
  type Day,
  type LogEntry,
  type SessionEntry,
} from '../../core/programme'

type Entries = readonly LogEntry[]
type EntryOf<K extends LogEntry['kind']> = Extract<LogEntry, { kind: K }>

/** A morning after a session that has not been asked about or answered yet. */
export interface OpenMorning {
  readonly session: SessionEntry
  /** The morning that the answer is about: the day after the session. */
  readonly day: Day
}

/** Days for which a missed morning can still be remembered well enough. */
const MORNING_REMEMBERED_DAYS = 2

/** The last entry of a kind that meets the condition; null where there is none. */
export function lastOf<K extends LogEntry['kind']>(
  entries: Entries,
  kind: K,
  condition: (entry: EntryOf<K>) => boolean,
): EntryOf<K> | null {
  const found = entries.findLast((entry) => entry.kind === kind && condition(entry as EntryOf<K>))
  return (found as EntryOf<K> | undefined) ?? null
}

/** Whether this edition of the first page has been read. */
export const isScreenRead = (entries: Entries): boolean =>
  entries.some((entry) => entry.kind === 'screen-read' && entry.edition >= screenEdition)

/** The check-in of a day, the last one if there were several. */
export const checkInOf = (entries: Entries, day: Day): CheckInEntry | null =>
  lastOf(entries, 'check-in', (entry) => entry.day === day)

/** The morning after the last session before `today`, while it is worth asking about. */
export function findUnansweredMorning(entries: Entries, today: Day): OpenMorning | null {
  const session = lastOf(entries, 'session', (entry) => entry.day < today)
  if (session === null) return null
  const day = addDays(session.day, 1)
  if (daysBetween(day, today) >= MORNING_REMEMBERED_DAYS) return null
  return lastOf(entries, 'morning', (entry) => entry.day === day) === null ? { session, day } : null
}

/** The last planned session, of `today` or the day before, that the person has not answered for yet. */
export function findUnansweredSession(entries: Entries, today: Day): SessionEntry | null {
  const session = lastOf(entries, 'session', (entry) => entry.day >= addDays(today, -1))
  if (session === null || session.planned.length === 0) return null
  return lastOf(entries, 'after', (entry) => entry.session === session.id) === null ? session : null
}

/** What the person changed of an exercise on that day. */
export const overridesOf = (entries: Entries, day: Day, exercise: ExerciseId): Entries =>
  entries.filter(
    (entry) =>
      entry.kind === 'override' &&
      entry.day === day &&
      'exercise' in entry.change &&
      entry.change.exercise === exercise,
  )
