/** Export, deletion and undo of the person's data, and the tabs that share it. */
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

/** The parts of the app that hold data. */
export interface DataParts {
  readonly store: Store
  readonly device: Device
  readonly history: HistoryState
  readonly programme: Programme
  readonly settings: SettingsState
}

/** A set that was just deleted, and what is needed to undo that. */
interface Deleted {
  readonly records: readonly (readonly [RecordKey, unknown])[]
  /** Id of the log's entry that deletes it there; null where the log never had the set. */
  readonly deletion: string | null
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

  /** Whether a set was deleted a moment ago and can be brought back. */
  get undoable(): boolean {
    return this.#deleted !== null
  }

  /** Notes how the last set was kept. */
  noteSet(kept: SetKept): void {
    this.storageStatus.noteSet(kept)
  }

  /** Reads everything that the screens show again. */
  async reread(): Promise<void> {
    const { history, programme, settings } = this.#parts
    history.touch()
    await programme.reload()
    await Promise.all([history.load(), settings.load(), this.backup.load()])
  }

  /** Deletes a set, also from the log, so that no decision is based on it. */
  async deleteSet(id: string): Promise<void> {
    const { store, programme } = this.#parts
    const records = await store.recordsOf(id)
    await store.deleteSet(id)
    const logged = programme.log.some(
      (entry) => entry.kind === 'session' && entry.sets.some((set) => set.id === id),
    )
    const deletion = logged ? await programme.remove(id) : null
    this.#deleted = { records, deletion: deletion?.id ?? null }
  }

  /** Brings back the set that was deleted last. */
  async undelete(): Promise<void> {
    const { store, history, programme } = this.#parts
    const deleted = this.#deleted
    if (deleted === null) return
    this.#deleted = null
    await store.keepRecords(deleted.records)
    if (deleted.deletion !== null) await programme.remove(deleted.deletion)
    await history.load()
  }

  /** Makes the last deletion final. */
  forgetDeleted(): void {
    this.#deleted = null
  }

  /** Deletes everything that Keel has about the person on this device, also the choice of language. */
  async deleteEverything(): Promise<void> {
    const { history } = this.#parts
    this.#deleted = null
    await history.deleteEverything()
    for (const storage of ['localStorage', 'sessionStorage'] as const) {
      try {
        this.#host[storage].clear()
      } catch {
        // A browser that refuses storage has nothing stored.
      }
    }
    await this.reread()
  }

  /**
   * Keeps the set that a closed page left unfinished. A set of the camera also goes into the log of its day: into the
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
   * Takes the right to record; false when another tab has it. A set that was left unfinished is kept first, as the
   * new set would overwrite its draft.
   */
  async beginRecording(): Promise<boolean> {
    this.#release ??= await this.tabs.record()
    if (this.#release === null) return false
    try {
      await this.#parts.history.load()
      await this.keepUnfinished()
    } catch {
      // The end of the set reports what can't be kept, so that the person can train now.
    }
    return true
  }

  /** Gives back the right to record. */
  endRecording(): void {
    this.#release?.()
    this.#release = null
  }

  /** Everything as JSON; in several files when one would be too large to import again. */
  async exportFiles(): Promise<File[]> {
    const at = now()
    const { exportParts } = await import('../../storage/transfer/export')
    const parts = await exportParts(this.#parts.store, at)
    const files = parts.map((pieces, index) => {
      const part = parts.length > 1 ? `-${index + 1}-of-${parts.length}` : ''
      return new File(pieces, `${fileName(at)}${part}.json`, { type: 'application/json' })
    })
    // A full device can't note the export, but the files are complete.
    await this.backup.exported(at).catch(() => undefined)
    return files
  }

  /** Sets, and their reps and holds, as tables: for programs, or for a spreadsheet in the browser's language. */
  async exportTables(reader: 'program' | 'spreadsheet'): Promise<File[]> {
    const { partsTable, setsTable, spreadsheetForm } = await import('../../storage/transfer/csv')
    const sets = await this.#sets()
    const name = fileName(now())
    const form = reader === 'spreadsheet' ? spreadsheetForm() : undefined
    return [
      new File([setsTable(sets, this.#parts.programme.log, form)], `${name}-sets.csv`, { type: CSV }),
      new File([partsTable(sets, form)], `${name}-reps.csv`, { type: CSV }),
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

/** Whether a record is a set of that step. */
const isOf = (
  step: SessionStep,
  record: { exercise: ExerciseId; variation: string | null; side: string | null },
) =>
  step.exercise === record.exercise && step.item.variation === record.variation && step.side === record.side
