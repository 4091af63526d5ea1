import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { serve, type Served } from '../../scripts/serve'

const dist = path.resolve(import.meta.dirname, '../../dist')

test.use({ serviceWorkers: 'allow' })

/** Opens Keel and waits until all of it lies on the device. */
async function visitFirst(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await expect(page.getByText('Keel now works without a network.')).toBeVisible({ timeout: 90_000 })
}

test('after the first visit everything works with the network gone', async ({ page }) => {
  const served = await serve(dist, 0)
  const progress = page.getByText(/Making Keel work without a network: \d+ %/)
  await page.goto(served.url)
  await expect(progress).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Keel now works without a network.')).toBeVisible({ timeout: 90_000 })
  await served.close()

  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Keel watches')
  // A screen that was never opened, by its address.
  await page.goto(`${served.url}/#/history`)
  await page.reload()
  await expect(page).toHaveTitle('History · Keel')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // The model, its wasm and the film too.
  await page.goto(`${served.url}/#/film/sample`)
  await expect(page.getByText(/[1-9]\d* % read/).first()).toBeVisible({
    timeout: 90_000,
  })
})

test('a store that lost files says what is missing, and goes on when there is a network', async ({
  page,
}) => {
  const served = await serve(dist, 0)
  await visitFirst(page, served.url)
  const port = Number(new URL(served.url).port)
  await page.evaluate(async () => {
    const [name = ''] = (await caches.keys()).filter((key) => key.includes('precache'))
    const cache = await caches.open(name)
    for (const request of await cache.keys())
      if (/\.(task|wasm)/.test(request.url)) await cache.delete(request)
  })
  await served.close()
  await page.reload()
  await expect(
    page.getByText(/does not work without a network yet: 2\d of \d\d MB are missing/),
  ).toBeVisible()

  const again = await serve(dist, port)
  await page.getByRole('button', { name: 'Go on now' }).click()
  await expect(page.getByText('Keel now works without a network.')).toBeVisible({ timeout: 60_000 })
  await again.close()
  const left = await page.evaluate(
    async () => (await caches.match('/models/pose_landmarker_full.task', { ignoreSearch: true }))?.ok,
  )
  expect(left).toBe(true)
})

test.describe('a newer version', () => {
  let folder: string
  let served: Served

  test.beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'keel-'))
    cpSync(dist, folder, { recursive: true })
    served = await serve(folder, 0)
  })
  test.afterEach(async () => {
    await served.close()
    rmSync(folder, { recursive: true })
  })

  /** Puts a service worker there that differs, as a new build does. */
  async function publish(): Promise<void> {
    const file = path.join(folder, 'sw.js')
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n// newer`)
    rmSync(`${file}.gz`, { force: true })
    const port = Number(new URL(served.url).port)
    await served.close()
    served = await serve(folder, port)
  }
  const waits = (page: Page): Promise<boolean> =>
    page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting))
  const markOf = (page: Page): Promise<unknown> =>
    page.evaluate((): unknown => Reflect.get(window, 'mark') as unknown)

  test('waits while a set is under way, and is offered after it', async ({ page, context }) => {
    await visitFirst(page, served.url)
    const other = await context.newPage()
    await other.goto(`${served.url}/#/live/bridge/double-leg`)
    await other.evaluate(() => Reflect.set(window, 'mark', 'kept'))

    await publish()
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
    await expect.poll(() => waits(page), { timeout: 60_000 }).toBe(true)
    await page.getByRole('button', { name: 'Use it now' }).click()
    await expect(page.getByText('A set runs in another window')).toBeVisible()
    // A page that opens now must not take it either.
    await page.reload()
    await expect(page.getByRole('button', { name: 'Use it now' })).toBeVisible()
    expect(await waits(page)).toBe(true)
    expect(await markOf(other)).toBe('kept')

    await other.close()
    await expect
      .poll(() => page.evaluate(async () => (await navigator.locks.query()).held?.length), {
        timeout: 30_000,
      })
      .toBe(0)
    await page.evaluate(() => Reflect.set(window, 'mark', 'old'))
    await page.getByRole('button', { name: 'Use it now' }).click()
    await expect.poll(() => markOf(page).catch(() => 'loading'), { timeout: 30_000 }).toBeUndefined()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await waits(page)).toBe(false)
    await expect(page.getByText('A new version of Keel is ready')).toBeHidden()
  })

  /** Has a newer version stored and waiting. */
  async function publishTo(page: Page): Promise<void> {
    await publish()
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
    await expect.poll(() => waits(page), { timeout: 60_000 }).toBe(true)
    await page.evaluate(() => Reflect.set(window, 'mark', 'old'))
  }
  const loads = (page: Page): (() => number) => {
    let count = 0
    page.on('domcontentloaded', () => (count += 1))
    return () => count
  }

  test('takes over by itself at the next start', async ({ page }) => {
    await visitFirst(page, served.url)
    await publishTo(page)
    const loaded = loads(page)
    await page.reload()
    // Once by hand, and once by itself.
    await expect.poll(loaded, { timeout: 30_000 }).toBe(2)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 30_000 })
    expect(await waits(page)).toBe(false)
    await expect(page.getByText('A new version of Keel is ready')).toBeHidden()
    expect(loaded()).toBe(2)
  })

  test('that takes over late reloads a page in which nothing was begun, and is offered in any other', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const post = Reflect.get(ServiceWorker.prototype, 'postMessage') as (message: unknown) => void
      ServiceWorker.prototype.postMessage = function (message: unknown) {
        // It is asked again and again, and heard when the test lets it.
        if (message !== 'take-over' || Reflect.get(window, 'released') === true) post.call(this, message)
      }
    })
    const heading = page.getByRole('heading', { level: 1 })
    const offered = page.getByText('A new version of Keel is ready')
    const release = (): Promise<boolean> => page.evaluate(() => Reflect.set(window, 'released', true))
    await visitFirst(page, served.url)
    await publishTo(page)
    const loaded = loads(page)
    await page.reload()
    await expect(heading).toBeVisible({ timeout: 30_000 })
    expect(loaded()).toBe(1)
    await release()
    await expect.poll(loaded, { timeout: 30_000 }).toBe(2)
    await expect(heading).toBeVisible({ timeout: 30_000 })
    expect(await waits(page)).toBe(false)

    await publishTo(page)
    await page.reload()
    await expect(heading).toBeVisible({ timeout: 30_000 })
    await page.evaluate(() => Reflect.set(window, 'mark', 'begun'))
    await page.keyboard.press('Tab')
    await release()
    await expect.poll(() => waits(page), { timeout: 30_000 }).toBe(false)
    await expect(offered).toBeVisible()
    expect(await markOf(page)).toBe('begun')
    await page.getByRole('button', { name: 'Use it now' }).click()
    await expect.poll(() => markOf(page).catch(() => 'loading'), { timeout: 30_000 }).toBeUndefined()
    await expect(heading).toBeVisible({ timeout: 30_000 })
    await expect(offered).toBeHidden()
  })
})
