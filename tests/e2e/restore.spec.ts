/** A backup brings back everything, to the byte. */
import { readFileSync } from 'node:fs'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { aYear, asExport } from '../support/year'
import { addDays, dayOf } from '../../src/core/programme'
import { seal } from '../../src/storage/records/envelope'
import { setKey } from '../../src/storage/records/keys'
import { aRecord } from '../unit/storage/records'

const today = dayOf(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone)
const at = new Date()

async function freshPage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  // The time of the export stands in it.
  await page.clock.setFixedTime(at)
  return page
}

async function take(page: Page): Promise<Buffer> {
  await page.goto('/#/settings')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Download everything/ }).click()
  return readFileSync(await (await download).path())
}

async function bring(page: Page, buffer: Buffer): Promise<void> {
  await page.goto('/#/import')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer })
  await page.getByRole('button', { name: 'Take it in' }).click()
  await expect(page.getByRole('heading', { name: 'It is all here' })).toBeVisible({ timeout: 60_000 })
}

test('an export taken in on a fresh profile exports the same bytes', async ({ browser }) => {
  const year = asExport(aYear('improver', addDays(today, -1), 2), at.toISOString())
  const sets = ['b', 'a', 'c'].map((id, index) => ({
    key: [...setKey(id)],
    value: seal(
      'set',
      aRecord(id, { startedAt: `2026-10-0${index + 1}T07:30:00.000Z`, day: `2026-10-0${index + 1}` }),
    ),
  }))
  const first = await freshPage(browser)
  await bring(first, Buffer.from(JSON.stringify({ ...year, records: [...year.records, ...sets] })))
  await first.goto('/#/settings')
  await first.getByText('Dark', { exact: true }).click()
  await first.goto('/#/set/a')
  await first.getByRole('button', { name: 'Delete this set' }).click()
  await first.getByRole('button', { name: 'Delete it' }).click()
  await expect(first.getByText('The set is deleted.')).toBeVisible()
  const taken = await take(first)

  const second = await freshPage(browser)
  await bring(second, taken)
  await expect(second.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect((await take(second)).equals(taken)).toBe(true)
})
