/** Reads the command line of `npm run analyse`. */
import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { AnalyseRequest } from '../src/analyse-page'
import { exercises, findExercise } from '../src/exercises'
import { AUTO } from '../src/exercises/judging'
import { MODEL_NAMES } from '../src/pose-worker/protocol'

const NAMES = [...Object.keys(exercises), AUTO]

export const USAGE = `npm run --silent analyse -- FILE --exercise E [options]
  FILE              a film, or a recorded trace (.ktr.gz)
  --exercise ${NAMES.join(' | ')} (auto: the one that the movement shows, or none)
  --variation V     found from the film when not given
  --side left | right
  --series          also print the joint angles of every analysed frame
  --fps N           look at N frames a second (all when not given)
  --model ${MODEL_NAMES.join(' | ')} (full when not given; films only)
  --trace FILE      also write the recorded landmarks, gzipped (films only)

npm run --silent analyse -- --batch LIST.jsonl --out DIR [--jobs N]
  many films, one JSON each and a table; see docs/batch.md`

/** A mistake of the caller's; the message is one line. */
export class UsageError extends Error {}

export interface AnalyseArguments {
  readonly clip: string
  readonly traceFile: string | null
  /** The options given that only a film can have. */
  readonly filmOptions: readonly string[]
  readonly request: AnalyseRequest
}

/** Throws a UsageError for anything that the command does not understand. */
export function parseArguments(argv: readonly string[]): AnalyseArguments {
  const { values, positionals } = parsed(argv)
  const [clip, ...more] = positionals
  if (clip === undefined) throw new UsageError('no film or trace given')
  if (more.length > 0) throw new UsageError(`more than one file given: ${more.join(' ')}`)
  const request = analyseRequest(values)
  checkFile(clip)
  return {
    clip,
    traceFile: values.trace ?? null,
    filmOptions: (['model', 'trace'] as const)
      .filter((name) => values[name] !== undefined)
      .map((name) => `--${name}`),
    request,
  }
}

/** What is asked of an analysis, in words. */
export interface NamedRequest {
  readonly exercise?: string | undefined
  readonly variation?: string | undefined
  readonly side?: string | undefined
  readonly series?: boolean | undefined
  readonly fps?: string | undefined
  readonly model?: string | undefined
  readonly trace?: string | undefined
}

/** @throws UsageError for a word that is none of Keel's */
export function analyseRequest(values: NamedRequest): AnalyseRequest {
  if (values.exercise === undefined) throw new UsageError(`--exercise is missing (${list(NAMES)})`)
  const exercise = findExercise(values.exercise)
  if (!exercise && values.exercise !== AUTO)
    throw new UsageError(`unknown exercise ${values.exercise} (${list(NAMES)})`)
  if (!exercise && values.variation !== undefined)
    throw new UsageError(`--variation needs the name of an exercise, not ${AUTO}`)
  const variations = exercise?.variations.map(({ id }) => id) ?? []
  const variation = choice('variation', values.variation, variations)
  const side = choice('side', values.side, ['left', 'right'] as const)
  const model = choice('model', values.model, MODEL_NAMES) ?? 'full'
  return {
    exercise: exercise?.id ?? AUTO,
    variation,
    side,
    series: values.series ?? false,
    fps: framesPerSecond(values.fps),
    model,
    trace: values.trace !== undefined,
  }
}

const OPTIONS = {
  exercise: { type: 'string' },
  variation: { type: 'string' },
  side: { type: 'string' },
  series: { type: 'boolean' },
  fps: { type: 'string' },
  model: { type: 'string' },
  trace: { type: 'string' },
} as const

function parsed(
  argv: readonly string[],
): ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    // Node's message has a second sentence about escaping, which helps nobody here.
    throw new UsageError(
      error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error),
    )
  }
}

const list = (names: readonly string[]): string => names.join(', ')

function choice<T extends string>(option: string, value: string | undefined, known: readonly T[]): T | null {
  if (value === undefined) return null
  const found = known.find((name) => name === value)
  if (found === undefined) throw new UsageError(`unknown ${option} ${value} (${list(known)})`)
  return found
}

/** Reads `--fps`; null for every frame. */
export function framesPerSecond(value: string | undefined): number | null {
  if (value === undefined) return null
  const fps = Number(value)
  if (!(fps > 0 && fps <= 240)) throw new UsageError(`--fps ${value} is not a number of frames a second`)
  return fps
}

function checkFile(clip: string): void {
  const facts = statSync(clip, { throwIfNoEntry: false })
  if (!facts) throw new UsageError(`${clip}: no such file`)
  if (!facts.isFile()) throw new UsageError(`${clip}: not a file`)
  if (facts.size === 0) throw new UsageError(`${clip}: the file is empty (0 bytes)`)
}
