import { expect, test, type Page } from '@playwright/test'
import { cameraFilm, withCamera } from './camera'

test.use({ launchOptions: withCamera(cameraFilm('bridge', { to: 42 })) })

/** Takes a part of the browser away before Keel starts. */
async function takeAway(page: Page, part: string): Promise<void> {
  await page.addInitScript((name) => {
    if (name === 'simd') WebAssembly.validate = () => false
    else if (name === 'requestVideoFrameCallback')
      Reflect.deleteProperty(HTMLVideoElement.prototype, 'requestVideoFrameCallback')
    else Reflect.deleteProperty(globalThis, name)
  }, part)
}

for (const { part, says } of [
  { part: 'requestVideoFrameCallback', says: 'when the camera has a new picture' },
  { part: 'OffscreenCanvas', says: 'make pictures smaller' },
  { part: 'Worker', says: 'beside the page' },
  { part: 'simd', says: 'WebAssembly SIMD' },
])
  test(`a set without ${part} says what the browser lacks, and opens no camera`, async ({ page }) => {
    await takeAway(page, part)
    await page.addInitScript(() => {
      const asked = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
      navigator.mediaDevices.getUserMedia = (wish) => {
        document.documentElement.dataset.asked = 'yes'
        return asked(wish)
      }
    })
    await page.goto('/#/live/bridge/double-leg')
    await page.getByRole('button', { name: 'Open the camera' }).click()
    await expect(page.getByRole('alert')).toContainText('This browser lacks something that Keel needs')
    await expect(page.getByRole('alert')).toContainText(says)
    await expect(page.locator('html')).not.toHaveAttribute('data-asked')
  })

test('a set does without VideoFrame', async ({ page }) => {
  await takeAway(page, 'VideoFrame')
  await page.goto('/#/live/bridge/double-leg')
  await page.getByRole('button', { name: 'Open the camera' }).click()
  // Only pictures that were judged end the placing.
  await expect(page.getByRole('button', { name: 'End set' })).toBeVisible({ timeout: 60_000 })
})

for (const { part, says } of [
  { part: 'VideoDecoder', says: 'read the pictures of a film' },
  { part: 'OffscreenCanvas', says: 'make pictures smaller' },
])
  test(`a film without ${part} says what the browser lacks`, async ({ page }) => {
    await takeAway(page, part)
    await page.goto('/#/film/sample')
    await expect(page.getByRole('alert')).toContainText('This browser lacks something that Keel needs')
    await expect(page.getByRole('alert')).toContainText(says)
  })

test('a film whose reader is gone from the server asks to load the page again', async ({ page }) => {
  await page.route('**/assets/film-*.js', (route) => route.fulfill({ status: 404, body: '' }))
  await page.goto('/#/film/sample')
  await expect(page.getByRole('alert')).toContainText('a newer Keel has taken over', { timeout: 30_000 })
  await expect(page.getByRole('button', { name: 'Load it again' })).toBeVisible()
})

test('a camera that fails in a way of its own ends in a state with a way on, the camera off', async ({
  page,
}) => {
  await page.addInitScript(() => {
    // A part that no fault names: the picture's clock.
    HTMLVideoElement.prototype.requestVideoFrameCallback = () => {
      throw new RangeError('broken on purpose')
    }
    const asked = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    navigator.mediaDevices.getUserMedia = async (wish) => {
      const stream = await asked(wish)
      Object.assign(globalThis, { opened: stream })
      return stream
    }
  })
  await page.goto('/#/live/bridge/double-leg')
  await page.getByRole('button', { name: 'Open the camera' }).click()
  await expect(page.getByRole('alert')).toContainText('Keel did not expect', { timeout: 60_000 })
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  const states = await page.evaluate(() => {
    const { opened } = globalThis as unknown as { opened: MediaStream }
    return opened.getTracks().map(({ readyState }) => readyState)
  })
  expect(states).toEqual(['ended'])
})
