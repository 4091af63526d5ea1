import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { exportSchema } from '../../src/storage/records/schema'

test('settings stay, everything can be taken away and deleted', async ({ page }) => {
  await page.goto('/#/settings')
  await page.getByText('Tell me, don’t stop').click()
  await page.getByText('Dark', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Tell me, don’t stop' })).toBeChecked()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Download everything/ }).click()
  const document = exportSchema.parse(JSON.parse(readFileSync(await (await download).path(), 'utf8')))
  expect(document.records.map(({ key }) => key)).toEqual([['settings', 'user']])

  await page.getByRole('button', { name: 'Delete everything' }).click()
  await page.getByRole('button', { name: 'Yes, delete everything' }).click()
  await expect(page.getByText('Everything is deleted.')).toBeVisible()
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'dark')
})

test('every address has its own title, and a wrong one says so', async ({ page }) => {
  for (const [hash, title] of [
    ['', 'Today · Keel'],
    ['choose', 'Choose a set · Keel'],
    ['film', 'Analyse a film · Keel'],
    ['history', 'History · Keel'],
    ['history/bridge/double-leg', 'Steady limit · Keel'],
    ['settings', 'Settings and data · Keel'],
    ['nowhere', 'Not found · Keel'],
  ] as const) {
    await page.goto(`/#/${hash}`)
    await expect(page).toHaveTitle(title)
  }
  await page.goto('/#/set/none')
  await expect(page.getByRole('heading', { name: 'This set is not here' })).toBeVisible()
})
