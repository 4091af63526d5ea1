/** Taking the data away: everything that is kept, as JSON. */
import type { Store } from '../device/store'
import { EXPORT_FORMAT } from '../records/schema'

/** Letters of one file: an import takes larger ones, and a browser holds a text of that size with ease. */
export const LARGEST_PART = 96 * 1024 * 1024

/**
 * Everything as the contents of files, each an export by itself and in small pieces, so that years of sets never
 * stand in one text. One file, but for a very long log.
 * @param largest letters of a file
 */
export async function exportParts(store: Store, now: Date, largest = LARGEST_PART): Promise<string[][]> {
  const head = `{"format":${JSON.stringify(EXPORT_FORMAT)},"exportedAt":${JSON.stringify(now.toISOString())},"records":[`
  const files: string[][] = []
  let pieces: string[] = []
  let size = 0
  const close = (): void => {
    files.push([head, ...pieces, ']}'])
    pieces = []
    size = 0
  }
  for await (const some of store.eachRecord()) {
    for (const { key, value } of some) {
      const text = JSON.stringify({ key, value })
      if (pieces.length > 0 && size + text.length > largest) close()
      pieces.push(pieces.length > 0 ? `,${text}` : text)
      size += text.length + 1
    }
  }
  if (pieces.length > 0 || files.length === 0) close()
  return files
}
