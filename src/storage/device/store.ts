/** The one way to what Keel keeps on this device. */
import type { Log, LogEntry, SessionEntry } from '../../core/programme/log/log'
import { inOrder } from '../../core/programme/log/merge'
import { defaultSettings, noBackup } from '../records/defaults'
import type { Opened } from '../records/envelope'
import {
  asideKey,
  BACKUP_KEY,
  DRAFT_KEY,
  GRAPHICS_KEY,
  logKey,
  SESSION_DRAFT_KEY,
  setKey,
  SETTINGS_KEY,
  traceKey,
  videoKey,
  type RecordKey,
} from '../records/keys'
import { isFull } from './device'
import type { KeyValue } from './keyvalue'
import { MediaStore } from './media'
import type { Backup, GraphicsRecord, SetRecord, SetSummary, Settings } from '../records/schema'
import { Months } from '../records/months'
import { reading, type Reading } from '../records/late'
import { seal } from '../records/seal'
import { shortened, summarise } from '../records/summary'

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

/** How a set was kept: whole, without its angles and drawings, or in the page until there is room. */
export type SetKept = 'whole' | 'short' | 'in-page'

/** Records that are read in one go. */
const AT_ONCE = 200

/** Kinds that an export leaves out: made anew from the sets, or about this device alone. */
const STAYS: ReadonlySet<string> = new Set(['month', 'device', 'video'])

export class Store {
  readonly #db: KeyValue
  readonly #told: (kept: SetKept) => void
  readonly #months: Months
  readonly media: MediaStore

  /** @param told hears how a set was kept */
  constructor(db: KeyValue, told: (kept: SetKept) => void = () => undefined) {
    this.#db = db
    this.#told = told
    this.#months = new Months(db)
    this.media = new MediaStore(db)
  }

  /**
   * Writes a set and its line in the month, then lets its draft go. Where there is no room for all of it, the set
   * stays without its angles and drawings; where there is no room for that, the page holds it.
   */
  async keepSet(record: SetRecord): Promise<void> {
    this.#told(await this.#keepSomehow(record))
    await this.#months.list([summarise(record)])
    await this.dropDraft()
  }

  async #keepSomehow(record: SetRecord): Promise<SetKept> {
    const key = setKey(record.id)
    for (const [kept, made] of [
      ['whole', record],
      ['short', shortened(record)],
    ] as const) {
      try {
        await this.#db.setMany([[key, seal('set', made)]])
        return kept
      } catch (error) {
        if (!isFull(error) || this.#db.hold === undefined) throw error
      }
    }
    await this.#db.hold?.([[key, seal('set', record)]])
    return 'in-page'
  }

  async readSet(id: string): Promise<Opened<SetRecord> | undefined> {
    const key = setKey(id)
    const [raw] = await this.#db.getMany([key])
    if (raw === undefined) return undefined
    const { open, setRecordSchema } = await reading()
    const opened = ofItsOwn(open('set', setRecordSchema, raw), id)
    if (opened.state === 'broken') await this.#setAside(key, raw)
    return opened
  }

  async deleteSet(id: string): Promise<void> {
    await this.#db.deleteMany([setKey(id), traceKey(id), videoKey(id)])
    await this.#months.forget(id)
  }

  /** A set with all that belongs to it, as it lies: what `keepRecords` needs to bring it back. */
  async recordsOf(id: string): Promise<(readonly [RecordKey, unknown])[]> {
    const keys: RecordKey[] = ['set', 'trace', 'video'].map((kind) => [kind, id])
    const values = await this.#db.getMany(keys)
    return keys.flatMap((key, index) => (values[index] === undefined ? [] : [[key, values[index]] as const]))
  }

  async deleteEverything(): Promise<void> {
    await this.#db.clear()
  }

