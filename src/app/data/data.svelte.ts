/** The person's data in their own hands: taken away, deleted, brought back; and the tabs that share it. */
import type { ExerciseId } from '../../core/analysis/model'
import type { Device } from '../../storage/device/device'
import type { RecordKey } from '../../storage/records/keys'
import type { SetKept, Store } from '../../storage/device/store'
import type { SetRecord } from '../../storage/records/schema'
import { BackupState } from './backup.svelte'
import type { HistoryState } from './history.svelte'
import { StorageStatus } from './storage-status.svelte'
import { now } from '../now'
import type { Programme } from '../programme/programme.svelte'
import type { SessionStep } from '../programme/session-steps'
import type { SettingsState } from '../settings.svelte'
import { Tabs, type Release } from './tabs.svelte'

/** What the data is to the rest of the app. */
export interface DataParts {
  readonly store: Store
  readonly device: Device
  readonly history: HistoryState
  readonly programme: Programme
  readonly settings: SettingsState
}

/** A set that was just deleted, and how to bring it back. */
interface Deleted {
  readonly records: readonly (readonly [RecordKey, unknown])[]
  /** The entry that covers it in the log; null where the log never had it. */
  readonly covered: string | null
}

const CSV = 'text/csv;charset=utf-8'

export class DataState {
  readonly storageStatus: StorageStatus
  readonly tabs: Tabs
  readonly backup: BackupState
  readonly #parts: DataParts
  readonly #host: Window
  #release: Release | null = null
  #deleted = $state.raw<Deleted | null>(null)

  constructor(parts: DataParts, host: Window) {
    this.#parts = parts
    this.#host = host
    this.storageStatus = new StorageStatus(parts.device)
    this.tabs = new Tabs(host, () => this.reread())
    parts.device.onwrite(() => parts.history.touch())
    this.backup = new BackupState(parts.store, host.navigator.storage)
  }

  /** Whether a set was deleted a moment ago and can still be brought back. */
  get undoable(): boolean {
    return this.#deleted !== null
  }

  /** How the last set was kept. */
  noteSet(kept: SetKept): void {
    this.storageStatus.noteSet(kept)
  }

  /** Reads anew all that the screens show. */
  async reread(): Promise<void> {
    const { history, programme, settings } = this.#parts
    history.touch()
    await programme.reload()
    await Promise.all([history.load(), settings.load(), this.backup.load()])
  }

  /** Deletes a set, and covers it in the log where it stands there: no decision is built on it any more. */
  async deleteSet(id: string): Promise<void> {
    const { store, programme } = this.#parts
    const records = await store.recordsOf(id)
    await store.deleteSet(id)
    const logged = programme.log.some(
      (entry) => entry.kind === 'session' && entry.sets.some((set) => set.id === id),
    )
    const covered = logged ? await programme.remove(id) : null
    this.#deleted = { records, covered: covered?.id ?? null }
  }

  /** Brings back the set that was deleted last. */
  async undelete(): Promise<void> {
    const { store, history, programme } = this.#parts
    const deleted = this.#deleted
    if (deleted === null) return
    this.#deleted = null
    await store.keepRecords(deleted.records)
    if (deleted.covered !== null) await programme.remove(deleted.covered)
    await history.load()
  }

  /** From now on the last deletion stands. */
  forgetDeleted(): void {
    this.#deleted = null
  }

  /** Everything on this device that Keel has about the person goes, the choice of language with it. */
  async deleteEverything(): Promise<void> {
    const { history } = this.#parts
    this.#deleted = null
    await history.deleteEverything()
    for (const storage of ['localStorage', 'sessionStorage'] as const) {
      try {
        this.#host[storage].clear()
      } catch {
        // A browser that refuses storage has none of it either.
      }
    }
    await this.reread()
  }

  /**
   * Keeps the set that a closed page left unfinished. What the camera saw belongs to the log of its day: to the
   * session that was under way, or by itself.
   */
  async keepUnfinished(): Promise<void> {
    const { history, programme } = this.#parts
    const record = history.unfinished
    if (record === null) return
    await history.keepUnfinished()
    if (record.source !== 'camera' || record.secondView === true) return
    const { setOf, stepAfter, stepsOf } = await import('../programme/session-steps')
    const session = programme.underWay?.day === record.day ? programme.underWay : null
    const steps = stepsOf(session?.planned ?? [])
    const step = session === null ? undefined : steps[stepAfter(steps, session.sets)]
    if (step !== undefined && isOf(step, record))
      await programme.keepSet(setOf(record, { ...step, level: step.item.level }))
    else await programme.keepOwnSet(setOf(record, null), record.day)
  }

  /**
   * Takes the right to record; false when another tab has it. A set that was left unfinished is kept first, as its
   * draft would give way to the new one.
   */
  async beginRecording(): Promise<boolean> {
    this.#release ??= await this.tabs.record()
    if (this.#release === null) return false
    try {
      await this.#parts.history.load()
      await this.keepUnfinished()
    } catch {
      // What can't be kept now is told at the end of the set; it is no reason not to train.
    }
    return true
  }

  /** Lets other tabs record. */
  endRecording(): void {
    this.#release?.()
    this.#release = null
  }

  /** Everything as JSON; in several files only where one would be too large to take in again. */
  async exportFiles(): Promise<File[]> {
    const at = now()
    const { exportParts } = await import('../../storage/transfer/export')
    const parts = await exportParts(this.#parts.store, at)
    const files = parts.map((pieces, index) => {
      const part = parts.length > 1 ? `-${index + 1}-of-${parts.length}` : ''
      return new File(pieces, `${fileName(at)}${part}.json`, { type: 'application/json' })
    })
    // A device that is full can't note it; the files are what matters then.
    await this.backup.exported(at).catch(() => undefined)
    return files
  }

  /** Sets, and their reps and holds, as tables. */
  async exportTables(): Promise<File[]> {
    const { partsTable, setsTable } = await import('../../storage/transfer/csv')
    const sets = await this.#sets()
    const name = fileName(now())
    return [
      new File([setsTable(sets, this.#parts.programme.log)], `${name}-sets.csv`, { type: CSV }),
      new File([partsTable(sets)], `${name}-reps.csv`, { type: CSV }),
    ]
  }

  /** Sets as a FHIR R4 Bundle. */
  async exportHealth(): Promise<File[]> {
    const { healthBundle } = await import('../../storage/transfer/fhir')
    const at = now()
    const bundle = healthBundle(await this.#sets(), this.#parts.programme.log, at)
    return [
      new File([JSON.stringify(bundle)], `${fileName(at)}-fhir.json`, { type: 'application/fhir+json' }),
    ]
  }

  async #sets(): Promise<SetRecord[]> {
    const sets: SetRecord[] = []
    for await (const set of this.#parts.store.eachSet()) sets.push(set)
    return sets
  }
}

const fileName = (at: Date): string => `keel-${at.toISOString().slice(0, 10)}`

const isOf = (
  step: SessionStep,
  record: { exercise: ExerciseId; variation: string | null; side: string | null },
) =>
  step.exercise === record.exercise && step.item.variation === record.variation && step.side === record.side
