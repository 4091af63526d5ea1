/** Reads the list of a batch: one JSON object a line, each a film or a recorded trace with what is known of it. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { analyseRequest, UsageError } from '../analyse-arguments'
import type { AnalyseRequest } from '../../src/analyse-page'

/** One line of the list. */
const lineSchema = z.strictObject({
  /** The film; a relative path is taken from the list's folder. */
  file: z.string().min(1),
  exercise: z.string(),
  variation: z.string().optional(),
  side: z.string().optional(),
  fps: z.number().optional(),
  model: z.string().optional(),
  series: z.boolean().optional(),
  /** Names the result; the file's own name when not given. */
  name: z
    .string()
    .regex(/^[\w][\w .-]*$/, 'a name has letters, digits, spaces, dots, dashes and underscores')
    .optional(),
})

export interface BatchItem {
  /** Unique in the list; the result is NAME.json. */
  readonly name: string
  readonly file: string
  readonly request: AnalyseRequest
}

/**
 * @throws UsageError that names the line: a list is mended before anything runs, so that no night is lost to a
 * misspelt word in its last line. Whether the films exist and can be read is found out one by one.
 */
export function readList(listFile: string): BatchItem[] {
  let text: string
  try {
    text = readFileSync(listFile, 'utf8')
  } catch {
    throw new UsageError(`${listFile}: the list can't be read`)
  }
  const items = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, index + 1, listFile)]))
  if (items.length === 0) throw new UsageError(`${listFile}: the list is empty`)
  const seen = new Map<string, number>()
  for (const [index, { name }] of items.entries()) {
    const before = seen.get(name)
    if (before !== undefined)
      throw new UsageError(`${listFile}: entries ${before + 1} and ${index + 1} have the same name ${name}`)
    seen.set(name, index)
  }
  return items
}

function readLine(line: string, number: number, listFile: string): BatchItem {
  const wrong = (why: string): UsageError => new UsageError(`${listFile}, line ${number}: ${why}`)
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw wrong('not a JSON object')
  }
  const parsed = lineSchema.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw wrong(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}`)
  }
  const { file, name, fps, series, ...named } = parsed.data
  const absolute = path.resolve(path.dirname(listFile), file)
  try {
    const request = analyseRequest({
      ...named,
      ...(fps === undefined ? {} : { fps: String(fps) }),
      ...(series === undefined ? {} : { series }),
    })
    return { name: name ?? path.parse(file).name, file: absolute, request }
  } catch (error) {
    throw error instanceof UsageError ? wrong(error.message) : error
  }
}

/** Names what a result was made from: with another request the film is analysed again. */
export function requestSum({ file, request }: BatchItem): string {
  return createHash('sha256')
    .update(JSON.stringify([file, request]))
    .digest('hex')
    .slice(0, 16)
}
