/** The export as one document, by the app's own way of writing it. */
import type { Store } from '../../src/storage/device/store'
import type { ExportDocument } from '../../src/storage/records/schema'
import { exportParts } from '../../src/storage/transfer/export'

export async function exportEverything(store: Store, now: Date): Promise<ExportDocument> {
  const parts = await exportParts(store, now, Infinity)
  return JSON.parse((parts[0] ?? []).join('')) as ExportDocument
}
