/** The real thing goes wrong: processes end, pictures stop, files are cut short. What was done stays, and the set can go on or be finished. */
import { chromium, expect, test, type Page } from '@playwright/test'
import { cameraFilm, withCamera } from './camera'
import {
  bareBrowser,
  beginCounting,
  captureProcess,
  countOf,
  LIVE,
  newProfile,
  ownBrowser,
  pageWithCamera,
  removeProfile,
  waitForMore,
} from './trouble'

const bridge = cameraFilm('bridge', { to: 42 })
test.setTimeout(240_000)

const paused = (page: Page) => page.locator('.interruption[data-kind=paused]')

/** Lets `spoilMemory` reach the wasm's memory: the loader is the real one, with a line before it that notes it down. */
async function withMemoryInReach(page: Page): Promise<void> {
  const note = `{
    const note = (made) => {
      const memory = Object.values((made.instance ?? made).exports).find((each) => each instanceof WebAssembly.Memory)
      if (memory) self.wasmMemory = memory
      return made
    }
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const real = WebAssembly[name].bind(WebAssembly)
      WebAssembly[name] = (source, imports) => {
        for (const group of Object.values(imports ?? {}))
          for (const each of Object.values(group)) if (each instanceof WebAssembly.Memory) self.wasmMemory = each
        return real(source, imports).then(note)
      }
    }
  }\n`
  await page.route('**/wasm/*.js', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: note + (await response.text()) })
  })
}

/** Overwrites what the running wasm keeps: its next step follows a pointer to nowhere. */
async function spoilMemory(page: Page): Promise<void> {
  const worker = page.workers()[0]
  if (!worker) throw new Error('no worker')
  await worker.evaluate(() => {
    const { wasmMemory } = self as unknown as { wasmMemory: WebAssembly.Memory }
    new Uint8Array(wasmMemory.buffer).fill(0xff)
  })
}

/** Ends the set and reads from the page that follows how many reps were kept. */
async function finish(page: Page, atLeast: number): Promise<void> {
  await page.getByRole('button', { name: 'End set' }).click()
  await expect(page).toHaveURL(/#\/done\//)
  await page.goto('/#/history')
  await expect(page.getByRole('link', { name: /Bridge, both legs/ }).last()).toContainText(/\d reps?/)
  const text = await page
    .getByRole('link', { name: /Bridge, both legs/ })
    .last()
    .innerText()
  expect(Number(/(\d+) reps?/.exec(text)?.[1])).toBeGreaterThanOrEqual(atLeast)
}

test.describe('a camera that can’t be opened', () => {
  test('is said when there is none, and the history is still there', async ({ baseURL }) => {
    const browser = await bareBrowser('--use-fake-ui-for-media-stream')
    const page = await browser.newPage({ baseURL: baseURL ?? '' })
    await page.goto(LIVE)
    await page.getByRole('button', { name: 'Open the camera' }).click()
    await expect(page.getByRole('alert')).toContainText('No camera found')
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('alert')).toContainText('No camera found')
    await page.goto('/#/history')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await browser.close()
  })

  // A headless browser has no second program to hold its camera, and its fake camera meets every wish:
  // the browser's own refusals are put in the way, and taken out again.
  for (const [name, title] of [
    ['NotReadableError', 'Another program has the camera'],
    ['OverconstrainedError', 'This camera gives no picture that Keel can use'],
  ] as const) {
    test(`is said when the browser answers ${name}, and opens when asked again`, async ({ baseURL }) => {
      const { browser, page } = await pageWithCamera(baseURL, bridge)
      await page.addInitScript((refusal) => {
        const devices = navigator.mediaDevices
        const real = devices.getUserMedia.bind(devices)
        let refused = false
        devices.getUserMedia = (wish) => {
          if (refused) return real(wish)
          refused = true
          return Promise.reject(
            refusal === 'OverconstrainedError'
              ? new OverconstrainedError('width')
              : new DOMException('', refusal),
          )
        }
      }, name)
      await page.goto(LIVE)
      await page.getByRole('button', { name: 'Open the camera' }).click()
      await expect(page.getByRole('alert')).toContainText(title)
      await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click()
      await expect(page.getByRole('region', { name: 'Placement' })).toBeVisible({ timeout: 60_000 })
      await browser.close()
    })
  }
})

