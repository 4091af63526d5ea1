import { expect, test } from '@playwright/test'
import { cameraFilm, withCamera } from './camera'
import { judgedOrSkipped } from './slow'

test.use({ launchOptions: withCamera(cameraFilm('bridge', { to: 42 })) })

test('a live set ends where form gives, and is in the history after a reload', async ({ page }) => {
  const elsewhere: string[] = []
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') elsewhere.push(request.url())
  })

  await page.goto('/')
  await page.getByRole('link', { name: 'Begin a set' }).click()
  await page.getByText('Bridge', { exact: true }).click()
  await page.getByRole('link', { name: 'Set up the camera' }).click()
  await page.getByRole('button', { name: 'Open the camera' }).click()

  // The whole way is without a hand: place, stillness, countdown, eight reps of which the last two give.
  await expect(page.getByRole('button', { name: 'End set' })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Not checked from here:')).toBeVisible()
  await judgedOrSkipped(page)
  await expect(page).toHaveURL(/#\/done\//, { timeout: 60_000 })
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/(back|hips) .+ at rep \d\./)

  await page.getByRole('link', { name: 'See the set' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/^Steady to rep \d of \d\. Then your/)
  await expect(page.getByRole('img', { name: 'The angle over the set' })).toBeVisible()
  await expect(page.getByText(/^Dashed: rep \d, your best/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Not checked, and why' })).toBeVisible()
  const verdict = await page.getByRole('heading', { level: 1 }).innerText()

  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(verdict)
  await page.getByRole('link', { name: 'History' }).click()
  await page.reload()
  await page
    .getByRole('link', { name: /Bridge, both legs/ })
    .last()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(verdict)
  expect(elsewhere).toEqual([])
})
