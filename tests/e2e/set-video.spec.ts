import { expect, test, type Page } from '@playwright/test'
import { cameraFilm, withCamera } from './camera'

test.use({ launchOptions: withCamera(cameraFilm('bridge-good', { to: 14 })) })

/** How many locks keep the screen on. */
const awake = (page: Page): Promise<number> =>
  page.evaluate(
    () => (Reflect.get(window, 'locks') as WakeLockSentinel[]).filter(({ released }) => !released).length,
  )

test('a set keeps the screen on, and its video only where that was asked for, for this set', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const locks: WakeLockSentinel[] = []
    Reflect.set(window, 'locks', locks)
    const request = navigator.wakeLock.request.bind(navigator.wakeLock)
    navigator.wakeLock.request = async (type) => {
      const lock = await request(type)
      locks.push(lock)
      return lock
    }
  })
  const keepThis = page.getByRole('checkbox', { name: /^Keep this set’s video/ })
  await page.goto('/#/live/bridge/double-leg')
  await expect(keepThis).not.toBeChecked()
  expect(await awake(page)).toBe(0)
  await keepThis.check()
  await page.getByRole('button', { name: 'Open the camera' }).click()
  await expect(page.getByRole('timer')).toHaveText('1', { timeout: 60_000 })
  expect(await awake(page)).toBe(1)
  await page.getByRole('button', { name: 'End set' }).click()
  await expect(page).toHaveURL(/#\/done\//)
  // Between two sets the next one's is asked for anew.
  await expect(page.getByRole('checkbox', { name: /^Keep the next set’s video/ })).not.toBeChecked()

  await page.getByRole('link', { name: 'See the set' }).click()
  await page.locator('summary', { hasText: 'Play it back' }).click()
  const video = page.locator('video')
  await expect.poll(() => video.evaluate((node: HTMLVideoElement) => node.videoWidth)).toBe(640)
  await expect(page.getByText(/MB, on this device alone, until/)).toBeVisible()
  expect(await awake(page)).toBe(0)

  await page.goto('/#/settings')
  await expect(page.getByText(/^1 kept, [\d.]+ MB in all\./)).toBeVisible()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByText('No video is kept.')).toBeVisible()
  await page.goto('/#/live/bridge/double-leg')
  // After a first set it lies in a fold.
  await page.getByText('Privacy, tempo and video').click()
  await expect(keepThis).not.toBeChecked()
})
