/**
 * `npm run bench:storage [-- SIZES]`: how long the built app takes with years of sets, in headless Chromium: to keep
 * a set, to open home (from another screen, and from nothing), to open a trend. Medians with least and most.
 * Needs `npm run build` first. Ends with 1 when home takes more than 100 ms at 5,000 sets, or grows like them.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright'
import { addDays } from '../src/core/programme'
import { seal } from '../src/storage/records/envelope'
import { DRAFT_KEY, logKey, monthKey, setKey } from '../src/storage/records/keys'
import type { SetRecord } from '../src/storage/records/schema'
import { monthOf, summarise } from '../src/storage/records/summary'
import { aYear } from '../tests/support/year'
import { launchChromium } from '../scripts/chromium'
import { serve } from '../scripts/serve'
import { lifeOf, recordedSet, type Life } from '../tests/support/life'

const SIZES = (process.argv[2] ?? '100,1000,5000,20000').split(',').map(Number)
const REPEATS = 7
/** Milliseconds that home may take with `LIMIT_AT` sets. */
const LIMIT = 100
const LIMIT_AT = 5000
/** `npm run bench` measures the app that it has built. */
const dist = process.env.KEEL_DIST ?? path.resolve(import.meta.dirname, '../dist')
if (!existsSync(path.join(dist, 'index.html'))) throw new Error('run `npm run build` first')

/** Fills the app's own database; sets are copied from the template in the page, so that they need not travel. */
async function fill(page: Page, life: Life, template: SetRecord): Promise<void> {
  const summaries = life.sets.map((set) => summarise({ ...template, ...set }))
  const months = new Map<string, typeof summaries>()
  for (const summary of summaries) {
    const month = months.get(monthOf(summary.day))
    if (month === undefined) months.set(monthOf(summary.day), [summary])
    else month.push(summary)
  }
  const records = [
    ...life.log.map((entry): [string[], unknown] => [[...logKey(entry.id)], seal('log', entry)]),
    ...[...months].map(([month, sets]): [string[], unknown] => [
      [...monthKey(month)],
      seal('month', { sets }),
    ]),
  ]
  const sets = life.sets.map((set): [string[], object] => [[...setKey(set.id)], set])
  const envelope = seal('set', template)
  await page.evaluate(
    async ({ records, sets, envelope }) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('keel')
        opening.onupgradeneeded = () => opening.result.createObjectStore('records')
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error ?? new Error('not opened'))
      })
      const write = (some: readonly (readonly [string[], unknown])[]): Promise<void> =>
        new Promise((resolve, reject) => {
          const writing = db.transaction('records', 'readwrite')
          for (const [key, value] of some) writing.objectStore('records').put(value, key)
          writing.oncomplete = () => resolve()
          writing.onabort = () => reject(writing.error ?? new Error('not written'))
        })
      await write(records)
      const whole = sets.map(([key, set]) => [
        key,
        { ...envelope, data: { ...(envelope.data as object), ...set } },
      ]) as [string[], unknown][]
      for (let from = 0; from < whole.length; from += 500) await write(whole.slice(from, from + 500))
      db.close()
    },
    { records, sets, envelope },
  )
}

/** Milliseconds from a change of the address until what it shows is there and painted. */
async function timeTo(page: Page, hash: string, selector: string): Promise<number> {
  return page.evaluate(
    async ([to, wanted]) => {
      const began = performance.now()
      location.hash = to
      await new Promise<void>((resolve) => {
        const look = (): void => {
          if (document.querySelector(wanted) === null) return
          observer.disconnect()
          resolve()
        }
        const observer = new MutationObserver(look)
        observer.observe(document.body, { childList: true, subtree: true })
        look()
      })
      const shown = performance.now() - began
      await new Promise((resolve) => requestAnimationFrame(resolve))
      return shown
    },
    [hash, selector] as const,
  )
}

interface Figures {
  readonly home: number[]
  readonly cold: number[]
  readonly trend: number[]
  readonly keep: number[]
}