  /**
   * All sets in short. A page that closed between writing a set and its month leaves the month
   * one short, and a set may have been deleted in another tab: both are mended here.
   */
  async history(): Promise<History> {
    const ids = new Set((await this.#db.keys('set')).map(([, id]) => id ?? ''))
    const listed = new Map(
      (await this.#months.listed()).filter((set) => ids.has(set.id)).map((set) => [set.id, set]),
    )
    const unlisted = [...ids].filter((id) => !listed.has(id))
    let newer = 0
    const found: SetSummary[] = []
    for (let from = 0; from < unlisted.length; from += AT_ONCE) {
      for (const opened of await this.#readSets(unlisted.slice(from, from + AT_ONCE))) {
        if (opened.state === 'newer') newer += 1
        else if (opened.state === 'ok') found.push(summarise(opened.value))
      }
    }
    await this.#months.list(found)
    const sets = [...listed.values(), ...found].sort((a, b) => b.startedAt.localeCompare(a.startedAt))
    return { sets, newer, aside: (await this.#db.keys('aside')).length }
  }

  async #readSets(ids: readonly string[]): Promise<Opened<SetRecord>[]> {
    const values = await this.#db.getMany(ids.map(setKey))
    const { open, setRecordSchema } = await reading()
    const sets: Opened<SetRecord>[] = []
    for (const [index, id] of ids.entries()) {
      // Deleted in another tab since it was listed.
      if (values[index] === undefined) continue
      const opened = ofItsOwn(open('set', setRecordSchema, values[index]), id)
      if (opened.state === 'broken') await this.#setAside(setKey(id), values[index])
      sets.push(opened)
    }
    return sets
  }

  /** Every set that can be read, oldest key first, some at a time. */
  async *eachSet(): AsyncGenerator<SetRecord> {
    const ids = (await this.#db.keys('set')).map(([, id]) => id ?? '')
    for (let from = 0; from < ids.length; from += AT_ONCE)
      for (const opened of await this.#readSets(ids.slice(from, from + AT_ONCE)))
        if (opened.state === 'ok') yield opened.value
  }

  /** The programme's log. An entry that can't be read is set aside, so that it never takes part in a decision. */
  async readLog(): Promise<ReadLog> {
    const log: LogEntry[] = []
    let newer = 0
    const entries = await this.#db.all('log')
    if (entries.length === 0) return { log, newer }
    const { open, logEntrySchema } = await reading()
    for (const [key, raw] of entries) {
      const opened = ofItsOwn(open('log', logEntrySchema, raw), key[1])
      if (opened.state === 'ok') log.push(opened.value)
      else if (opened.state === 'newer') newer += 1
      else await this.#setAside(key, raw)
    }
    return { log: log.sort(inOrder), newer }
  }

  /** Writes entries, each under its own key; all or none. The page holds them where there is no room. */
  async keepEntries(entries: Log): Promise<void> {
    const records = entries.map((entry) => [logKey(entry.id), seal('log', entry)] as const)
    try {
      await this.#db.setMany(records)
    } catch (error) {
      if (!isFull(error) || this.#db.hold === undefined) throw error
      await this.#db.hold(records)
    }
  }

  async keepSessionDraft(session: SessionEntry): Promise<void> {
    await this.#db.setMany([[SESSION_DRAFT_KEY, seal('session-draft', session)]])
  }

  async readSessionDraft(): Promise<SessionEntry | undefined> {
    return this.#readOwn(SESSION_DRAFT_KEY, (raw, { open, sessionDraftSchema }) =>
      open('session-draft', sessionDraftSchema, raw),
    )
  }

  async dropSessionDraft(): Promise<void> {
    await this.#db.deleteMany([SESSION_DRAFT_KEY])
  }

  async keepDraft(record: SetRecord): Promise<void> {
    await this.#db.setMany([[DRAFT_KEY, seal('draft', record)]])
  }

  /** The set that was running when the page went away, if any; none when it was kept before the page went. */
  async readDraft(): Promise<SetRecord | undefined> {
    const draft = await this.#readOwn(DRAFT_KEY, (raw, { open, setRecordSchema }) =>
      open('draft', setRecordSchema, raw),
    )
    if (draft === undefined) return undefined
    const [kept] = await this.#db.getMany([setKey(draft.id)])
    return kept === undefined ? draft : undefined
  }

  /** A device that is full may refuse even this; a draft of a set that is kept is never offered. */
  async dropDraft(): Promise<void> {
    try {
      await this.#db.deleteMany([DRAFT_KEY])
    } catch (error) {
      if (!isFull(error)) throw error
    }
  }

  async readSettings(): Promise<Settings> {
    const kept = await this.#readOwn(SETTINGS_KEY, (raw, { open, settingsSchema }) =>
      open('settings', settingsSchema, raw),
    )
    return kept ?? defaultSettings
  }

  async keepSettings(settings: Settings): Promise<void> {
    await this.#db.setMany([[SETTINGS_KEY, seal('settings', settings)]])
  }

  async readBackup(): Promise<Backup> {
    const kept = await this.#readOwn(BACKUP_KEY, (raw, { open, backupSchema }) =>
      open('backup', backupSchema, raw),
    )
    return kept ?? noBackup
  }

  async keepBackup(backup: Backup): Promise<void> {
    await this.#db.setMany([[BACKUP_KEY, seal('backup', backup)]])
  }

  /** What was found of this device's graphics chip; null when nothing was. */
  async readGraphics(): Promise<GraphicsRecord | null> {
    const kept = await this.#readOwn(GRAPHICS_KEY, (raw, { open, graphicsSchema }) =>
      open('graphics', graphicsSchema, raw),
    )
    return kept ?? null
  }

  async keepGraphics(record: GraphicsRecord): Promise<void> {
    await this.#db.setMany([[GRAPHICS_KEY, seal('graphics', record)]])
  }

  /**
   * Every stored value with its key, as it lies: nothing is left out of an export because it is odd. Left out are
   * the months, which the sets make anew, and what is about this device alone.
   */
  async everything(): Promise<{ key: RecordKey; value: unknown }[]> {
    const all: { key: RecordKey; value: unknown }[] = []
    for await (const some of this.eachRecord()) all.push(...some)
    return all
  }

  /** The same, some at a time: years of sets need not lie in memory together. */
  async *eachRecord(): AsyncGenerator<{ key: RecordKey; value: unknown }[]> {
    const keys = (await this.#db.keys()).filter(([kind]) => !STAYS.has(kind))
    for (let from = 0; from < keys.length; from += AT_ONCE) {
      const some = keys.slice(from, from + AT_ONCE)
      const values = await this.#db.getMany(some)
      yield some.map((key, index) => ({ key, value: values[index] }))
    }
  }

  /** Writes what an import brings, and the months of its sets; all or none. */
  async keepRecords(records: readonly (readonly [RecordKey, unknown])[]): Promise<void> {
    const { openHead } = await reading()
    const sets = records.flatMap(([[kind], value]) => {
      const opened = kind === 'set' ? openHead(value) : null
      return opened?.state === 'ok' ? [opened.value.summary] : []
    })
    await this.#db.setMany([...records, ...(await this.#months.with(sets))])
  }

  async #readOwn<T>(
    key: RecordKey,
    read: (raw: unknown, reader: Reading) => Opened<T>,
  ): Promise<T | undefined> {
    const [raw] = await this.#db.getMany([key])
    if (raw === undefined) return undefined
    const opened = read(raw, await reading())
    if (opened.state === 'broken') await this.#setAside(key, raw)
    return opened.state === 'ok' ? opened.value : undefined
  }

  /** Moves a record that can't be read out of the way: written there first, so that it is never in neither place. */
  async #setAside(key: RecordKey, raw: unknown): Promise<void> {
    try {
      await this.#putAside(asideKey(key), raw)
      await this.#db.deleteMany([key])
    } catch (error) {
      // Without room it stays where it is, and is read past again.
      if (!isFull(error)) throw error
    }
  }

  /** Writes a value under the key, or under the next free one where another lies there already. */
  async #putAside(key: RecordKey, raw: unknown): Promise<void> {
    for (let place = 1; ; place++)
      if (await this.#putWhereFree(place === 1 ? key : [...key, String(place)], raw)) return
  }

  async #putWhereFree(key: RecordKey, raw: unknown): Promise<boolean> {
    let put = false
    await this.#db.update(key, (old) => {
      put = old === undefined || sameAs(old, raw)
      return put ? raw : old
    })
    return put
  }
}

/** What says another id than the place it lies at would be shown there and never be found: it is broken. */
const ofItsOwn = <T extends { readonly id: string }>(opened: Opened<T>, id: string | undefined): Opened<T> =>
  opened.state !== 'ok' || opened.value.id === id ? opened : { state: 'broken', reason: 'under another id' }

/** Whether two stored values are the same, to the order of their keys. */
const sameAs = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
