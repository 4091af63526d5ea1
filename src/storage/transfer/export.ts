/** The export: everything that is kept, as JSON. */
import type { Store } from '../device/store'
import { EXPORT_FORMAT } from '../records/schema'

/** Characters of one file. An import takes larger files, and a browser easily holds a text of this size. */
export const LARGEST_PART_CHARACTERS = 96 * 1024 * 1024

/**
 * Everything as files, each a whole export by itself. Only a very long log needs more than one. Each file comes as a
 * list of small texts, so that years of sets are never in one string.
 * @param largest characters of a file
 */
export async function exportParts(
  store: Store,
  now: Date,
  largest = LARGEST_PART_CHARACTERS,
): Promise<string[][]> {
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
