import { expect, test } from '@playwright/test'
import { cameraFilm, withCamera } from './camera'

test.use({ launchOptions: withCamera(cameraFilm('bridge-left', { to: 14, empty: 12 })) })

test('leaving the picture ends the set after a warning, and keeps what was done', async ({ page }) => {
  await page.goto('/#/live/bridge/double-leg')
  await page.getByRole('button', { name: 'Open the camera' }).click()
  await expect(page.getByText(/^Step back into the picture/)).toBeVisible({ timeout: 40_000 })
  await expect(page).toHaveURL(/#\/done\//, { timeout: 15_000 })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'You left the picture, so the set ended there.',
  )

  await page.goto('/#/')
  await expect(page.getByRole('heading', { name: 'Last sets' })).toBeVisible()
  await expect(page.getByRole('link', { name: /Bridge, both legs/ }).last()).toContainText(/\d reps?/)
})

test('a page that goes away leaves a draft, which is offered once', async ({ page, context }) => {
  await page.goto('/#/live/bridge/double-leg')
  await page.getByRole('button', { name: 'Open the camera' }).click()
  await expect(page.getByRole('timer')).toHaveText('1', { timeout: 40_000 })
  // The draft is written as the rep is counted; closing the page gives it no time for anything else.
  await page.waitForTimeout(300)
  await page.close({ runBeforeUnload: false })

  const next = await context.newPage()
  await next.goto('/')
  await expect(next.getByRole('heading', { name: /^You have an unfinished set from / })).toBeVisible()
  await next.getByRole('button', { name: 'Keep it' }).click()
  await expect(next.getByRole('link', { name: /Bridge, both legs/ }).last()).toContainText('1 rep')
  await next.reload()
  await expect(next.getByRole('heading', { name: 'Last sets' })).toBeVisible()
  await expect(next.getByText('You have an unfinished set')).toHaveCount(0)
})
