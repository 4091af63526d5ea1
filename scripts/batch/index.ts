/** `npm run --silent analyse -- --batch LIST.jsonl --out DIR [--jobs N]`: many films, one JSON each, and a table. */
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { UsageError } from '../analyse-arguments'
import { analyseFrames, looksLikeTrace, readTraceFile } from '../analyse-trace'
import type { AnalyserPage } from '../analyser-page'
import { readList } from './list'
import { runBatch, type Worker } from './run'

const MOST_JOBS = 64

/**
 * @returns how many failed
 * @throws UsageError for a command line or a list that it does not understand
 */
export async function batch(argv: readonly string[]): Promise<number> {
  const { list, out, jobs } = batchArguments(argv)
  const items = readList(list)
  const outcomes = await runBatch({
    items,
    out,
    jobs,
    openWorker: () => Promise.resolve(filmWorker()),
    tell: (line) => console.error(line),
    now: () => performance.now() / 1000,
  })
  const failed = outcomes.filter(({ error }) => error !== null).length
  console.error(`${outcomes.length - failed} done, ${failed} failed; see ${out}/summary.csv`)
  return failed
}

/** Traces are judged here; for films it opens a browser of its own, once one comes. */
function filmWorker(): Worker {
  let page: AnalyserPage | null = null
  return {
    analyse: async ({ file, request }) => {
      if (looksLikeTrace(file)) return { report: analyseFrames(readTraceFile(file), request), warnings: [] }
      const { AnalyserPage: Opener } = await import('../analyser-page')
      page ??= await Opener.open()
      return page.analyse(file, request)
    },
    close: async () => {
      await page?.close()
      page = null
    },
  }
}

export function batchArguments(argv: readonly string[]): { list: string; out: string; jobs: number } {
  const options = { batch: { type: 'string' }, out: { type: 'string' }, jobs: { type: 'string' } } as const
  let values: { batch?: string | undefined; out?: string | undefined; jobs?: string | undefined }
  try {
    values = parseArgs({ args: [...argv], options }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error))
  }
  if (values.batch === undefined) throw new UsageError('--batch needs a list')
  if (values.out === undefined) throw new UsageError('--out is missing: where the results go')
  const jobs = values.jobs === undefined ? Math.max(1, availableParallelism() - 1) : Number(values.jobs)
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MOST_JOBS)
    throw new UsageError(`--jobs ${values.jobs ?? ''} is not a whole number from 1 to ${MOST_JOBS}`)
  return { list: values.batch, out: values.out, jobs }
}
