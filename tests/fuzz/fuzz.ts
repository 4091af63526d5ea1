/**
 * Properties that are tried on made-up inputs: a few at every test run, very many by `npm run fuzz`.
 * A file here is named `*.fuzz.ts` and calls `fuzz` at its top level.
 */
import { appendFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'

/** Cases a property of weight 1 is tried on. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 60)
/** Where `npm run fuzz` reads what was tried: one JSON line a property. */
const TALLY = process.env.FUZZ_TALLY

/** What was tried, as a line of the tally. */
export interface Tried {
  readonly name: string
  readonly cases: number
  readonly seconds: number
  /** The seed that tries the same cases again: FUZZ_SEED. */
  readonly seed: number
  readonly held: boolean
  /** Records that had to be there afterwards, and those of them that were not. */
  readonly records: number
  readonly lost: number
}

const looked = { records: 0, lost: 0 }

/** Demands every record of before among those of after, each as a text, and counts them for the tally. */
export function nothingLost(before: readonly string[], after: Iterable<string>): void {
  const there = new Set(after)
  const lost = before.filter((text) => !there.has(text))
  looked.records += before.length
  looked.lost += lost.length
  expect(lost).toEqual([])
}

/**
 * One law and the inputs that it must hold for.
 * @param weight the share of the usual number of cases: below 1 where one case is dear, above where it is cheap
 */
export function fuzz<T>(
  name: string,
  inputs: fc.Arbitrary<T>,
  holds: (input: T) => void | Promise<void>,
  weight = 1,
): void {
  it(name, { timeout: 1_800_000 }, async () => {
    const numRuns = Math.max(10, Math.round(RUNS * weight))
    const seed = process.env.FUZZ_SEED === undefined ? {} : { seed: Number(process.env.FUZZ_SEED) }
    const began = performance.now()
    Object.assign(looked, { records: 0, lost: 0 })
    const details = await fc.check(
      fc.asyncProperty(inputs, async (input) => holds(input)),
      { numRuns, ...seed },
    )
    if (TALLY !== undefined) {
      const seconds = (performance.now() - began) / 1000
      const tried: Tried = {
        ...{ name, cases: details.numRuns, seconds },
        ...{ seed: details.seed, held: !details.failed, ...looked },
      }
      appendFileSync(TALLY, `${JSON.stringify(tried)}\n`)
    }
    if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance })
  })
}
