/** Reading a file from elsewhere: an export of Keel's, or a named refusal. */
import { EXPORT_FORMAT, exportSchema, type ExportDocument } from '../../records/schema'

/** Bytes. Keel's own exports come in parts well below: 5,000 sets take about 125 MB. */
export const LARGEST_FILE_BYTES = 160 * 1024 * 1024
const MOST_RECORDS = 200_000
/** Levels of lists and objects in each other; Keel's own records have twelve. */
const DEEPEST_LEVELS = 40

export type FileFault = 'too-large' | 'empty' | 'not-json' | 'not-an-export' | 'newer-format' | 'too-many'

/** The whole file can't be taken. Nothing of it was written. */
export class ImportError extends Error {
  readonly code: FileFault

  constructor(code: FileFault) {
    super(code)
    this.code = code
  }
}

/** @throws ImportError when the text is not JSON, or deeper than any file of Keel's */
export function parseJson(text: string): unknown {
  if (text.trim() === '') throw new ImportError('empty')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ImportError('not-json') // JSON.parse reports it only by throwing
  }
  if (!isPlain(value)) throw new ImportError('not-an-export')
  return value
}

/** @throws ImportError when the text is not an export that this Keel reads */
export function parseExport(text: string): ExportDocument {
  const value = parseJson(text)
  const parsed = exportSchema.safeParse(value)
  if (!parsed.success)
    throw new ImportError(isNewerFormat(value, EXPORT_FORMAT) ? 'newer-format' : 'not-an-export')
  if (parsed.data.records.length > MOST_RECORDS) throw new ImportError('too-many')
  return parsed.data
}

/** Whether a value is no deeper than an export can be, and has no field named `__proto__`. */
function isPlain(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST_LEVELS) return false
    const next: unknown[] = []
    for (const part of level) {
      if (part === null || typeof part !== 'object') continue
      if (Object.hasOwn(part, '__proto__')) return false
      for (const inner of Array.isArray(part) ? (part as unknown[]) : Object.values(part))
        if (inner !== null && typeof inner === 'object') next.push(inner)
    }
    level = next
  }
  return true
}

/** Whether a file is of a later version of a format such as "keel.export/1". */
export function isNewerFormat(value: unknown, known: string): boolean {
  const format: unknown =
    value !== null && typeof value === 'object' && 'format' in value ? value.format : null
  const [name, version] = known.split('/')
  return (
    typeof format === 'string' &&
    format.startsWith(`${name ?? ''}/`) &&
    Number(format.split('/')[1]) > Number(version)
  )
}