test('a stalled camera pauses the set, a lost one waits, and both go on', async ({ baseURL }) => {
  const { browser, page } = await pageWithCamera(baseURL, bridge)
  await beginCounting(page)
  const camera = await captureProcess(browser)
  process.kill(camera, 'SIGSTOP')
  await expect(paused(page)).toContainText('no picture comes from the camera', { timeout: 10_000 })
  const before = await countOf(page)
  process.kill(camera, 'SIGCONT')
  await expect(paused(page)).toBeHidden({ timeout: 60_000 })
  await waitForMore(page, before)

  // Its process ends, as when the plug is pulled. How long until the page says so is taken in the page.
  await page.evaluate(() => {
    const stream = document.querySelector('video')?.srcObject as MediaStream
    stream.getVideoTracks()[0]?.addEventListener('ended', () => {
      const ended = performance.now()
      new MutationObserver((_, observer) => {
        if (!document.querySelector('[role=alert]')) return
        observer.disconnect()
        document.body.dataset.saidAfter = String(performance.now() - ended)
      }).observe(document.body, { subtree: true, childList: true })
    })
  })
  const done = await countOf(page)
  process.kill(await captureProcess(browser), 'SIGKILL')
  await expect(page.getByRole('alert')).toContainText('The camera stopped')
  await expect(page.locator('body')).toHaveAttribute('data-said-after', /\d/)
  expect(Number(await page.locator('body').getAttribute('data-said-after'))).toBeLessThan(500)

  await page.getByRole('button', { name: 'Go on with the set' }).click()
  await waitForMore(page, done)
  await finish(page, done + 1)
  await browser.close()
})

test('a lost camera lets the set be finished with what was done', async ({ baseURL }) => {
  const { browser, page } = await pageWithCamera(baseURL, bridge)
  await beginCounting(page)
  process.kill(await captureProcess(browser), 'SIGKILL')
  await page.getByRole('button', { name: 'Finish the set here' }).click()
  await expect(page).toHaveURL(/#\/done\//)
  await page.goto('/#/history')
  await expect(page.getByRole('link', { name: /Bridge, both legs/ }).last()).toContainText(/\d reps?/)
  await browser.close()
})

test('a picture that stands still or goes black pauses the set, and it goes on by itself', async ({
  baseURL,
}) => {
  const { browser, page } = await pageWithCamera(
    baseURL,
    cameraFilm('bridge-blind', { to: 20, frozen: 4, black: 4 }),
  )
  await beginCounting(page)
  await expect(paused(page)).toContainText('picture stands still', { timeout: 60_000 })
  const before = await countOf(page)
  await expect(paused(page)).toContainText('picture is black', { timeout: 20_000 })
  expect(await countOf(page)).toBe(before)
  await expect(paused(page)).toBeHidden({ timeout: 60_000 })
  await waitForMore(page, before)
  await browser.close()
})

test('another resolution is framed anew before the set goes on', async ({ baseURL }) => {
  const { browser, page } = await pageWithCamera(baseURL, bridge)
  await beginCounting(page)
  const before = await countOf(page)
  await page.evaluate(async () => {
    const stream = document.querySelector('video')?.srcObject as MediaStream
    await stream.getVideoTracks()[0]?.applyConstraints({ width: 480, height: 360 })
  })
  await expect(paused(page)).toBeVisible()
  await expect(paused(page)).toBeHidden({ timeout: 60_000 })
  await waitForMore(page, before)
  await browser.close()
})

test('time behind another tab does not count, and the set goes on', async ({ baseURL }) => {
  // Playwright keeps every page of its own browsers in view; one that was started without it hides them as usual.
  const profile = newProfile()
  const { browser, kill } = await ownBrowser(profile, bridge)
  try {
    const context = browser.contexts()[0]
    const page = context?.pages()[0]
    if (!context || !page) throw new Error('no page')
    await page.goto(`${baseURL ?? ''}${LIVE}`)
    await page.getByRole('button', { name: 'Open the camera' }).click()
    // The countdown is a timer too.
    await page.getByRole('button', { name: 'End set' }).waitFor({ timeout: 60_000 })
    await waitForMore(page, 0)

    const other = await context.newPage()
    await other.bringToFront()
    const before = await page.evaluate(() => Number(document.querySelector('[role=timer]')?.textContent))
    expect(await page.evaluate(() => document.visibilityState)).toBe('hidden')
    await expect
      .poll(() => page.evaluate(() => document.querySelector('.interruption')?.textContent))
      .toContain('the page was away')
    // Two reps' worth of film behind its back.
    await other.waitForTimeout(9_000)
    expect(await page.evaluate(() => Number(document.querySelector('[role=timer]')?.textContent))).toBe(
      before,
    )
    await other.close()
    await page.bringToFront()
    await expect(paused(page)).toBeHidden({ timeout: 60_000 })
    await waitForMore(page, before)
  } finally {
    await kill()
    removeProfile(profile)
  }
})

test('a fallen graphics process and a worker that ends are replaced, and when the wasm traps too the set is kept', async ({
  baseURL,
}) => {
  const { browser, page } = await pageWithCamera(baseURL, bridge)
  await withMemoryInReach(page)
  await beginCounting(page)
  let before = await countOf(page)
  const session = await browser.newBrowserCDPSession()
  await session.send('Browser.crashGpuProcess')
  await expect(paused(page)).toContainText('opening its eyes again', { timeout: 20_000 })
  await expect(paused(page)).toBeHidden({ timeout: 90_000 })
  await waitForMore(page, before)

  // The second failure within half a minute: the lighter model takes over, and says so.
  before = await countOf(page)
  await page.workers()[0]?.evaluate(() => self.close())
  await expect(page.getByText('Seeing with the lighter model')).toBeVisible({ timeout: 60_000 })
  await waitForMore(page, before)

  // The third: the running wasm finds nonsense in its memory and traps. There is no rung left.
  before = await countOf(page)
  await spoilMemory(page)
  await expect(page.getByRole('alert')).toContainText('Keel lost its eyes for a moment', { timeout: 30_000 })
  await page.getByRole('button', { name: 'Finish the set here' }).click()
  await expect(page).toHaveURL(/#\/done\//)
  await page.goto('/#/history')
  const kept = page.getByRole('link', { name: /Bridge, both legs/ }).last()
  await expect(kept).toContainText(/\d reps?/)
  expect(Number(/(\d+) reps?/.exec(await kept.innerText())?.[1])).toBeGreaterThanOrEqual(before)
  await browser.close()
})

test.describe('a wasm that is cut short', () => {
  /** Cuts the first so many answers short; returns how many there were. */
  const cut = async (page: Page, answers: number): Promise<() => number> => {
    let asked = 0
    await page.route('**/wasm/*.wasm', async (route) => {
      if (++asked > answers) return route.continue()
      const response = await route.fetch()
      const whole = await response.body()
      return route.fulfill({ response, body: whole.subarray(0, whole.length / 2) })
    })
    return () => asked
  }

  test('costs one new worker when it was so once, and is said when it stays so', async ({ baseURL }) => {
    const { browser, page } = await pageWithCamera(baseURL, bridge)
    const begun: number[] = []
    page.on('worker', () => begun.push(performance.now()))
    const asked = await cut(page, Infinity)
    await page.goto(LIVE)
    await page.getByRole('button', { name: 'Open the camera' }).click()
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('Keel lost its eyes for a moment', { timeout: 60_000 })
    // The model that was asked for, its like after a quarter of a second, the lighter one after another second.
    expect(begun).toHaveLength(3)
    const [first = 0, second = 0, third = 0] = begun
    expect(second - first).toBeGreaterThan(250)
    expect(third - second).toBeGreaterThan(1000)

    await page.unroute('**/wasm/*.wasm')
    await cut(page, asked() / 3)
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => begun.length, { timeout: 60_000 }).toBe(5)
    await expect(page.getByRole('region', { name: 'Placement' })).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText('Seeing with the lighter model')).toHaveCount(0)
    await page.goto('/#/history')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await browser.close()
  })
})

