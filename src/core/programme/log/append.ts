/** Adds entries to the log. Refuses an id that is taken, and a reference to an entry that is not there. */
import type { Day } from '../days'
import type { Log, LogEntry } from './log'
import { canonical } from './merge'
import { fault, type EntryFault } from './validators'
import { validateEntry } from './validate'

export type Appended =
  { readonly ok: true; readonly log: Log } | { readonly ok: false; readonly faults: readonly EntryFault[] }

function knows(log: Log, id: string): boolean {
  return log.some(
    (entry) => entry.id === id || (entry.kind === 'session' && entry.sets.some((each) => each.id === id)),
  )
}

function linkFaults(log: Log, entry: LogEntry): EntryFault[] {
  if (
    entry.kind === 'after' &&
    !log.some((other) => other.kind === 'session' && other.id === entry.session)
  ) {
    return fault('session', 'no-target', 'The answers belong to a session that is not in the log.')
  }
  if (entry.kind === 'deletion' && !knows(log, entry.target)) {
    return fault('target', 'no-target', 'What is to be deleted is not in the log.')
  }
  return []
}

/**
 * Checks an entry and adds it. The same entry twice changes nothing; another one with a known id is refused.
 * @param today the person's own day
 */
export function append(log: Log, value: unknown, today: Day): Appended {
  const checked = validateEntry(value, today)
  if (!checked.ok) return checked
  const { entry } = checked
  const known = log.find((other) => other.id === entry.id)
  if (known) {
    if (canonical(known) === canonical(entry)) return { ok: true, log }
    return {
      ok: false,
      faults: fault(
        'id',
        'same-id',
        'Another entry has this id. Entries are never changed: add a new one, or delete.',
      ),
    }
  }
  const faults = linkFaults(log, entry)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, log: [...log, entry] }
}
