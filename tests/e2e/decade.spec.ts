/** Ten years of training, 5,000 sets, through the screens: taken in, opened; and, in minutes, taken away and brought back. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { aYear } from '../support/year'
import { addDays, dayOf } from '../../src/core/programme'
import { lifeExport, lifeOf, recordedSet, seldom } from '../support/life'

const SETS = 5000
const at = new Date()
/** Seconds that taking in ten years may take, on a machine that does something else besides. */
const PATIENCE = 60_000
const told = (count: number): string => count.toLocaleString('en-GB')

async function freshPage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  // The time of the export stands in it.
  await page.clock.setFixedTime(at)
  return page
}

/** Takes a file in by the import screen; returns the seconds until the preview, and from there until all is kept. */
async function bring(page: Page, file: string): Promise<readonly [number, number]> {
  // From another screen: a second file is a second visit.
  await page.goto('/#/')
  await page.goto('/#/import')
  const began = performance.now()
  await page.locator('input[type=file]').setInputFiles(file)
  const take = page.getByRole('button', { name: 'Take it in' })
  await expect(take).toBeVisible({ timeout: PATIENCE })
  const shown = performance.now()
  await take.click()
  await expect(page.getByRole('heading', { name: 'It is all here' })).toBeVisible({ timeout: PATIENCE })
  return [(shown - began) / 1000, (performance.now() - shown) / 1000]
}

/** Everything as files, in their order. */
async function takeAway(page: Page, parts: number): Promise<string[]> {
  await page.goto('/#/settings')
  const files: Promise<readonly [string, string]>[] = []
  page.on('download', (download) =>
    files.push(download.path().then((file) => [download.suggestedFilename(), file] as const)),
  )
  await page.getByRole('button', { name: /^Download everything/ }).click()
  await expect.poll(() => files.length, { timeout: PATIENCE }).toBe(parts)
  const named = await Promise.all(files)
  return named.sort(([a], [b]) => a.localeCompare(b)).map(([, file]) => file)
}

const yesterday = addDays(dayOf(at.getTime(), Intl.DateTimeFormat().resolvedOptions().timeZone), -1)
const life = lifeOf(seldom(aYear('improver', yesterday, 2)), SETS)

/** Ten years as one file; removed when the page has read it. */
async function bringAll(page: Page): Promise<readonly [number, number]> {
  const file = path.join(tmpdir(), `keel-decade-${String(process.pid)}.json`)
  writeFileSync(file, lifeExport(life, recordedSet(), at.toISOString()).join(''))
  try {
    return await bring(page, file)
  } finally {
    rmSync(file)
  }
}

test('ten years come in and open', async ({ browser }, info) => {
  expect(life.sets.at(-1)?.day.localeCompare(addDays(yesterday, -9.5 * 365))).toBe(-1)
  const page = await freshPage(browser)
  const [preview, writing] = await bringAll(page)
  info.annotations.push({
    type: 'seconds',
    description: `preview ${preview.toFixed(1)}, then ${writing.toFixed(1)}`,
  })
  await expect(page.locator('dl > div').first()).toContainText(told(SETS + life.log.length))
  await page.goto('/#/')
  await expect(page.getByRole('heading', { name: 'Last sets' })).toBeVisible()
  await page.goto('/#/history')
  await expect(page.getByRole('heading', { name: 'What you did' })).toBeVisible()
  const usual = life.sets.find(({ exercise }) => exercise === 'bird-dog')
  await page.goto(`/#/history/bird-dog/${usual?.variation ?? ''}`)
  await page.getByText('As a table').click()
  await expect(page.locator('tbody tr').first()).toBeVisible()
})

test('ten years come back on a fresh profile to the byte', { tag: '@long' }, async ({ browser }) => {
  const first = await freshPage(browser)
  await bringAll(first)
  const parts = await takeAway(first, 2)
  // The page alone: its context holds the files.
  await first.close()
  const second = await freshPage(browser)
  for (const part of parts) await bring(second, part)
  const again = await takeAway(second, parts.length)
  for (const [index, part] of parts.entries())
    expect(readFileSync(again[index] ?? '').equals(readFileSync(part)), `part ${index + 1}`).toBe(true)
})
