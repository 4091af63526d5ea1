/** What a person has to press before an exercise: a first visit in four, a later day in three. */
import { expect, test, type Page } from '@playwright/test'
import { addDays, dayOf } from '../../src/core/programme'
import { Diary } from '../unit/programme/diary'
import { bringIn } from './bring-in'
import { cameraFilm, withCamera } from './camera'

test.use({
  launchOptions: withCamera(cameraFilm('bridge', { to: 42 })),
  timezoneId: 'Europe/Berlin',
})

/** Counts every press and key that the page gets from now on. */
async function countTaps(page: Page): Promise<() => number> {
  let taps = 0
  await page.exposeFunction('tellTap', () => (taps += 1))
  await page.evaluate(`for (const kind of ['pointerdown', 'keydown'])
    addEventListener(kind, ({ isTrusted }) => isTrusted && tellTap(), { capture: true })`)
  return () => taps
}

test('a first visit is in front of the camera with four taps', async ({ page }) => {
  await page.goto('/')
  const taps = await countTaps(page)
  await page.getByRole('link', { name: 'Begin a set' }).click()
  await page.getByRole('button', { name: 'None of these' }).click()
  await page.getByRole('link', { name: 'Set up the camera' }).click()
  // Read before the camera is opened for the first time.
  await expect(page.getByText('It finds your joints in the camera’s picture', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Open the camera' }).click()
  // The camera runs, and Keel looks for the person.
  await expect(page.getByRole('button', { name: 'Start anyway' })).toBeVisible({ timeout: 30_000 })
  expect(taps()).toBeGreaterThan(0)
  expect(taps()).toBeLessThanOrEqual(4)
})

test('on a later day three taps lead to an exercise under way, and nothing is to be read again', async ({
  page,
}) => {
  // A back that bridges only, so that the session is the film's; its first session was the day before yesterday.
  const first = addDays(dayOf(Date.now(), 'Europe/Berlin'), -2)
  const diary = new Diary({ avoid: ['kneeling', 'shoulder'], trainingDays: [1, 2, 3, 4, 5, 6, 7] }, first)
  diary.train(first)
  await bringIn(page, diary.log)
  await page.goto('/#/')
  const taps = await countTaps(page)
  await page.getByRole('link', { name: 'Begin', exact: true }).click()
  await page.getByRole('button', { name: 'None of these: go on' }).click()
  const open = page.getByRole('button', { name: 'Open the camera' })
  await expect(open).toBeVisible()
  await expect(page.getByRole('checkbox', { name: /tempo/ })).toBeHidden()
  await open.click()
  await expect(page.getByRole('button', { name: 'End set' })).toBeVisible({ timeout: 60_000 })
  expect(taps()).toBeGreaterThan(0)
  expect(taps()).toBeLessThanOrEqual(3)
})
