/** Keel in two tabs: one records, the other says so, and shows what was kept when the user comes back to it. */
import { expect, test, type Page } from '@playwright/test'
import { asExport } from '../support/year'
import { seal } from '../../src/storage/records/envelope'
import { setKey } from '../../src/storage/records/keys'
import { aRecord } from '../unit/storage/records'
import { cameraFilm, withCamera } from './camera'

test.use({ launchOptions: withCamera(cameraFilm('bridge', { to: 42 })) })

/** Headless Chromium hides no tab, so that the event of a return is made by hand. */
async function comeBackTo(page: Page): Promise<void> {
  await page.bringToFront()
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
}

const isLocked = (page: Page): Promise<boolean> =>
  page.evaluate(async () => ((await navigator.locks.query()).held ?? []).length > 0)

test('one tab records, the other says so and waits its turn', async ({ context }) => {
  const [first, second] = [await context.newPage(), await context.newPage()]
  await second.goto('/')
  await first.goto('/#/live/bridge/double-leg')
  await first.getByRole('button', { name: 'Open the camera' }).click()
  await expect.poll(() => isLocked(first)).toBe(true)
  const banner = second.getByText('Keel is recording in another tab.')
  await expect(banner).toHaveCount(0)
  await comeBackTo(second)
  await expect(banner).toBeVisible()

  await second.goto('/#/live/bridge/double-leg')
  await second.getByRole('button', { name: 'Open the camera' }).click()
  await expect(second.getByRole('heading', { name: 'Another tab is recording' })).toBeVisible()

  // However the first one ends, its right to record goes with it.
  await first.close({ runBeforeUnload: false })
  await second.goto('/#/history')
  await expect(banner).toHaveCount(0)
})

test('what one tab keeps or deletes, the other shows when the user comes back to it', async ({ context }) => {
  const [first, second] = [await context.newPage(), await context.newPage()]
  await second.goto('/#/history')
  await expect(second.getByRole('heading', { name: 'No sets yet' })).toBeVisible()
  await first.goto('/#/import')
  const records = [{ key: [...setKey('one')], value: seal('set', aRecord('one')) }]
  const document = { ...asExport([], new Date().toISOString()), records }
  await first.locator('input[type=file]').setInputFiles({
    name: 'one.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(document)),
  })
  await first.getByRole('button', { name: 'Take it in' }).click()
  await expect(first.getByRole('heading', { name: 'It is all here' })).toBeVisible()
  await comeBackTo(second)
  await expect(second.getByRole('link', { name: /8 reps/ })).toHaveCount(1)

  await first.goto('/#/settings')
  await first.getByRole('button', { name: 'Delete everything' }).click()
  await first.getByRole('button', { name: 'Yes, delete everything' }).click()
  await expect(first.getByText('Everything is deleted.')).toBeVisible()
  await comeBackTo(second)
  await expect(second.getByRole('heading', { name: 'No sets yet' })).toBeVisible()
})
