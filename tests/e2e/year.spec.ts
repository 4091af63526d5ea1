import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { aYear, asExport } from '../support/year'
import { addDays, dayOf, type CheckInEntry } from '../../src/core/programme'

const today = dayOf(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone)
const log = aYear('improver', addDays(today, -1), 2)
const exportedAt = new Date().toISOString()

async function choose(page: Page, name: string, content: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
}

const row = (page: Page, name: string) =>
  page.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) })

async function takeYear(page: Page): Promise<void> {
  await page.goto('/#/import')
  await choose(page, 'year.json', JSON.stringify(asExport(log, exportedAt)))
  await expect(row(page, 'New')).toContainText(log.length.toLocaleString('en-GB'))
  await page.getByRole('button', { name: 'Take it in' }).click()
  await expect(page.getByRole('heading', { name: 'It is all here' })).toBeVisible()
}

test('a year that comes in as a file stands in the week, the trend and the portfolio', async ({ page }) => {
  await takeYear(page)

  await page.goto('/#/week')
  await expect(page.getByRole('heading', { level: 1, name: 'This week' })).toBeVisible()
  const days = page.locator('ol > li')
  await expect(days).toHaveCount(7)
  await expect(page.locator('[aria-current=date]')).toContainText('Today')
  await expect(days.nth(5).locator('header')).toContainText('Lifting')
  await expect(days.filter({ has: page.getByRole('heading', { name: 'Recovery' }) })).toHaveCount(7)
  await page.getByRole('link', { name: 'Before' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Last week' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Session done' })).not.toHaveCount(0)
  await page.getByRole('link', { name: 'This week' }).click()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /\.ics/ }).click()
  const calendar = readFileSync(await (await download).path(), 'utf8')
  expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/)
  expect(calendar).toContain('SUMMARY:Keel: recovery')

  await page.goto('/#/portfolio')
  await expect(page.getByRole('article')).not.toHaveCount(0)
  await expect(page.getByRole('article').first()).toContainText(
    /Still learning|fine with it|Helps|Not for now/,
  )

  await page.goto('/#/history/bird-dog/arm-only')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /→|Down from|About the same|at this level|Steady for .+ so far/,
  )
  await page.getByText('As a table').click()
  await expect(page.locator('tbody tr').first()).toBeVisible()
  await page.goto('/#/history')
  await expect(page.getByRole('heading', { name: 'What you did' })).toBeVisible()
})

test('recovery is ticked and taken back', async ({ page }) => {
  await takeYear(page)
  await page.goto('/#/recovery')
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  const ticks = page.getByRole('button', { name: /^Tick/ })
  const count = await ticks.count()
  await ticks.first().click()
  await expect(ticks).toHaveCount(count - 1)
  await page.reload()
  await expect(ticks).toHaveCount(count - 1)
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(ticks).toHaveCount(count)
})

test('what a file would change is said before, and the impossible is refused', async ({ page }) => {
  await takeYear(page)
  await page.goto('/#/settings')
  await page.getByRole('link', { name: 'Bring in a file' }).click()

  await choose(page, 'again.json', JSON.stringify(asExport(log, exportedAt)))
  await expect(page.getByRole('heading', { name: 'Nothing would change' })).toBeVisible()
  await expect(row(page, 'The same')).toContainText(log.length.toLocaleString('en-GB'))

  const first = log.find((entry): entry is CheckInEntry => entry.kind === 'check-in')
  if (first === undefined) throw new Error('a year holds check-ins')
  const odd = [
    { ...first, pain: first.pain === 5 ? 6 : 5 },
    { ...first, id: 'hurts', pain: 42 },
    { ...first, id: 'early', day: addDays(today, 1) },
  ]
  await choose(page, 'odd.json', JSON.stringify(asExport(odd, exportedAt)))
  await expect(row(page, 'Conflicting')).toContainText('1')
  await expect(row(page, 'Refused')).toContainText('2')
  await expect(page.getByText('pain is 42; it must be from 0 to 10.')).toBeVisible()
  await page.getByRole('button', { name: 'Leave it' }).click()

  for (const [name, content, title] of [
    ['half.json', '{"format":"keel.exp', 'This file can’t be read'],
    ['other.json', '{"steps":1000}', 'This is not a file of Keel’s'],
    ['deep.json', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'This is not a file of Keel’s'],
  ] as const) {
    await choose(page, name, content)
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
  }
  await page.goto('/#/settings')
  await expect(page.getByText(`${log.length.toLocaleString('en-GB')} entries of the programme`)).toBeVisible()
})
