/** A live set of the built app, the camera playing a film: latency, the page's own smoothness, memory. */
import { readFileSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright'
import { withCamera } from '../../tests/e2e/camera'
import type { BareRound } from './page'
import { figure, median, quantile, sum, type Line } from './table'

/** The fake camera's. */
const FRAME_INTERVAL = 1000 / 30

interface Watched {
  /** Milliseconds from the camera to the finished overlay. */
  latency: number[]
  /** Between screen frames. */
  frames: number[]
  /** Longer than 50 ms. */
  tasks: number[]
  poses: number
}

declare global {
  interface Window {
    watched: Watched
  }
}

/* eslint-disable @typescript-eslint/unbound-method -- each is called with its own object */

/** Runs before the app: hears when pictures were taken, when their overlay was drawn, and how the page does. */
function watch(): void {
  const watched: Watched = { latency: [], frames: [], tasks: [], poses: 0 }
  window.watched = watched
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.tasks.push(duration)
  }).observe({ type: 'longtask' })

  let last = 0
  const tick = (now: number): void => {
    if (last > 0) watched.frames.push(now - last)
    last = now
    requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)

  // The frame's time is seconds since the first picture, by the camera's clock: so the first one's time gives all.
  let first: number | null = null
  const request = HTMLVideoElement.prototype.requestVideoFrameCallback
  HTMLVideoElement.prototype.requestVideoFrameCallback = function (callback) {
    return request.call(this, (now, metadata) => {
      first ??= metadata.captureTime ?? now
      callback(now, metadata)
    })
  }
  let taken = 0
  const post = Worker.prototype.postMessage as (message: unknown, transfer: Transferable[]) => void
  Worker.prototype.postMessage = function (message: unknown, options?: unknown) {
    if (typeof message === 'object' && message !== null && 'time' in message)
      taken = (first ?? 0) + 1000 * Number(message.time)
    post.call(this, message, options as Transferable[])
  }
  // The overlay begins with a wipe; everything of the frame is done when what is under way returns.
  const wipe = CanvasRenderingContext2D.prototype.clearRect
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    wipe.apply(this, box)
    watched.poses++
    const from = taken
    queueMicrotask(() => watched.latency.push(performance.now() - from))
  }
}

/* eslint-enable @typescript-eslint/unbound-method */

export interface LiveOptions {
  /** The app's address, and the bench's page. */
  readonly app: string
  readonly bench: string
  /** A film for the fake camera, of clean reps: the set must not end by itself. */
  readonly camera: string
  readonly rounds: number
  /** Seconds of a round. */
  readonly seconds: number
  /** Frames to run for memory: at each of them it is read. */
  readonly checkpoints: readonly number[]
}

interface Round {
  readonly keel: Watched
  /** A page with the same camera and nothing else, beside the bare loop. */
  readonly empty: Watched
  readonly bare: BareRound
}

export async function liveLines(options: LiveOptions): Promise<readonly Line[]> {
  const browser = await chromium.launch(withCamera(options.camera))
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    // The compiler that runs this file marks functions' names by a helper that a page does not have.
    await context.addInitScript({ content: 'globalThis.__name = (value) => value' })
    await context.addInitScript(watch)
    const rounds: Round[] = []
    for (let i = 0; i < options.rounds; i++) {
      const app = await openSet(context, options.app)
      const keel = await watched(app, options.seconds)
      await app.close()
      rounds.push({ keel, ...(await bareRound(context, options)) })
    }
    const memory = options.checkpoints.length > 0 ? await memoryLines(browser, context, options) : []
    return [...linesOf(rounds), ...memory]
  } finally {
    await browser.close()
  }
}

/** A page in the middle of a set. */
async function openSet(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address)
  await page.getByRole('button', { name: 'Open the camera' }).click()
  await page.getByRole('button', { name: 'End set' }).waitFor({ timeout: 120_000 })
  return page
}

async function watched(page: Page, seconds: number): Promise<Watched> {
  await page.evaluate(() => {
    const { watched } = window
    watched.latency.length = watched.frames.length = watched.tasks.length = 0
  })
  await page.waitForTimeout(seconds * 1000)
  return page.evaluate(() => window.watched)
}

async function bareRound(
  context: BrowserContext,
  { bench, seconds }: LiveOptions,
): Promise<Pick<Round, 'bare' | 'empty'>> {
  const page = await context.newPage()
  await page.goto(bench)
  await page.evaluate(() => window.keelBench.prepare(false))
  await page.evaluate(() => window.keelBench.showCamera())
  await page.evaluate(() => window.keelBench.bare())
  const running = page.evaluate((length) => window.keelBench.bareFor(length), seconds * 1000)
  const empty = await watched(page, seconds)
  const bare = await running
  await page.close()
  return { bare, empty }
}

