/** The one way to what Keel keeps on this device. */
import type { Log, LogEntry, SessionEntry } from '../core/programme/log'
import { inOrder } from '../core/programme/merge'
import { open, seal, type Opened } from './envelope'
import {
  asideKey,
  DRAFT_KEY,
  logKey,
  monthKey,
  SESSION_DRAFT_KEY,
  setKey,
  SETTINGS_KEY,
  type RecordKey,
} from './keys'
import type { KeyValue } from './keyvalue'
import {
  defaultSettings,
  logEntrySchema,
  monthSchema,
  sessionDraftSchema,
  setRecordSchema,
  settingsSchema,
  type SetRecord,
  type SetSummary,
  type Settings,
} from './schema'
import { monthOf, summarise } from './summary'

/** Everything that home and history need, cheaply. */
export interface History {
  /** Newest first. */
  readonly sets: readonly SetSummary[]
  /** Sets written by a newer Keel: kept, shown as a number, never rewritten. */
  readonly newer: number
  /** Records that could not be read and lie aside. */
  readonly aside: number
}

/** The programme's log as far as it can be read. */
export interface ReadLog {
  /** In the log's own order. */
  readonly log: Log
  /** Entries written by a newer Keel: kept, never rewritten. */
  readonly newer: number
}

export class Store {
  readonly #db: KeyValue

  constructor(db: KeyValue) {
    this.#db = db
  }

