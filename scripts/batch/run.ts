/**
 * Runs a batch: several workers take films off one list. A film that fails is noted and never ends the batch; one
 * that is done is skipped the next time, so a batch that was broken off goes on where it was.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { AnalysisReport } from '../../src/core/analysis/report'
import { requestSum, type BatchItem } from './list'
import { asCsv, type Outcome } from './summary'

/** Analyses one film or trace; rejects with one line for the person. */
export interface Worker {
  analyse(item: BatchItem): Promise<{ readonly report: AnalysisReport; readonly warnings: readonly string[] }>
  close(): Promise<void>
}

export interface BatchOptions {
  readonly items: readonly BatchItem[]
  readonly out: string
  readonly jobs: number
  readonly openWorker: () => Promise<Worker>
  /** Takes a line for the person after each film. */
  readonly tell: (line: string) => void
  /** Seconds, never going back. */
  readonly now: () => number
}

/** @returns one outcome an item, in the order of the list; also written to OUT/summary.csv */
export async function runBatch({
  items,
  out,
  jobs,
  openWorker,
  tell,
  now,
}: BatchOptions): Promise<Outcome[]> {
  mkdirSync(out, { recursive: true })
  const outcomes = new Map<string, Outcome>()
  const waiting: BatchItem[] = []
  for (const item of items) {
    const done = earlierResult(item, out)
    if (done === null) waiting.push(item)
    else outcomes.set(item.name, done)
  }
  if (outcomes.size > 0) tell(`${outcomes.size} of ${items.length} are done already`)
  const began = now()
  let finished = 0
  const todo = waiting.length
  const work = async (): Promise<void> => {
    const opened: { worker: Worker | null } = { worker: null }
    for (let item = waiting.shift(); item; item = waiting.shift()) {
      const outcome = await one(item, out, async () => (opened.worker ??= await openWorker()))
      // A browser that failed once may be gone: the next film gets a fresh one.
      if (outcome.error !== null) {
        await opened.worker?.close().catch(() => undefined)
        opened.worker = null
      }
      outcomes.set(item.name, outcome)
      finished++
      const left = ((now() - began) / finished) * (todo - finished)
      tell(
        `${finished}/${todo} ${item.name}: ${outcome.error ?? 'done'}${finished < todo ? `, about ${minutes(left)} left` : ''}`,
      )
    }
    await opened.worker?.close().catch(() => undefined)
  }
  await Promise.all(Array.from({ length: Math.min(jobs, Math.max(1, todo)) }, work))
  const all = items.flatMap(({ name }) => outcomes.get(name) ?? [])
  writeWhole(path.join(out, 'summary.csv'), asCsv(all))
  return all
}

const minutes = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`

async function one(item: BatchItem, out: string, worker: () => Promise<Worker>): Promise<Outcome> {
  try {
    if (!statSync(item.file, { throwIfNoEntry: false })?.isFile()) throw new Error('no such file')
    const { report, warnings } = await (await worker()).analyse(item)
    writeWhole(resultFile(item, out), `${JSON.stringify(report)}\n`)
    writeWhole(stampFile(item, out), `${JSON.stringify({ request: requestSum(item), warnings })}\n`)
    return { name: item.name, file: item.file, report, warnings, error: null }
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    return { name: item.name, file: item.file, report: null, warnings: [], error: line }
  }
}

const resultFile = ({ name }: BatchItem, out: string): string => path.join(out, `${name}.json`)
/** Beside a result: what it was made from. Its presence says that the result is whole. */
const stampFile = ({ name }: BatchItem, out: string): string => path.join(out, '.done', `${name}.json`)

function earlierResult(item: BatchItem, out: string): Outcome | null {
  const [result, stamp] = [resultFile(item, out), stampFile(item, out)]
  if (!existsSync(result) || !existsSync(stamp)) return null
  try {
    const { request, warnings } = JSON.parse(readFileSync(stamp, 'utf8')) as {
      request: string
      warnings: string[]
    }
    if (request !== requestSum(item)) return null
    const report = JSON.parse(readFileSync(result, 'utf8')) as AnalysisReport
    return { name: item.name, file: item.file, report, warnings, error: null }
  } catch {
    // Half a file, as of a machine that lost its power: done again.
    return null
  }
}

/** Writes beside and renames, so that a file is whole or not there. */
function writeWhole(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true })
  const fresh = `${file}.${process.pid}.tmp`
  writeFileSync(fresh, text)
  renameSync(fresh, file)
}