function linesOf(rounds: readonly Round[]): readonly Line[] {
  const each = (read: (round: Round) => number): readonly number[] => rounds.map(read)
  const shown = (share: number) => each(({ keel }) => quantile(keel.latency, share))
  const inference = (share: number) => each(({ bare }) => quantile(bare.spent, share))
  const screen = each(({ keel }) => quantile(keel.frames, 0.95))
  const emptyScreen = each(({ empty }) => quantile(empty.frames, 0.95))
  return [
    {
      what: 'camera to overlay, p50',
      values: shown(0.5),
      unit: 'ms',
      beside: `inference p50 ${figure(median(inference(0.5)))} ms`,
      limit: null,
    },
    {
      what: 'camera to overlay, p95, over inference p95 and one frame interval',
      values: each(
        ({ keel, bare }) => quantile(keel.latency, 0.95) / (quantile(bare.spent, 0.95) + FRAME_INTERVAL),
      ),
      unit: '×',
      beside: `${figure(median(inference(0.95)))} + 33.3 ms (Keel ${figure(median(shown(0.95)))})`,
      limit: { at: 1, must: 'most' },
    },
    {
      what: 'live poses a second, over the bare loop',
      values: each(
        ({ keel, bare }) => keel.latency.length / sum(keel.frames) / (bare.spent.length / bare.milliseconds),
      ),
      unit: '×',
      beside: `${figure(median(each(({ bare }) => (1000 * bare.spent.length) / bare.milliseconds)))} a second`,
      limit: null,
    },
    {
      what: 'tasks over 50 ms on the page in a set, a minute',
      values: each(({ keel }) => (60_000 * keel.tasks.length) / sum(keel.frames)),
      unit: '',
      beside: `an empty page ${figure(median(each(({ empty }) => (60_000 * empty.tasks.length) / sum(empty.frames))))}`,
      limit: { at: 0, must: 'most' },
    },
    {
      what: 'screen frame p95 in a set',
      values: screen,
      unit: 'ms',
      beside: `an empty page ${figure(median(emptyScreen))} ms`,
      limit: { at: 17, must: 'most' },
    },
    {
      what: 'the same over an empty page with the same camera and inference',
      values: screen.map((value, i) => value / (emptyScreen[i] ?? NaN)),
      unit: '×',
      limit: { at: 1.1, must: 'most' },
    },
  ]
}

/** Megabytes of the page's heap after a collection, and of all the browser's page processes, at each checkpoint. */
async function memoryLines(
  browser: Browser,
  context: BrowserContext,
  { app, checkpoints }: LiveOptions,
): Promise<readonly Line[]> {
  const page = await openSet(context, app)
  const session = await context.newCDPSession(page)
  const root = await browser.newBrowserCDPSession()
  const read: { frames: number; heap: number; resident: number }[] = []
  for (const frames of checkpoints) {
    await page.waitForFunction((wanted) => window.watched.poses >= wanted, frames, {
      timeout: 0,
      polling: 500,
    })
    // What the watching itself has noted down is not the page's.
    await page.evaluate(() => {
      const { watched } = window
      watched.latency = []
      watched.frames = []
    })
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    const { processInfo } = await root.send('SystemInfo.getProcessInfo')
    const resident = sum(
      processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentBytes(id)),
    )
    read.push({ frames, heap: usedSize / 1e6, resident: resident / 1e6 })
  }
  await page.close()
  const first = read[0]
  const last = read.at(-1)
  if (!first || !last) return []
  return [
    {
      what: `page heap after ${read.map(({ frames }) => String(frames)).join(', ')} live frames: last over first`,
      values: [last.heap / first.heap],
      unit: '×',
      beside: `${read.map(({ heap }) => figure(heap)).join(', ')} MB`,
      limit: { at: 1.1, must: 'most' },
    },
    {
      what: 'the same with the pose worker and all else of its process',
      values: [last.resident / first.resident],
      unit: '×',
      beside: `${read.map(({ resident }) => figure(resident)).join(', ')} MB`,
      limit: { at: 1.1, must: 'most' },
    },
  ]
}

/** Resident memory of a process by the system's own book (Linux); NaN elsewhere. */
function residentBytes(pid: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${String(pid)}/statm`, 'utf8').split(' ')[1])
    return pages * 4096
  } catch {
    return NaN
  }
}
