/** The entries of a log that differ from those already kept. */
import type { Log } from '../../core/programme'
import { canonical } from '../../core/programme/log/merge'

export function changedEntries(before: Log, after: Log): Log {
  const known = new Map(before.map((entry) => [entry.id, canonical(entry)]))
  return after.filter((entry) => known.get(entry.id) !== canonical(entry))
}
