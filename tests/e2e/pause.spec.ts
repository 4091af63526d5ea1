import { expect, test } from '@playwright/test'
import { sittingFilm, withCamera } from './camera'

test.use({ launchOptions: withCamera(sittingFilm(12)) })

test('sitting up pauses a set, and lying down again goes on with the same count', async ({ page }) => {
  await page.goto('/#/live/bridge/double-leg')
  await page.getByRole('button', { name: 'Open the camera' }).click()
  await expect(page.getByRole('button', { name: 'End set' })).toBeVisible({ timeout: 60_000 })

  const paused = page.getByText('Paused', { exact: true })
  await expect(paused).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('.interruption').getByText('Take the start position to go on')).toBeVisible()
  const before = Number(await page.getByRole('timer').innerText())
  expect(before).toBeGreaterThan(0)

  await expect(paused).toBeHidden({ timeout: 40_000 })
  await expect(page.getByRole('button', { name: 'End set' })).toBeVisible()
  await expect
    .poll(async () => Number(await page.getByRole('timer').innerText()), { timeout: 40_000 })
    .toBeGreaterThan(before)
})
