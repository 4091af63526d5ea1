/**
 * Sets in front of a film as the camera, one after another, for a long time: does anything grow or slow down?
 *
 *   npm run soak [-- --minutes N]     30 minutes unless told; 5 with CI set. Needs `npm run build` first.
 *
 * Prints a line a sample and what came of it; exit code 1 when something grew or slowed beyond its limit.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from 'playwright'
import { serve } from '../scripts/serve'
import { cameraFilm, withCamera } from '../tests/e2e/camera'

const { values } = parseArgs({ options: { minutes: { type: 'string' } } })
const minutes = Number(values.minutes ?? (process.env.CI ? 5 : 30))
/** Seconds between two samples. */
const EVERY = 30
/** What may come on top of the first samples' median until the last ones'. */
const LIMITS = { heap: 10, renderer: 60, rate: 0.2, frame: 17 } as const

interface Sample {
  readonly seconds: number
  /** The page's script memory after a collection, MB. */
  readonly heap: number
  /** What the page's process holds, the pose worker and its model with it, MB. */
  readonly renderer: number
  /** Poses a second. */
  readonly rate: number
  /** The 95th percentile of the time between two frames of the screen, ms. */
  readonly frame: number
  readonly sets: number
}

declare global {
  interface Window {
    soak: { poses: number; frames: number[] }
  }
}

/** Counts poses as they come from the worker, and the screen's frames, without touching the app. */
function watchPage(): void {
  const seen = { poses: 0, frames: [] as number[] }
  window.soak = seen
  window.Worker = class extends Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given)
      this.addEventListener('message', ({ data }: MessageEvent<{ kind?: string }>) => {
        if (data.kind === 'pose') seen.poses++
      })
    }
  }
  let last = performance.now()
  const tick = (now: number): void => {
    seen.frames.push(now - last)
    last = now
    requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
}

const middle = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1] ?? NaN

const served = await serve(path.resolve(import.meta.dirname, '../dist'), 0)
const browser = await chromium.launch(withCamera(cameraFilm('bridge-good', { to: 14 })))
const samples: Sample[] = []
let sets = 0
try {
  const page = await browser.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  // tsx names functions by a helper that the page does not have.
  await page.addInitScript({ content: 'globalThis.__name = (given) => given' })
  await page.addInitScript(watchPage)
  await beginSet(page, served.url)
  const session = await page.context().newCDPSession(page)
  const began = performance.now()
  let next = began + EVERY * 1000
  while (performance.now() - began < minutes * 60_000) {
    await page.waitForTimeout(Math.max(0, next - performance.now()))
    next += EVERY * 1000
    // A set that ended, by itself or by its target, is followed by the next without loading the page anew.
    if (await page.getByRole('button', { name: 'End set' }).isHidden()) await nextSet(page)
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    const { poses, frames } = await page.evaluate(() => {
      const { soak } = window
      const taken = { poses: soak.poses, frames: soak.frames }
      soak.poses = 0
      soak.frames = []
      return taken
    })
    const sorted = frames.sort((a, b) => a - b)
    const sample: Sample = {
      seconds: (performance.now() - began) / 1000,
      heap: usedSize / 1e6,
      renderer: await largestRenderer(),
      rate: poses / EVERY,
      frame: sorted[Math.floor(sorted.length * 0.95)] ?? NaN,
      sets,
    }
    samples.push(sample)
    const { seconds, heap, renderer, rate, frame } = sample
    console.log(
      `${seconds.toFixed(0).padStart(5)} s  heap ${heap.toFixed(1)} MB  page's process ${renderer.toFixed(0)} MB  ` +
        `${rate.toFixed(1)} poses/s  screen p95 ${frame.toFixed(1)} ms  set ${sets}`,
    )
  }
  report(errors)
} finally {
  await browser.close()
  await served.close()
}

async function beginSet(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/#/live/bridge/double-leg`)
  await page.getByRole('button', { name: 'Open the camera' }).click()
  await page.getByRole('button', { name: 'End set' }).waitFor({ timeout: 120_000 })
  sets++
}

async function nextSet(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#/live/bridge/double-leg'))
  const open = page.getByRole('button', { name: 'Open the camera' })
  const end = page.getByRole('button', { name: 'End set' })
  await open
    .or(end)
    .or(page.getByRole('region', { name: 'Placement' }))
    .first()
    .waitFor({ timeout: 60_000 })
  if (await open.isVisible()) await open.click()
  await end.waitFor({ timeout: 120_000 })
  sets++
}

/** Megabytes of the largest renderer: the page, with its worker. */
async function largestRenderer(): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(
      ({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1e3,
    )
  return Math.max(...sizes)
}

function report(errors: readonly string[]): void {
  const share = Math.max(1, Math.floor(samples.length / 4))
  // The first sample still compiles and warms up.
  const first = samples.slice(1, 1 + share)
  const last = samples.slice(-share)
  const of = (part: readonly Sample[], what: 'heap' | 'renderer' | 'rate' | 'frame'): number =>
    middle(part.map((sample) => sample[what]))
  const rows = [
    ['heap, MB', of(first, 'heap'), of(last, 'heap'), of(last, 'heap') - of(first, 'heap') <= LIMITS.heap],
    [
      'page’s process, MB',
      of(first, 'renderer'),
      of(last, 'renderer'),
      of(last, 'renderer') - of(first, 'renderer') <= LIMITS.renderer,
    ],
    [
      'poses a second',
      of(first, 'rate'),
      of(last, 'rate'),
      of(last, 'rate') >= (1 - LIMITS.rate) * of(first, 'rate'),
    ],
    [
      'screen p95, ms',
      of(first, 'frame'),
      of(last, 'frame'),
      of(last, 'frame') <= of(first, 'frame') + LIMITS.frame,
    ],
  ] as const
  for (const [what, from, to, flat] of rows)
    console.log(`${what.padEnd(20)} ${from.toFixed(1)} → ${to.toFixed(1)}  ${flat ? 'flat' : 'NOT FLAT'}`)
  console.log(
    `${sets} sets, ${errors.length} errors in the page${errors.length > 0 ? `: ${errors[0] ?? ''}` : ''}`,
  )
  if (errors.length > 0 || rows.some(([, , , flat]) => !flat)) process.exitCode = 1
}
