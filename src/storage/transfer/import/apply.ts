/** An import is planned, shown, planned again, and written in one transaction. */
import type { Store } from '../../device/store'
import type { ExportDocument } from '../../records/schema'
import { ImportError } from './parse'
import { planImport, type ImportPlan } from './plan'

/** What confirming an import came to. */
export interface Applied {
  readonly plan: ImportPlan
  /** False when this device has changed since the plan that was shown: nothing was written then. */
  readonly written: boolean
}

/**
 * Works out what a file would change on this device. Writes nothing.
 * @throws ImportError when the file is nested too deeply to be an export
 */
export async function previewImport(store: Store, document: ExportDocument, now: Date): Promise<ImportPlan> {
  const here = await store.everything()
  try {
    return planImport(document, here, now)
  } catch (error) {
    // The call stack ran out.
    if (error instanceof RangeError) throw new ImportError('not-an-export')
    throw error
  }
}

/**
 * Writes what the shown plan promised: all or nothing.
 * @throws ImportError as `previewImport`
 * @throws whatever the database throws when it can't write
 */
export async function applyImport(
  store: Store,
  document: ExportDocument,
  shown: ImportPlan,
  now: Date,
): Promise<Applied> {
  const plan = await previewImport(store, document, now)
  if (!isSamePlan(plan, shown)) return { plan, written: false }
  await store.keepRecords(plan.writes)
  return { plan, written: true }
}

const isSamePlan = (a: ImportPlan, b: ImportPlan): boolean => outlineOf(a) === outlineOf(b)

const outlineOf = ({ entries, sets, carried, refused, writes }: ImportPlan): string =>
  JSON.stringify([entries, sets, carried, refused.length, writes.map(([key]) => key)])
