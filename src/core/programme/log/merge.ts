/** Merges logs, and reads a log with its deletions applied. Merging gives the same in any order and when repeated. */
import type { Day } from '../days'
import type { JudgedEntry, Log, LogEntry } from './log'

/** JSON with sorted keys: equal values give the same text, whatever the order of their keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const record = value as Record<string, unknown>
    const keys = Object.keys(record)
      .filter((key) => record[key] !== undefined)
      .sort()
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(record[key])}`).join(',')}}`
  }
  return JSON.stringify(value ?? null)
}

// FNV-1a, 32 bit. It only has to tell versions of one id apart.
function shortHash(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}

const less = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

/** Order of entries: by day, then as they were written, then by id. */
export function inOrder(a: LogEntry, b: LogEntry): number {
  return less(a.day, b.day) || a.seq - b.seq || less(a.id, b.id)
}

export interface Merged {
  readonly log: Log
  /** Ids that came with different contents: the other versions stand in the log as set aside. */
  readonly conflicts: readonly string[]
}

/**
 * Merges logs. Equal entries become one. Of entries with the same id and different contents, the one with the higher
 * `seq` counts (then the one with the greater text), and the others stay in the log as `set-aside`: nothing is lost.
 */
export function mergeLogs(...logs: readonly Log[]): Merged {
  const versions = new Map<string, Map<string, JudgedEntry>>()
  for (const entry of logs.flat()) {
    const judged = entry.kind === 'set-aside' ? entry.entry : entry
    const known = versions.get(judged.id) ?? new Map<string, JudgedEntry>()
    versions.set(judged.id, known.set(canonical(judged), judged))
  }
  const log: LogEntry[] = []
  const conflicts: string[] = []
  for (const [id, known] of versions) {
    const [kept, ...others] = [...known].sort(([textA, a], [textB, b]) => b.seq - a.seq || less(textB, textA))
    if (kept) log.push(kept[1])
    if (others.length > 0) conflicts.push(id)
    for (const [text, entry] of others) {
      const { seq, day, at, zone } = entry
      log.push({ kind: 'set-aside', id: `${id}#${shortHash(text)}`, seq, day, at, zone, entry })
    }
  }
  return { log: log.sort(inOrder), conflicts: conflicts.sort() }
}

/** Ids that deletions cover. A deletion covers only earlier entries, so no two can cover each other. */
function deletedIds(ordered: Log): Set<string> {
  const deletions = ordered.filter((entry) => entry.kind === 'deletion')
  const covered = new Set<string>()
  for (const deletion of deletions.toReversed()) {
    if (covered.has(deletion.id)) continue
    const later = deletions.find((other) => other.id === deletion.target)
    if (later && inOrder(later, deletion) >= 0) continue
    covered.add(deletion.target)
  }
  return covered
}

export interface Readable {
  /** In order, without entries that were deleted or set aside. None is dated later than the day. */
  readonly entries: readonly JudgedEntry[]
  /** Whether entries of later days were read as today's, as the clock ran ahead when they were written. */
  readonly clockBack: boolean
}

/**
 * The entries that count on a day. An entry dated later than `day` was written under a clock that ran ahead: it
 * counts as the day's own, so that a red light is never lost to a clock.
 */
export function readable(log: Log, day: Day): Readable {
  let sorted = true
  for (let index = 1; index < log.length && sorted; index++) {
    const before = log[index - 1]
    const entry = log[index]
    if (before && entry && inOrder(before, entry) > 0) sorted = false
  }
  const ordered = sorted ? log : [...log].sort(inOrder)
  const deleted = deletedIds(ordered)
  const entries: JudgedEntry[] = []
  let clockBack = false
  for (const entry of ordered) {
    if (entry.kind === 'set-aside' || entry.kind === 'deletion' || deleted.has(entry.id)) continue
    if (entry.day > day) clockBack = true
    const dated = entry.day > day ? { ...entry, day } : entry
    const cut = dated.kind === 'session' && deleted.size > 0 && dated.sets.some((set) => deleted.has(set.id))
    entries.push(cut ? { ...dated, sets: dated.sets.filter((set) => !deleted.has(set.id)) } : dated)
  }
  return { entries, clockBack }
}

/** The log up to the entry with that `seq`, to repeat an old decision. */
export function logUpTo(log: Log, seq: number): Log {
  return log.filter((entry) => entry.seq <= seq)
}

/** The `seq` of the next entry. */
export function nextSeq(log: Log): number {
  return log.reduce((most, entry) => Math.max(most, entry.seq), 0) + 1
}
