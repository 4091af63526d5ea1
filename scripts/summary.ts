/**
 * Sums what Vitest and Playwright wrote to `test-results` into one line, "N passed, N failed".
 * usage: summary.ts EXIT_CODE — of the run that was just made; a failure outside the tests counts as one.
 */
import { existsSync, readFileSync } from 'node:fs'

const read = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

const vitest = read('test-results/vitest.json') as { numPassedTests: number; numFailedTests: number } | null
const playwright = read('test-results/playwright.json') as {
  stats: { expected: number; unexpected: number; flaky: number }
} | null

const passed = (vitest?.numPassedTests ?? 0) + (playwright?.stats.expected ?? 0)
let failed =
  (vitest?.numFailedTests ?? 0) + (playwright ? playwright.stats.unexpected + playwright.stats.flaky : 0)
if (process.argv[2] !== '0' && failed === 0) {
  console.log('a step outside the tests failed: see above')
  failed = 1
}
console.log(`${passed} passed, ${failed} failed`)