async function measure(page: Page, url: string, life: Life, template: SetRecord): Promise<Figures> {
  const figures: Figures = { home: [], cold: [], trend: [], keep: [] }
  const usual = life.sets.find(({ exercise, side }) => exercise !== 'side-plank' && side === null)
  const trend = `#/history/${usual?.exercise ?? 'bridge'}/${usual?.variation ?? 'double-leg'}`
  // The compiler wraps named functions in a helper of its own, which the page does not have.
  await page.addInitScript('globalThis.__name = (made) => made')
  // Marks when home stands there, counted from the beginning of the navigation.
  await page.addInitScript(() => {
    const look = new MutationObserver(() => {
      if (document.querySelector('#last') === null) return
      look.disconnect()
      performance.mark('keel-home')
    })
    look.observe(document, { childList: true, subtree: true })
  })
  await page.goto(`${url}/`)
  await fill(page, life, template)
  for (let repeat = 0; repeat <= REPEATS; repeat++) {
    await page.goto('about:blank')
    await page.goto(`${url}/#/`)
    await page.locator('#last').waitFor({ timeout: 300_000 })
    const cold = await page.evaluate(() => performance.getEntriesByName('keel-home').at(0)?.startTime ?? NaN)
    await timeTo(page, '#/settings', '#kept')
    const home = await timeTo(page, '#/', '#last')
    await timeTo(page, '#/settings', '#kept')
    const shown = await timeTo(page, trend, 'main h1')
    // The first time fetches the screens themselves.
    if (repeat > 0) {
      if (!Number.isNaN(cold)) figures.cold.push(cold)
      figures.home.push(home)
      figures.trend.push(shown)
    }
  }
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const draft = { ...template, id: `new-${repeat}`, source: 'film' as const }
    await page.evaluate(
      ([key, value]) =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('keel')
          opening.onsuccess = () => {
            const writing = opening.result.transaction('records', 'readwrite')
            writing.objectStore('records').put(value, key)
            writing.oncomplete = () => {
              opening.result.close()
              resolve()
            }
          }
        }),
      [[...DRAFT_KEY] as string[], seal('draft', draft)] as const,
    )
    await page.goto('about:blank')
    await page.goto(`${url}/#/`)
    await page.locator('#unfinished').waitFor({ timeout: 300_000 })
    figures.keep.push(
      await page.evaluate(async () => {
        const began = performance.now()
        document.querySelector<HTMLButtonElement>('section[aria-labelledby=unfinished] button')?.click()
        await new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            if (document.querySelector('#unfinished') === null) resolve()
          })
          observer.observe(document.body, { childList: true, subtree: true })
        })
        return performance.now() - began
      }),
    )
  }
  return figures
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
const told = (values: readonly number[]): string =>
  `${median(values).toFixed(0)} (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)})`.padStart(
    18,
  )

const year = aYear('improver', addDays(new Date().toISOString().slice(0, 10), -1), 2)
const template = recordedSet()
const served = await serve(dist, 0)
const browser = await launchChromium()
const homes = new Map<number, number>()
try {
  console.log('   sets  entries | keep a set, ms  |  home, ms        |  home from nothing |  a trend, ms')
  for (const size of SIZES) {
    const life = lifeOf(year, size)
    const context = await browser.newContext({ timezoneId: 'Europe/Berlin' })
    const page = await context.newPage()
    const figures = await measure(page, served.url, life, template)
    homes.set(size, median(figures.home))
    console.log(
      `${String(size).padStart(7)} ${String(life.log.length).padStart(8)} |${told(figures.keep)} |${told(figures.home)} |${told(figures.cold)} |${told(figures.trend)}`,
    )
    await context.close()
  }
} finally {
  await browser.close()
  await served.close()
}

const at = homes.get(LIMIT_AT)
if (at !== undefined && at > LIMIT) {
  console.error(`home takes ${at.toFixed(0)} ms with ${LIMIT_AT} sets; at most ${LIMIT}`)
  process.exitCode = 1
}
const [[fewest, first] = [0, 0], [most, last] = [0, 0]] = [[...homes].at(0), [...homes].at(-1)]
if (homes.size > 1 && last / first >= most / fewest) {
  console.error(
    `home grows with the sets: ${first.toFixed(0)} ms at ${fewest}, ${last.toFixed(0)} ms at ${most}`,
  )
  process.exitCode = 1
}
