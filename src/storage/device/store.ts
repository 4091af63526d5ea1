/** Everything that Keel keeps on this device is read and written here. */
import type { Log, LogEntry, SessionEntry } from '../../core/programme/log/log'
import { inOrder } from '../../core/programme/log/merge'
import { seal, type Opened } from '../records/envelope'
import {
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
import { setAside } from './aside'
import { isFull } from './device'
import type { KeyValue } from './keyvalue'
import { MediaStore } from './media'
import type { Backup, GraphicsRecord, SetRecord, SetSummary, Settings } from '../records/schema'
import { Months } from '../records/months'
import { openEntry, openSessionDraft } from '../records/log-entry'
import { shortened, summarise } from '../records/summary'
import { SingleRecord } from './single-record'
import { UsualStore } from './usual-store'

/** What the first screen and the history need, without reading every set. */
export interface History {
  /** Newest first. */
  readonly sets: readonly SetSummary[]
  /** Number of sets written by a newer Keel: kept, and never rewritten. */
  readonly newer: number
  /** Number of records that could not be read and were set aside. */
  readonly aside: number
}

/** The programme's log as far as it can be read. */
export interface ReadLog {
  /** In the log's own order. */
  readonly log: Log
  /** Number of entries written by a newer Keel: kept, and never rewritten. */
  readonly newer: number
}

/** How a set was kept: whole, without its angles and drawings, or in the page until there is room. */
export type SetKept = 'whole' | 'short' | 'in-page'

/** Records that are read in one transaction. */
const RECORDS_AT_ONCE = 200

/** Kinds that an export leaves out: made again from the sets, or about this device alone. */
const NOT_EXPORTED: ReadonlySet<string> = new Set(['month', 'usual', 'device', 'video'])

export class Store {
  readonly #db: KeyValue
  readonly #told: (kept: SetKept) => void
  readonly #months: Months
  readonly media: MediaStore
  /** What somebody's best form measured. */
  readonly usual: UsualStore
  readonly settings: SingleRecord<Settings>
  /** When this device's data was last exported. */
  readonly backup: SingleRecord<Backup>
  /** What was found of this device's graphics chip. */
  readonly graphics: SingleRecord<GraphicsRecord>
  readonly sessionDraft: SingleRecord<SessionEntry>
  readonly #draft: SingleRecord<SetRecord>

  /** @param told called with how a set was kept */
  constructor(db: KeyValue, told: (kept: SetKept) => void = () => undefined) {
    this.#db = db
    this.#told = told
    this.#months = new Months(db)
    this.media = new MediaStore(db)
    this.usual = new UsualStore(db)
    const schema = () => import('../records/schema')
    this.settings = new SingleRecord(db, SETTINGS_KEY, 'settings', async () => (await schema()).openSettings)
    this.backup = new SingleRecord(db, BACKUP_KEY, 'backup', async () => (await schema()).openBackup)
    this.graphics = new SingleRecord(db, GRAPHICS_KEY, 'graphics', async () => (await schema()).openGraphics)
    this.sessionDraft = new SingleRecord(db, SESSION_DRAFT_KEY, 'session-draft', () =>
      Promise.resolve(openSessionDraft),
    )
    this.#draft = new SingleRecord(db, DRAFT_KEY, 'draft', async () => (await schema()).openDraft)
  }

  /**
   * Writes a set and its summary in the month, then deletes its draft. Where there is no room for all of it, it is
   * written without its angles and drawings; where there is no room for that either, the page holds it.
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
    const { openSet } = await import('../records/schema')
    const opened = ofItsOwn(openSet(raw), id)
    if (opened.state === 'broken') await setAside(this.#db, key, raw)
    return opened
  }

  async deleteSet(id: string): Promise<void> {
    await this.#db.deleteMany([setKey(id), traceKey(id), videoKey(id)])
    await this.#months.forget(id)
    await this.usual.forget(id)
  }

  /** A set and all that belongs to it, as stored: what `keepRecords` needs to bring it back. */
  async recordsOf(id: string): Promise<(readonly [RecordKey, unknown])[]> {
    const keys: RecordKey[] = ['set', 'trace', 'video'].map((kind) => [kind, id])
    const values = await this.#db.getMany(keys)
    return keys.flatMap((key, index) => (values[index] === undefined ? [] : [[key, values[index]] as const]))
  }

  async deleteEverything(): Promise<void> {
    await this.#db.clear()
  }

  /**
   * The summaries of all sets. A page that closed between writing a set and its month leaves the set out of the month,
   * and another tab may have deleted a set that is listed: both are corrected here.
   */
  async history(): Promise<History> {
    const ids = new Set((await this.#db.keys('set')).map(([, id]) => id ?? ''))
    const listed = new Map(
      (await this.#months.listed()).filter((set) => ids.has(set.id)).map((set) => [set.id, set]),
    )
    const unlisted = [...ids].filter((id) => !listed.has(id))
    let newer = 0
    const found: SetSummary[] = []
    for (let from = 0; from < unlisted.length; from += RECORDS_AT_ONCE) {
      for (const opened of await this.#readSets(unlisted.slice(from, from + RECORDS_AT_ONCE))) {
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
    const { openSet } = await import('../records/schema')
    const sets: Opened<SetRecord>[] = []
    for (const [index, id] of ids.entries()) {
      // Deleted in another tab since it was listed.
      if (values[index] === undefined) continue
      const opened = ofItsOwn(openSet(values[index]), id)
      if (opened.state === 'broken') await setAside(this.#db, setKey(id), values[index])
      sets.push(opened)
    }
    return sets
  }

  /** Every set that can be read, in the order of the keys, some at a time. */
  async *eachSet(): AsyncGenerator<SetRecord> {
    const ids = (await this.#db.keys('set')).map(([, id]) => id ?? '')
    for (let from = 0; from < ids.length; from += RECORDS_AT_ONCE)
      for (const opened of await this.#readSets(ids.slice(from, from + RECORDS_AT_ONCE)))
        if (opened.state === 'ok') yield opened.value
  }

  /** The programme's log. An entry that can't be read is set aside, so that no decision is based on it. */
  async readLog(): Promise<ReadLog> {
    const log: LogEntry[] = []
    let newer = 0
    const entries = await this.#db.all('log')
    for (const [key, raw] of entries) {
      const opened = ofItsOwn(openEntry(raw), key[1])
      if (opened.state === 'ok') log.push(opened.value)
      else if (opened.state === 'newer') newer += 1
      else await setAside(this.#db, key, raw)
    }
    return { log: log.sort(inOrder), newer }
  }

  /** Writes all entries or none, each under its own key. Where there is no room, the page holds them. */
  async keepEntries(entries: Log): Promise<void> {
    const records = entries.map((entry) => [logKey(entry.id), seal('log', entry)] as const)
    try {
      await this.#db.setMany(records)
    } catch (error) {
      if (!isFull(error) || this.#db.hold === undefined) throw error
      await this.#db.hold(records)
    }
  }

  async keepDraft(record: SetRecord): Promise<void> {
    await this.#draft.keep(record)
  }

  /** The set that was running when the page closed; undefined when there was none, or when it has been kept since. */
  async readDraft(): Promise<SetRecord | undefined> {
    const draft = await this.#draft.read()
    if (draft === undefined) return undefined
    const [kept] = await this.#db.getMany([setKey(draft.id)])
    return kept === undefined ? draft : undefined
  }

  /** A full device may refuse even this. It does no harm: the draft of a set that was kept is never offered. */
  async dropDraft(): Promise<void> {
    try {
      await this.#draft.drop()
    } catch (error) {
      if (!isFull(error)) throw error
    }
  }

  /**
   * Every stored value with its key, as stored and unread, so that nothing odd is missing from an export. Left out are
   * the months, which are made again from the sets, and what is about this device alone.
   */
  async everything(): Promise<{ key: RecordKey; value: unknown }[]> {
    const all: { key: RecordKey; value: unknown }[] = []
    for await (const some of this.eachRecord()) all.push(...some)
    return all
  }

  /** The same, some at a time, so that years of sets are never in memory together. */
  async *eachRecord(): AsyncGenerator<{ key: RecordKey; value: unknown }[]> {
    const keys = (await this.#db.keys()).filter(([kind]) => !NOT_EXPORTED.has(kind))
    for (let from = 0; from < keys.length; from += RECORDS_AT_ONCE) {
      const some = keys.slice(from, from + RECORDS_AT_ONCE)
      const values = await this.#db.getMany(some)
      yield some.map((key, index) => ({ key, value: values[index] }))
    }
  }

  /** Writes records and the months of the sets among them, all or none. */
  async keepRecords(records: readonly (readonly [RecordKey, unknown])[]): Promise<void> {
    const { openHead } = await import('../records/set-head')
    const sets = records.flatMap(([[kind], value]) => {
      const opened = kind === 'set' ? openHead(value) : null
      return opened?.state === 'ok' ? [opened.value.summary] : []
    })
    await this.#db.setMany([...records, ...(await this.#months.with(sets))])
  }
}

/** A record whose id differs from its key counts as broken: it would be listed under one id and looked for under the other. */
const ofItsOwn = <T extends { readonly id: string }>(opened: Opened<T>, id: string | undefined): Opened<T> =>
  opened.state !== 'ok' || opened.value.id === id ? opened : { state: 'broken', reason: 'under another id' }
