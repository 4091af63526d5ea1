/** When the data was last exported, whether to remind of it, and whether the browser promised to keep it. */
import type { Log } from '../../core/programme'
import { noBackup } from '../../storage/records/defaults'
import type { Backup, SetSummary } from '../../storage/records/schema'
import type { Store } from '../../storage/device/store'

const DAY_MS = 86_400_000
/** Remind of a few sets after some weeks, of many at once; after "later" not for two weeks. */
export const BACKUP_RULE = { weeks: 4, sets: 6, manySets: 40, putOffDays: 14 } as const

/** What was done since the last export. */
export interface Unsaved {
  readonly sets: number
  readonly entries: number
  /** Whole weeks since the last export, or since the first thing that is kept. */
  readonly weeks: number
}

/** @param now milliseconds since 1970 */
export function unsavedSince(
  { exportedAt }: Backup,
  sets: readonly Pick<SetSummary, 'startedAt'>[],
  log: Log,
  now: number,
): Unsaved {
  const since = exportedAt === null ? -Infinity : Date.parse(exportedAt)
  const setTimes = sets.map(({ startedAt }) => Date.parse(startedAt)).filter((at) => at > since)
  const entryTimes = log.map(({ at }) => at).filter((at) => at > since)
  const first = [...setTimes, ...entryTimes].reduce((least, at) => Math.min(least, at), now)
  const from = exportedAt === null ? first : since
  return {
    sets: setTimes.length,
    entries: entryTimes.length,
    weeks: Math.max(0, Math.floor((now - from) / (7 * DAY_MS))),
  }
}

/** Whether to remind, by the weeks and by how much would be lost. */
export function shouldRemind({ putOffAt }: Backup, unsaved: Unsaved, now: number): boolean {
  const { weeks, sets, manySets, putOffDays } = BACKUP_RULE
  if (putOffAt !== null && now - Date.parse(putOffAt) < putOffDays * DAY_MS) return false
  return unsaved.sets >= manySets || (unsaved.weeks >= weeks && unsaved.sets >= sets)
}

/** Whether the browser keeps the data even when the device runs out of space. */
export type Persistence = 'yes' | 'no' | 'unknown'

export class BackupState {
  readonly #store: Store
  readonly #storage: Partial<StorageManager> | undefined
  #backup = $state.raw<Backup>(noBackup)
  #persistence = $state.raw<Persistence>('unknown')

  /** @param storage the browser's; it is missing in an insecure context */
  constructor(store: Store, storage: Partial<StorageManager> | undefined) {
    this.#store = store
    this.#storage = storage
  }

  get current(): Backup {
    return this.#backup
  }
  get persistence(): Persistence {
    return this.#persistence
  }
  /** Whether to offer asking the browser: it has not promised, and was not asked before. */
  get mayAsk(): boolean {
    return this.#persistence === 'no' && !this.#backup.asked
  }

  async load(): Promise<void> {
    this.#backup = (await this.#store.backup.read()) ?? noBackup
    const kept = await this.#storage?.persisted?.()
    this.#persistence = kept === undefined ? 'unknown' : kept ? 'yes' : 'no'
  }

  /** Notes that everything was exported at that time. */
  exported(at: Date): Promise<void> {
    return this.#change({ exportedAt: at.toISOString(), putOffAt: null })
  }

  putOff(at: Date): Promise<void> {
    return this.#change({ putOffAt: at.toISOString() })
  }

  /** Notes that the person does not want the browser asked. */
  notNow(): Promise<void> {
    return this.#change({ asked: true })
  }

  /** Asks the browser to keep the data for good. Call from a tap, as some browsers ask the person. */
  async ask(): Promise<void> {
    const kept = await this.#storage?.persist?.()
    if (kept !== undefined) this.#persistence = kept ? 'yes' : 'no'
    await this.#change({ asked: true })
  }

  async #change(change: Partial<Backup>): Promise<void> {
    this.#backup = { ...this.#backup, ...change }
    await this.#store.backup.keep(this.#backup)
  }
}
