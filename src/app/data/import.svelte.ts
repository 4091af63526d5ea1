/** Imports a file: reads it, shows what would change, and writes only when the person agrees. */
import type { Store } from '../../storage/device/store'
import type { ExportDocument } from '../../storage/records/schema'
import { applyImport, previewImport } from '../../storage/transfer/import/apply'
import { textOf } from '../../storage/transfer/import/decode'
import { ImportError, LARGEST_FILE_BYTES, parseExport } from '../../storage/transfer/import/parse'
import type { ImportPlan } from '../../storage/transfer/import/plan'

export type ImportPhase =
  | { readonly is: 'idle' }
  | { readonly is: 'busy'; readonly what: 'reading' | 'writing' }
  /** `changed`: this device's data changed while the preview was shown. */
  | { readonly is: 'preview'; readonly name: string; readonly plan: ImportPlan; readonly changed: boolean }
  | { readonly is: 'done'; readonly plan: ImportPlan }
  | { readonly is: 'refused'; readonly name: string; readonly error: ImportError }
  | { readonly is: 'storage'; readonly error: unknown }

export class ImportState {
  readonly #store: Store
  readonly #now: () => Date
  readonly #after: () => Promise<void>
  #phase = $state.raw<ImportPhase>({ is: 'idle' })
  #document: ExportDocument | null = null

  /** @param after reads again what the screens show */
  constructor(store: Store, now: () => Date, after: () => Promise<void>) {
    this.#store = store
    this.#now = now
    this.#after = after
  }

  get phase(): ImportPhase {
    return this.#phase
  }

  /** Reads a file and works out what it would change. Writes nothing. */
  async choose(file: File): Promise<void> {
    const { name } = file
    this.#phase = { is: 'busy', what: 'reading' }
    try {
      // Checked before reading, as a very large file would crash the page.
      if (file.size > LARGEST_FILE_BYTES) throw new ImportError('too-large')
      this.#document = parseExport(await textOf(file))
      const plan = await previewImport(this.#store, this.#document, this.#now())
      this.#phase = { is: 'preview', name, plan, changed: false }
    } catch (error) {
      this.#document = null
      this.#phase = error instanceof ImportError ? { is: 'refused', name, error } : { is: 'storage', error }
    }
  }

  /** Writes what the preview showed in one transaction. Shows the preview again if this device's data has changed. */
  async confirm(): Promise<void> {
    const document = this.#document
    if (this.#phase.is !== 'preview' || document === null) return
    const { name, plan: shown } = this.#phase
    this.#phase = { is: 'busy', what: 'writing' }
    try {
      const { plan, written } = await applyImport(this.#store, document, shown, this.#now())
      if (!written) {
        this.#phase = { is: 'preview', name, plan, changed: true }
        return
      }
      this.#document = null
      await this.#after()
      this.#phase = { is: 'done', plan }
    } catch (error) {
      this.#phase = { is: 'storage', error }
    }
  }

  cancel(): void {
    this.#document = null
    this.#phase = { is: 'idle' }
  }
}
