/** What a file from elsewhere would change on this device, worked out completely before anything is written. */
import { dayOf, isZone, type Day } from '../../../core/programme/days'
import type { JudgedEntry, LogEntry } from '../../../core/programme/log/log'
import { canonical, mergeLogs } from '../../../core/programme/log/merge'
import { validateEntry } from '../../../core/programme/log/validate'
import type { EntryFault } from '../../../core/programme/log/validators'
import { seal, type Opened } from '../../records/envelope'
import { DRAFT_KEY, logKey, SESSION_DRAFT_KEY, SETTINGS_KEY, type RecordKey } from '../../records/keys'
import { openEntry, openSessionDraft } from '../../records/log-entry'
import { openDraft, openSettings, openTrace, type ExportDocument } from '../../records/schema'
import { openHead } from '../../records/set-head'
import { PlannedWrites, type StoredRecord } from './planned-writes'

export type { StoredRecord } from './planned-writes'

export interface Tally {
  readonly fresh: number
  readonly same: number
  /** The same id with other contents: one version counts, the other is set aside. */
  readonly conflicting: number
}

export interface Refusal {
  /** "check-in", "set": what kind of record it is. */
  readonly what: string
  readonly day: Day | null
  readonly why: RefusalWhy
}

/** Why a record is refused: a fault of an entry, or what is wrong with the record as a whole. */
export type RefusalWhy =
  | EntryFault
  | {
      readonly code: 'no-entry' | 'no-set' | 'no-trace' | 'no-own' | 'other-id' | 'newer-here' | 'twice-aside'
    }
  | { readonly code: 'unknown-kind'; readonly kind: string }

export interface ImportPlan {
  readonly entries: Tally
  readonly sets: Tally
  /** Written by a newer Keel, or already unreadable when exported: taken over unread. */
  readonly carried: Tally
  readonly refused: readonly Refusal[]
  /** Number of settings and unfinished sets that this device had none of. */
  readonly own: number
  /** Number of settings, unfinished sets and summaries that were left out: this device's own are kept. */
  readonly leftOut: number
  /** The first and the last day of what is new; null when nothing with a day is. */
  readonly days: readonly [Day, Day] | null
  readonly writes: readonly (readonly [RecordKey, unknown])[]
}

/** How each of the few records under fixed keys is read. */
const OWN: ReadonlyMap<string, (raw: unknown) => Opened<unknown>> = new Map<
  string,
  (raw: unknown) => Opened<unknown>
>([
  [JSON.stringify(SETTINGS_KEY), openSettings],
  [JSON.stringify(DRAFT_KEY), openDraft],
  [JSON.stringify(SESSION_DRAFT_KEY), openSessionDraft],
])

type Count = { -readonly [K in keyof Tally]: Tally[K] }

class Planner {
  readonly entries: Count = { fresh: 0, same: 0, conflicting: 0 }
  readonly sets: Count = { fresh: 0, same: 0, conflicting: 0 }
  readonly carried: Count = { fresh: 0, same: 0, conflicting: 0 }
  readonly refused: Refusal[] = []
  own = 0
  leftOut = 0
  readonly #days: Day[] = []
  readonly #writes: PlannedWrites
  readonly #log: LogEntry[]
  readonly #versions = new Map<string, Set<string>>()
  readonly #incoming: LogEntry[] = []
  /** Entries as the file has them, by their canonical text, as they are written unchanged. */
  readonly #inFile = new Map<string, unknown>()
  readonly #now: Date

