/** The browser's own process is killed in the middle of a set, as by a crash or an empty battery. */
import { expect, test, type Page } from '@playwright/test'
import { cameraFilm } from './camera'
import { stored } from './records'
import { newProfile, ownBrowser, removeProfile, type OwnBrowser } from './trouble'

const newPage = async ({ browser }: OwnBrowser): Promise<Page> =>
  (browser.contexts()[0] ?? (await browser.newContext())).newPage()

test('a browser killed in mid-set loses at most the rep that was running', async ({ baseURL }) => {
  test.setTimeout(300_000)
  const profile = newProfile()
  const film = cameraFilm('bridge-left', { to: 28, empty: 12 })
  const first = await ownBrowser(profile, film)
  let second: OwnBrowser | null = null
  try {
    const watched = await newPage(first)
    await watched.goto(`${baseURL ?? ''}/#/live/bridge/double-leg`)
    await watched.getByRole('button', { name: 'Open the camera' }).click()
    // What a kill may cost is the rep after the last one that is drafted.
    const reps = 2
    await expect
      .poll(async () => JSON.stringify((await stored(watched)).get('["draft","set"]') ?? null), {
        timeout: 120_000,
      })
      .toContain(`"index":${String(reps)},`)
    await first.kill()

    second = await ownBrowser(profile, film)
    const page = await newPage(second)
    await page.goto(`${baseURL ?? ''}/`)
    await expect(page.getByRole('heading', { name: /^You have an unfinished set from / })).toBeVisible({
      timeout: 30_000,
    })
    await page.getByRole('button', { name: 'Keep it' }).click()
    const row = page.getByRole('link', { name: /Bridge, both legs.* reps?/ }).last()
    await expect(row).toBeVisible()
    const kept = Number(/(\d+) reps?/.exec((await row.textContent()) ?? '')?.[1])
    expect(kept).toBeGreaterThanOrEqual(reps)
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Last sets' })).toBeVisible()
    await expect(page.getByText('You have an unfinished set')).toHaveCount(0)
    const all = await stored(page)
    expect([...all.keys()].filter((key) => key.startsWith('["set"'))).toHaveLength(1)
    const sessions = [...all].filter(
      ([key, value]) => key.startsWith('["log"') && JSON.stringify(value).includes('"session"'),
    )
    expect(sessions).toHaveLength(1)
  } finally {
    await first.kill()
    await second?.kill()
    removeProfile(profile)
  }
})
