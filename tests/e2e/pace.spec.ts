import { cpus } from 'node:os'
import { expect, test, type Browser } from '@playwright/test'
import { cameraFilm, withCamera } from './camera'

test.use({ launchOptions: withCamera(cameraFilm('bridge-good', { to: 14 })) })

/** Other programs that keep every processor busy, until the returned function ends them. */
async function busyMachine(browser: Browser): Promise<() => Promise<void>> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.evaluate((count) => {
    const forever = URL.createObjectURL(new Blob(['for (;;);']))
    for (let i = 0; i < count; i++) new Worker(forever)
  }, 4 * cpus().length)
  return () => context.close()
}

test(
  'on a busy machine Keel takes lighter ways, says so, and judges nothing where it sees too little',
  { tag: '@long' },
  async ({ page, browser }) => {
    // Every step has to hold for seconds before it is believed, on a machine that is slow by design.
    test.setTimeout(300_000)
    await page.goto('/#/live/bridge/double-leg')
    await page.getByRole('button', { name: 'Open the camera' }).click()
    await expect(page.getByRole('button', { name: /^(Leave|Start anyway)$/ }).first()).toBeVisible({
      timeout: 60_000,
    })
    const relieve = await busyMachine(browser)
    await expect(page.getByText('Keel looks at a smaller picture')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText('Keel looks at every second picture')).toBeVisible({ timeout: 60_000 })
    // Exactly: the caption says it too, with what can be done.
    const blind = page.getByText('Too few pictures to judge form: Keel only counts.', { exact: true })
    await expect(blind).toBeVisible({ timeout: 60_000 })
    await relieve()
    await expect(blind).toBeHidden({ timeout: 60_000 })
  },
)