  constructor(here: readonly StoredRecord[], exportedAt: string, now: Date) {
    this.#writes = new PlannedWrites(here, exportedAt)
    this.#log = here.flatMap(({ key, value }) => {
      if (key[0] !== 'log') return []
      const opened = openEntry(value)
      return opened.state === 'ok' ? [opened.value] : []
    })
    for (const entry of this.#log) this.#note(unwrapped(entry))
    this.#now = now
  }

  take({ key: [kind = '', ...rest], value }: ExportDocument['records'][number]): void {
    const key: RecordKey = [kind, ...rest]
    switch (kind) {
      case 'log':
        this.#takeEntry(key, value)
        return
      case 'set':
        this.#takeSet(key, value)
        return
      case 'trace':
        // Not counted, as it belongs to a set that is. This device's own is kept.
        this.#takeTrace(key, value)
        return
      case 'aside':
        this.#keep(key, value, this.carried)
        return
      case 'settings':
      case 'draft':
        this.#takeOwn(key, value)
        return
      case 'month':
      case 'usual':
      case 'device':
        this.leftOut += 1
        return
      default:
        this.refused.push({ what: 'record', day: null, why: { code: 'unknown-kind', kind } })
    }
  }

  plan(): ImportPlan {
    const known = new Map(this.#log.map((entry) => [entry.id, canonical(entry)]))
    for (const entry of mergeLogs(this.#log, this.#incoming).log)
      if (known.get(entry.id) !== canonical(entry))
        this.#writes.set(logKey(entry.id), this.#inFile.get(canonical(entry)) ?? seal('log', entry))
    const days = this.#days.sort()
    const [first, last] = [days[0], days.at(-1)]
    const { entries, sets, carried, refused, own, leftOut } = this
    return {
      entries,
      sets,
      carried,
      refused,
      own,
      leftOut,
      days: first !== undefined && last !== undefined ? [first, last] : null,
      writes: this.#writes.list(),
    }
  }

  #takeEntry(key: RecordKey, raw: unknown): void {
    const opened = openEntry(raw)
    if (opened.state === 'newer') {
      this.#keep(key, raw, this.carried)
      return
    }
    const data: unknown = opened.state === 'ok' ? opened.value : dataOf(raw)
    const why = this.#entryFault(data)
    if (opened.state !== 'ok' || why !== null) {
      this.refused.push({ ...headOf(data), why: why ?? { code: 'no-entry' } })
      return
    }
    const entry = opened.value
    if (key[1] !== entry.id || key.length !== 2) {
      this.refused.push({ ...headOf(entry), why: { code: 'other-id' } })
      return
    }
    if (openEntry(this.#writes.getHere(key) ?? raw).state === 'newer') {
      this.refused.push({ ...headOf(entry), why: { code: 'newer-here' } })
      return
    }
    this.#countEntry(unwrapped(entry))
    this.#incoming.push(entry)
    this.#inFile.set(canonical(entry), raw)
  }

  /** What is wrong with an entry, or with the entry inside one that was set aside; null when nothing is. */
  #entryFault(value: unknown): RefusalWhy | null {
    const zone: unknown = value !== null && typeof value === 'object' && 'zone' in value ? value.zone : null
    // The entry's own zone may be a day ahead of this device's; a later day is impossible.
    const today = dayOf(this.#now.getTime(), isZone(zone) ? zone : 'UTC')
    const checked = validateEntry(value, today)
    if (!checked.ok) return checked.faults[0] ?? { code: 'no-entry' }
    if (checked.entry.kind !== 'set-aside') return null
    const inner: { kind: string } = checked.entry.entry
    return inner.kind === 'set-aside' ? { code: 'twice-aside' } : this.#entryFault(inner)
  }

  #countEntry(entry: JudgedEntry): void {
    const versions = this.#versions.get(entry.id)
    if (versions?.has(canonical(entry))) this.entries.same += 1
    else {
      this.entries[versions ? 'conflicting' : 'fresh'] += 1
      if (!versions) this.#days.push(entry.day)
      this.#note(entry)
    }
  }

  #note(entry: JudgedEntry): void {
    const versions = this.#versions.get(entry.id) ?? new Set<string>()
    this.#versions.set(entry.id, versions.add(canonical(entry)))
  }

  #takeSet(key: RecordKey, raw: unknown): void {
    const opened = openHead(raw)
    if (opened.state === 'newer') {
      this.#keep(key, raw, this.carried)
    } else if (opened.state === 'broken' || !isZone(opened.value.zone)) {
      this.refused.push({ what: 'set', day: null, why: { code: 'no-set' } })
    } else {
      const { id, day } = opened.value.summary
      if (key[1] !== id || key.length !== 2)
        this.refused.push({ what: 'set', day, why: { code: 'other-id' } })
      else if (this.#keep(key, raw, this.sets)) this.#days.push(day)
    }
  }

  /** Settings and unfinished sets are taken only where this device has none, so that a backup restores them. */
  #takeOwn(key: RecordKey, raw: unknown): void {
    const read = OWN.get(JSON.stringify(key))
    if (read === undefined || read(raw).state === 'broken') {
      this.refused.push({ what: key[0], day: null, why: { code: 'no-own' } })
    } else if (this.#writes.get(key) === undefined) {
      this.own += 1
      this.#writes.set(key, raw)
    } else {
      this.leftOut += 1
    }
  }

  #takeTrace(key: RecordKey, raw: unknown): void {
    const { state } = openTrace(raw)
    if (state === 'broken') this.refused.push({ what: 'trace', day: null, why: { code: 'no-trace' } })
    else if (this.#writes.get(key) === undefined) this.#writes.set(key, raw)
  }

  /** Plans to keep a value that stays as it came. Returns whether it is new here. */
  #keep(key: RecordKey, value: unknown, count: Count): boolean {
    const added = this.#writes.add(key, value)
    count[added] += 1
    return added === 'fresh'
  }
}

const unwrapped = (entry: LogEntry): JudgedEntry => (entry.kind === 'set-aside' ? entry.entry : entry)

const dataOf = (raw: unknown): unknown =>
  raw !== null && typeof raw === 'object' && 'data' in raw ? raw.data : null

/** The kind and day of a record that may be any value at all. */
function headOf(value: unknown): Omit<Refusal, 'why'> {
  const { kind, day } = (value ?? {}) as { kind?: unknown; day?: unknown }
  return {
    what: typeof kind === 'string' && /^[a-z-]{1,20}$/.test(kind) ? kind : 'record',
    day: typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) ? day : null,
  }
}

/**
 * Works out what an export would change. Writes nothing.
 * @param here everything that this device keeps
 * @param now entries from later than today are refused
 */
export function planImport(document: ExportDocument, here: readonly StoredRecord[], now: Date): ImportPlan {
  const planner = new Planner(here, document.exportedAt, now)
  for (const record of document.records) planner.take(record)
  return planner.plan()
}
