import { expect, test, type Page } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium'

const executablePath = findChromium()
test.use({
  launchOptions: {
    ...(executablePath === null ? {} : { executablePath }),
    args: [
      ...CHROMIUM_FLAGS,
      '--use-fake-device-for-media-stream=device-count=2',
      '--use-fake-ui-for-media-stream',
    ],
  },
})

const settings = async (page: Page): Promise<void> => {
  await page.goto('/#/settings')
  await page.getByRole('button', { name: 'Show its picture' }).click()
}
const shownCamera = (page: Page): Promise<string | undefined> =>
  page
    .getByLabel('What the camera sees')
    .evaluate(
      (video) => ((video as HTMLVideoElement).srcObject as MediaStream | null)?.getVideoTracks()[0]?.label,
    )

test('a camera is chosen by its picture, remembered, and opened for a set', async ({ page }) => {
  await settings(page)
  const which = page.getByLabel('Which camera')
  // The browser's own choice, and two cameras, listed once one has opened.
  await expect(which.locator('option')).toHaveCount(3)
  await expect(which).toHaveValue('')
  const first = await shownCamera(page)
  const names = await which.locator('option').allInnerTexts()
  const other = names.slice(1).find((name) => name !== first) ?? ''
  await which.selectOption(other)
  await expect.poll(() => shownCamera(page)).toBe(other)

  await page.reload()
  await settings(page)
  await expect.poll(() => shownCamera(page)).toBe(other)
  await page.goto('/#/live/bridge/double-leg')
  await page.getByRole('button', { name: 'Open the camera' }).click()
  const inSet = page.locator('.live video')
  await expect(inSet).toBeVisible({ timeout: 30_000 })
  const label = await inSet.evaluate(
    (video) => ((video as HTMLVideoElement).srcObject as MediaStream).getVideoTracks()[0]?.label,
  )
  expect(label).toBe(other)
})

test('a chosen camera that is gone falls back to the browser’s own, and says so', async ({ page }) => {
  await settings(page)
  const which = page.getByLabel('Which camera')
  await expect(which.locator('option')).toHaveCount(3)
  const [, , last = ''] = await which.locator('option').allInnerTexts()
  await which.selectOption(last)
  await expect.poll(() => shownCamera(page)).toBe(last)
  // What a browser answers for a camera that is not there.
  await page.addInitScript(() => {
    const asked = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    navigator.mediaDevices.getUserMedia = (wish) => {
      const video = wish?.video
      if (typeof video === 'object' && video.deviceId !== undefined)
        return asked({ video: { deviceId: { exact: 'gone' } } })
      return asked(wish)
    }
  })
  await page.reload()
  await page.getByRole('button', { name: 'Show its picture' }).click()
  await expect(page.getByText('Your chosen camera is not there')).toBeVisible()
  await expect(which).toHaveValue('')
  await page.goto('/#/live/bridge/double-leg')
  await page.getByRole('button', { name: 'Open the camera' }).click()
  await expect(page.getByText('Your chosen camera is not there')).toBeVisible({ timeout: 60_000 })
})

test('the camera is off when the settings are left', async ({ page }) => {
  await settings(page)
  const video = page.getByLabel('What the camera sees')
  await expect(video).toBeVisible()
  const stream = await video.evaluateHandle((shown) => (shown as HTMLVideoElement).srcObject as MediaStream)
  await page.getByRole('link', { name: 'Today' }).click()
  await expect
    .poll(() => stream.evaluate((one) => one.getTracks().map(({ readyState }) => readyState)))
    .toEqual(['ended'])
})
