/** Taking the data away: everything that is kept, as one JSON document. */
import { z } from 'zod'
import type { Store } from './store'

export const EXPORT_FORMAT = 'keel.export/1'

export const exportSchema = z.object({
  format: z.literal(EXPORT_FORMAT),
  exportedAt: z.iso.datetime(),
  /** As stored: each value is an envelope of type, version and data, or what lies aside. */
  records: z.array(z.object({ key: z.array(z.string()).min(1), value: z.unknown() })),
})
export type ExportDocument = z.infer<typeof exportSchema>

export async function exportEverything(store: Store, now: Date): Promise<ExportDocument> {
  const records = await store.everything()
  return {
    format: EXPORT_FORMAT,
    exportedAt: now.toISOString(),
    records: records.map(({ key, value }) => ({ key: [...key], value })),
  }
}