  /** Writes a set and its line in the month. The draft of it goes in the same breath. */
  async keepSet(record: SetRecord): Promise<void> {
    await this.#db.setMany([[setKey(record.id), seal('set', record)]])
    await this.#changeMonth(record.day, (sets) => [
      ...sets.filter((set) => set.id !== record.id),
      summarise(record),
    ])
    await this.dropDraft()
  }

  async readSet(id: string): Promise<Opened<SetRecord> | undefined> {
    const key = setKey(id)
    const [raw] = await this.#db.getMany([key])
    if (raw === undefined) return undefined
    const opened = open('set', setRecordSchema, raw)
    if (opened.state === 'broken') await this.#setAside(key, raw)
    return opened
  }

  async deleteSet(id: string): Promise<void> {
    const months = await this.#monthKeys()
    await this.#db.deleteMany([setKey(id)])
    for (const key of months) await this.#forgetIn(key, id)
  }

  async deleteEverything(): Promise<void> {
    await this.#db.clear()
  }

  /**
   * All sets in short. A page that closed between writing a set and its month leaves the month
   * one short, and a set may have been deleted in another tab: both are mended here.
   */
  async history(): Promise<History> {
    const keys = await this.#db.keys()
    const ids = new Set(keys.filter(([kind]) => kind === 'set').map(([, id]) => id ?? ''))
    const listed = await this.#listedSets(keys)
    const sets = listed.filter((set) => ids.has(set.id))
    const known = new Set(sets.map((set) => set.id))
    let newer = 0
    for (const id of ids) {
      if (known.has(id)) continue
      const opened = await this.readSet(id)
      if (opened?.state === 'newer') newer += 1
      if (opened?.state !== 'ok') continue
      const summary = summarise(opened.value)
      sets.push(summary)
      await this.#changeMonth(summary.day, (month) => [...month.filter((set) => set.id !== id), summary])
    }
    sets.sort((a, b) => b.startedAt.localeCompare(a.startedAt))
    const aside = (await this.#db.keys()).filter(([kind]) => kind === 'aside').length
    return { sets, newer, aside }
  }

  /** The programme's log. An entry that can't be read is set aside, so that it never takes part in a decision. */
  async readLog(): Promise<ReadLog> {
    const keys = (await this.#db.keys()).filter(([kind]) => kind === 'log')
    const values = await this.#db.getMany(keys)
    const log: LogEntry[] = []
    let newer = 0
    for (const [index, key] of keys.entries()) {
      const raw = values[index]
      if (raw === undefined) continue
      const opened = open('log', logEntrySchema, raw)
      if (opened.state === 'ok') log.push(opened.value)
      else if (opened.state === 'newer') newer += 1
      else await this.#setAside(key, raw)
    }
    return { log: log.sort(inOrder), newer }
  }

  /** Writes entries, each under its own key; all or none. */
  async keepEntries(entries: Log): Promise<void> {
    await this.#db.setMany(entries.map((entry) => [logKey(entry.id), seal('log', entry)]))
  }

  async keepSessionDraft(session: SessionEntry): Promise<void> {
    await this.#db.setMany([[SESSION_DRAFT_KEY, seal('session-draft', session)]])
  }

  async readSessionDraft(): Promise<SessionEntry | undefined> {
    return this.#readOwn(SESSION_DRAFT_KEY, (raw) => open('session-draft', sessionDraftSchema, raw))
  }

  async dropSessionDraft(): Promise<void> {
    await this.#db.deleteMany([SESSION_DRAFT_KEY])
  }

  async keepDraft(record: SetRecord): Promise<void> {
    await this.#db.setMany([[DRAFT_KEY, seal('draft', record)]])
  }

  /** The set that was running when the page went away, if any. */
  async readDraft(): Promise<SetRecord | undefined> {
    return this.#readOwn(DRAFT_KEY, (raw) => open('draft', setRecordSchema, raw))
  }

  async dropDraft(): Promise<void> {
    await this.#db.deleteMany([DRAFT_KEY])
  }

  async readSettings(): Promise<Settings> {
    const kept = await this.#readOwn(SETTINGS_KEY, (raw) => open('settings', settingsSchema, raw))
    return kept ?? defaultSettings
  }

  async keepSettings(settings: Settings): Promise<void> {
    await this.#db.setMany([[SETTINGS_KEY, seal('settings', settings)]])
  }

  /** Every stored value with its key, as it lies: nothing is left out of an export because it is odd. */
  async everything(): Promise<{ key: RecordKey; value: unknown }[]> {
    const keys = await this.#db.keys()
    const values = await this.#db.getMany(keys)
    return keys.map((key, index) => ({ key, value: values[index] }))
  }

  /** Writes what an import brings; all or none. */
  async keepRecords(records: readonly (readonly [RecordKey, unknown])[]): Promise<void> {
    await this.#db.setMany(records)
  }

  async #readOwn<T>(key: RecordKey, read: (raw: unknown) => Opened<T>): Promise<T | undefined> {
    const [raw] = await this.#db.getMany([key])
    if (raw === undefined) return undefined
    const opened = read(raw)
    if (opened.state === 'broken') await this.#setAside(key, raw)
    return opened.state === 'ok' ? opened.value : undefined
  }

  async #monthKeys(): Promise<RecordKey[]> {
    return (await this.#db.keys()).filter(([kind]) => kind === 'month')
  }

  async #listedSets(keys: readonly RecordKey[]): Promise<SetSummary[]> {
    const months = keys.filter(([kind]) => kind === 'month')
    const values = await this.#db.getMany(months)
    return values.flatMap((raw) => {
      const opened = open('month', monthSchema, raw)
      return opened.state === 'ok' ? opened.value.sets : []
    })
  }

  async #changeMonth(day: string, change: (sets: SetSummary[]) => SetSummary[]): Promise<void> {
    await this.#db.update(monthKey(monthOf(day)), (old) => {
      const opened = open('month', monthSchema, old)
      // A newer Keel's summary is left alone; an unreadable one is only a summary, and is made anew.
      if (opened.state === 'newer') return old
      return seal('month', { sets: change(opened.state === 'ok' ? opened.value.sets : []) })
    })
  }

  async #forgetIn(key: RecordKey, id: string): Promise<void> {
    await this.#db.update(key, (old) => {
      const opened = open('month', monthSchema, old)
      if (opened.state !== 'ok') return old
      return seal('month', { sets: opened.value.sets.filter((set) => set.id !== id) })
    })
  }

  /** Moves a record that can't be read out of the way: written there first, so that it is never in neither place. */
  async #setAside(key: RecordKey, raw: unknown): Promise<void> {
    await this.#db.setMany([[asideKey(key), raw]])
    await this.#db.deleteMany([key])
  }
}
