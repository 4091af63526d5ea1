import { expect, test } from '@playwright/test'
import { cameraFilm, withCamera } from './camera'

test.use({ launchOptions: withCamera(cameraFilm('bridge-short', { to: 2 }), false) })

test('a camera that may not be used is said plainly, with a way on', async ({ page }) => {
  await page.goto('/#/live/bridge/double-leg')
  await page.getByRole('button', { name: 'Open the camera' }).click()
  const fault = page.getByRole('alert')
  await expect(fault).toContainText('Keel may not use the camera')
  await expect(fault.getByRole('button', { name: 'Try again' })).toBeVisible()
  await fault.getByRole('link', { name: 'Analyse a film' }).click()
  await expect(page.getByRole('heading', { name: 'Analyse a film' })).toBeVisible()
})