test.describe('a model that is cut short', () => {
  const cut = async (page: Page, models: string): Promise<void> => {
    await page.route(models, async (route) => {
      const whole = await (await route.fetch()).body()
      await route.fulfill({ body: whole.subarray(0, whole.length / 2) })
    })
  }

  test('is refused by its sum, and the lighter one takes its place', async ({ baseURL }) => {
    const { browser, page } = await pageWithCamera(baseURL, bridge)
    await cut(page, '**/models/*full*.task')
    await beginCounting(page)
    await expect(page.getByText('Seeing with the lighter model')).toBeVisible()
    await browser.close()
  })

  test('is said when no other is whole, and the history is still there', async ({ baseURL }) => {
    const { browser, page } = await pageWithCamera(baseURL, bridge)
    await cut(page, '**/models/*.task')
    await page.goto(LIVE)
    await page.getByRole('button', { name: 'Open the camera' }).click()
    await expect(page.getByRole('alert')).toContainText('A part of Keel is damaged', { timeout: 60_000 })
    await page.goto('/#/history')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await browser.close()
  })
})

test('a browser without WebGL is told what is missing', async ({ baseURL }) => {
  const browser = await chromium.launch({
    ...withCamera(bridge),
    args: [...withCamera(bridge).args, '--disable-gpu', '--disable-software-rasterizer'],
  })
  const page = await browser.newPage({ baseURL: baseURL ?? '' })
  await page.goto(LIVE)
  await page.getByRole('button', { name: 'Open the camera' }).click()
  await expect(page.getByRole('alert')).toContainText('no graphics', { timeout: 60_000 })
  await expect(page.getByRole('alert')).toContainText('WebGL2')
  await browser.close()
})
