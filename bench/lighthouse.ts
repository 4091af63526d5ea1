/**
 * `npm run bench:lighthouse`: scores the built first screen with Lighthouse, as a phone and as a desktop would see it.
 * Serves `dist` itself (build first) and asks nobody else. Exits with 1 when a score is under the limit.
 */
import path from 'node:path'
import lighthouse, { desktopConfig } from 'lighthouse'
import { chromium } from 'playwright'
import { CHROMIUM_FLAGS, findChromium, NO_CHROMIUM } from '../scripts/chromium'
import { serve } from '../scripts/serve'

const LIMIT = 95
const CATEGORIES = ['performance', 'accessibility', 'best-practices']
/** Where Lighthouse talks to the browser; only this machine can. */
const DEBUG_PORT = 9333 + (process.pid % 1000)

const executablePath = findChromium()
if (executablePath === null) throw new Error(NO_CHROMIUM)
const served = await serve(path.resolve(import.meta.dirname, '../dist'), 0)
const browser = await chromium.launch({
  executablePath,
  args: [...CHROMIUM_FLAGS, `--remote-debugging-port=${String(DEBUG_PORT)}`],
})
try {
  for (const [name, config] of [
    ['mobile', undefined],
    ['desktop', desktopConfig],
  ] as const) {
    const result = await lighthouse(
      `${served.url}/`,
      { port: DEBUG_PORT, onlyCategories: CATEGORIES, logLevel: 'error' },
      config,
    )
    if (result === undefined) throw new Error('Lighthouse gave no result')
    const { categories, audits } = result.lhr
    const scores = CATEGORIES.map((id) => ({ id, score: Math.round(100 * (categories[id]?.score ?? 0)) }))
    console.log(`${name}: ${scores.map(({ id, score }) => `${id} ${String(score)}`).join(', ')}`)
    for (const id of ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'])
      console.log(`  ${id} ${audits[id]?.displayValue ?? 'unknown'}`)
    for (const { id, score } of scores) {
      if (score >= LIMIT) continue
      process.exitCode = 1
      for (const { id: audit } of categories[id]?.auditRefs ?? [])
        if ((audits[audit]?.score ?? 1) < 0.9) console.log(`  ${audit}: ${audits[audit]?.title ?? ''}`)
    }
  }
} finally {
  await browser.close()
  await served.close()
}
