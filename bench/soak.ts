/**
 * Sets in front of a film as the camera, one after another, for a long time: does anything grow or slow down?
 *
 *   npm run soak [-- --minutes N]     30 minutes unless told; 5 with CI set. Needs `npm run build` first.
 *
 * Prints a line a sample, then start, middle and end of the run with the limit of each and whether it stayed flat; exit
 * code 1 when something did not. The first two minutes warm up and stay out of it; a run of less than five is no verdict.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from 'playwright'
import { serve } from '../scripts/serve'
import { cameraFilm, withCamera } from '../tests/e2e/camera'

const { values } = parseArgs({ options: { minutes: { type: 'string' } } })
const minutes = Number(values.minutes ?? (process.env.CI ? 5 : 30))
/** Seconds between two samples, all of them of a running set. */
const EVERY = Math.min(30, minutes * 4)
/** Seconds after which a set is ended and the next begun, as people do. */
const SET_LASTS = Math.min(90, minutes * 20)
/** Seconds in which the model's memory settles. */
const WARM_UP = minutes < 5 ? minutes * 12 : 120
/** Minutes below which nothing is said of what grows: the memory has hardly settled. */
const JUDGED_FROM = 5
/** What the end may have more than the start: megabytes, megabytes, a share less of the rate, milliseconds of a frame. */
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
  let setBegan = began
  while (performance.now() - began < minutes * 60_000) {
    if (!(await running(page)) || performance.now() - setBegan > SET_LASTS * 1000) {
      await nextSet(page)
      setBegan = performance.now()
    }
    await takeSeen(page)
    const from = performance.now()
    await page.waitForTimeout(EVERY * 1000)
    const { poses, frames } = await takeSeen(page)
    const seconds = (performance.now() - from) / 1000
    // A set that ended by itself meanwhile says nothing of the rate.
    if (!(await running(page))) continue
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    const sorted = frames.sort((a, b) => a - b)
    const sample: Sample = {
      seconds: (performance.now() - began) / 1000,
      heap: usedSize / 1e6,
      renderer: await largestRenderer(),
      rate: poses / seconds,
      frame: sorted[Math.floor(sorted.length * 0.95)] ?? NaN,
      sets,
    }
    samples.push(sample)
    const { heap, renderer, rate, frame } = sample
    console.log(
      `${sample.seconds.toFixed(0).padStart(5)} s  heap ${heap.toFixed(1)} MB  page's process ${renderer.toFixed(0)} MB  ` +
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

function running(page: Page): Promise<boolean> {
  return page.getByRole('button', { name: 'End set' }).isVisible()
}

/** What the page counted since it was last asked. */
async function takeSeen(page: Page): Promise<Window['soak']> {
  return page.evaluate(() => {
    const { poses, frames } = window.soak
    window.soak.poses = 0
    window.soak.frames = []
    return { poses, frames }
  })
}

/** Ends the set that runs, if one does, and begins another without loading the page anew. */
async function nextSet(page: Page): Promise<void> {
  const end = page.getByRole('button', { name: 'End set' })
  if (await end.isVisible()) await end.click()
  await end.waitFor({ state: 'hidden' })
  // The film may be in the middle of a rep when a set begins: one whose start position nobody took is begun again.
  for (let tries = 1; ; tries++) {
    await page.evaluate(() => (location.hash = '#/'))
    await page.evaluate(() => (location.hash = '#/live/bridge/double-leg'))
    const open = page.getByRole('button', { name: 'Open the camera' })
    await open
      .or(end)
      .or(page.getByRole('region', { name: 'Placement' }))
      .first()
      .waitFor({ timeout: 60_000 })
    if (await open.isVisible()) await open.click()
    try {
      await end.waitFor({ timeout: 90_000 })
      sets++
      return
    } catch (error) {
      if (tries === 3) throw error
    }
  }
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

type Measure = 'heap' | 'renderer' | 'rate' | 'frame'

function report(errors: readonly string[]): void {
  const warm = samples.filter(({ seconds }) => seconds > WARM_UP)
  const third = warm.length / 3
  const parts = [0, 1, 2].map((n) => warm.slice(Math.floor(n * third), Math.floor((n + 1) * third)))
  const medians = (what: Measure): number[] => parts.map((part) => middle(part.map((sample) => sample[what])))
  const rows = [
    ['heap, MB', 'heap', `at most ${LIMITS.heap} more`, (from, to) => to <= from + LIMITS.heap],
    [
      'page’s process, MB',
      'renderer',
      `at most ${LIMITS.renderer} more`,
      (from, to) => to <= from + LIMITS.renderer,
    ],
    [
      'poses a second',
      'rate',
      `at most ${LIMITS.rate * 100}% fewer`,
      (from, to) => to >= from * (1 - LIMITS.rate),
    ],
    ['screen p95, ms', 'frame', `at most ${LIMITS.frame} more`, (from, to) => to <= from + LIMITS.frame],
  ] as const satisfies readonly (readonly [string, Measure, string, (from: number, to: number) => boolean])[]
  console.log(`after ${WARM_UP} s, ${warm.length} samples`.padEnd(26) + '  start  middle     end')
  const judged = minutes >= JUDGED_FROM
  let flat = warm.length >= 3
  for (const [name, what, limit, holds] of rows) {
    const values = medians(what)
    const held = holds(values[0] ?? NaN, values[2] ?? NaN)
    flat &&= held
    console.log(
      name.padEnd(26) +
        values.map((value) => value.toFixed(1).padStart(7)).join(' ') +
        `  ${judged ? (held ? 'flat' : 'NOT FLAT') : 'too short to say'} (${limit})`,
    )
  }
  console.log(
    `${sets} sets, ${errors.length} errors in the page${errors.length > 0 ? `: ${errors[0] ?? ''}` : ''}`,
  )
  if ((judged && !flat) || errors.length > 0) process.exitCode = 1
}
