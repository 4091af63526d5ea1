/** Keel in two tabs: one records, the other follows what it keeps. */
import { expect, test } from '@playwright/test'
import { asExport } from '../support/year'
import { seal } from '../../src/storage/records/envelope'
import { setKey } from '../../src/storage/records/keys'
import { aRecord } from '../unit/storage/records'
import { cameraFilm, withCamera } from './camera'

test.use({ launchOptions: withCamera(cameraFilm('bridge', { to: 42 })) })

test('one tab records, the other says so and waits its turn', async ({ context }) => {
  const [first, second] = [await context.newPage(), await context.newPage()]
  await second.goto('/')
  await first.goto('/#/live/bridge/double-leg')
  await first.getByRole('button', { name: 'Open the camera' }).click()
  const banner = second.getByText('Keel is recording in another tab.')
  await expect(banner).toBeVisible({ timeout: 20_000 })

  await second.goto('/#/live/bridge/double-leg')
  await second.getByRole('button', { name: 'Open the camera' }).click()
  await expect(second.getByRole('heading', { name: 'Another tab is recording' })).toBeVisible()

  // However the first one ends, its right to record goes with it.
  await first.close({ runBeforeUnload: false })
  await second.goto('/#/history')
  await expect(banner).toHaveCount(0)
})

test('what one tab keeps or deletes, the other shows without being asked', async ({ context }) => {
  const [first, second] = [await context.newPage(), await context.newPage()]
  await second.goto('/#/history')
  await expect(second.getByRole('heading', { name: 'No sets yet' })).toBeVisible()
  await first.goto('/#/import')
  const records = [{ key: [...setKey('one')], value: seal('set', aRecord('one')) }]
  const document = { ...asExport([], new Date().toISOString()), records }
  await first.locator('input[type=file]').setInputFiles({
    ...{ name: 'one.json', mimeType: 'application/json' },
    buffer: Buffer.from(JSON.stringify(document)),
  })
  await first.getByRole('button', { name: 'Take it in' }).click()
  await expect(second.getByRole('link', { name: /8 reps/ })).toHaveCount(1)

  await first.goto('/#/settings')
  await first.getByRole('button', { name: 'Delete everything' }).click()
  await first.getByRole('button', { name: 'Yes, delete everything' }).click()
  await expect(second.getByRole('heading', { name: 'No sets yet' })).toBeVisible()
})
