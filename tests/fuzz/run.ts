/**
 * `npm run fuzz [-- CASES]`: every property of tests/fuzz on CASES made-up inputs (10,000 when not given; times the
 * property's weight), and what was tried. Ends with 1 when a law broke, or when fewer than 100,000 inputs were tried.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Tried } from './fuzz'

const LEAST = 100_000
const asked = process.argv[2]
const folder = mkdtempSync(path.join(tmpdir(), 'keel-fuzz-'))
const tally = path.join(folder, 'tally.jsonl')
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--project', 'node', 'tests/fuzz', '--reporter=dot'],
  {
    cwd: path.resolve(import.meta.dirname, '../..'),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, FUZZ_RUNS: asked ?? '10000', FUZZ_TALLY: tally },
  },
)
const tried = readFileSync(tally, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Tried)
rmSync(folder, { recursive: true })

const count = (cases: number): string => cases.toLocaleString('en-GB').padStart(9)
for (const { name, cases, seconds, seed, held } of tried)
  console.log(
    `${held ? ' ' : '!'}${count(cases)}  ${seconds.toFixed(1).padStart(6)} s  ${name}  (seed ${seed})`,
  )
const total = tried.reduce((sum, { cases }) => sum + cases, 0)
const broken = tried.filter(({ held }) => !held).length
const sum = (what: 'records' | 'lost'): number => tried.reduce((all, law) => all + law[what], 0)
console.log(
  ` ${count(total)}  inputs tried, ${tried.length} laws, ${broken} broken; ` +
    `${sum('records').toLocaleString('en-GB')} records looked for again, ${sum('lost')} lost`,
)
if (asked === undefined && total < LEAST) {
  console.error(`fewer than ${LEAST.toLocaleString('en-GB')} inputs were tried`)
  process.exitCode = 1
}
if (status !== 0) process.exitCode = 1
