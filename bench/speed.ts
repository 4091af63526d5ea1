/**
 * `npm run bench [-- --quick] [--only film|start|graphics|live|analyser|bundle|storage] [--memory]`: how fast Keel is, beside the bare model in the same run.
 *
 * Builds the app and the bench's page, plays the bundled sample in headless Chromium, and prints one table, and
 * under it what years of stored sets cost (bench/storage.ts).
 * Keel and the bare `detectForVideo` loop take turns on the same pictures, so that whatever else the machine
 * does slows both. `--quick` is a short run; `--memory` runs a live set of 20,000 frames.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { launchChromium } from '../scripts/chromium'
import { serve } from '../scripts/serve'
import { cameraFilm } from '../tests/e2e/camera'
import type { AnalyserFigures } from './speed/analyser'
import { initialScriptKilobytes } from './speed/bundle'
import { filmLines, startLine } from './speed/film'
import { graphicsLines } from './speed/graphics'
import { liveLines } from './speed/live'
import { figure, table, within, type Line } from './speed/table'

const root = path.resolve(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    memory: { type: 'boolean', default: false },
  },
})
const { quick, only, memory } = values
const wanted = (part: string): boolean => only === undefined || only === part
/** Seconds of film a round, and of a live round; how many of each. */
const size = quick
  ? { film: 5, rounds: 3, live: 6, liveRounds: 1, starts: 3, checkpoints: [] }
  : { film: 15, rounds: 5, live: 15, liveRounds: 5, starts: 5, checkpoints: [200, 1000] }
const checkpoints = memory ? [1000, 5000, 20_000] : size.checkpoints

const folder = mkdtempSync(path.join(os.tmpdir(), 'keel-bench-'))
const app = path.join(folder, 'app')
const lines: Line[] = []
try {
  console.error('building…')
  await build({ root, logLevel: 'error', build: { outDir: app, emptyOutDir: true } })
  if (['film', 'start', 'graphics', 'live'].some(wanted)) await inBrowser()
  if (wanted('analyser')) lines.push(...analyserLines())
  if (wanted('bundle'))
    lines.push({
      what: 'scripts before the first screen can be used, gzip',
      values: [initialScriptKilobytes(app)],
      unit: 'kB',
      limit: { at: 100, must: 'most' },
    })
  if (lines.length > 0) print()
  if (wanted('storage')) storage()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function print(): void {
  const { length } = os.cpus()
  console.log(
    `\n${os.cpus()[0]?.model ?? ''}, ${String(length)} cores, load ${os
      .loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}\n`,
  )
  console.log(table(lines))
  if (!lines.every(within)) process.exitCode = 1
}

/** With the app that was built above. */
function storage(): void {
  const { status } = spawnSync(
    process.execPath,
    [
      ...['--import', 'tsx', path.join(root, 'bench/storage.ts')],
      quick ? '100,1000,5000' : '100,1000,5000,20000',
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, KEEL_DIST: app } },
  )
  if (status !== 0) process.exitCode = 1
}

async function inBrowser(): Promise<void> {
  const bench = path.join(folder, 'bench')
  await build({ root, mode: 'bench', logLevel: 'error', build: { outDir: bench, emptyOutDir: true } })
  cutFilm(path.join(bench, 'short.mp4'), size.film)
  const servedBench = await serve(bench, 0)
  const servedApp = await serve(app, 0)
  const page = `${servedBench.url}/bench/speed/page.html`
  try {
    if (['film', 'start', 'graphics'].some(wanted)) lines.push(...(await onBenchPage(page)))
    if (wanted('live'))
      lines.push(
        ...(await liveLines({
          app: `${servedApp.url}/#/live/bridge/double-leg`,
          bench: page,
          camera: cameraFilm('bridge-good', { to: 14 }),
          rounds: size.liveRounds,
          seconds: size.live,
          checkpoints,
        })),
      )
  } finally {
    await servedBench.close()
    await servedApp.close()
  }
}

async function onBenchPage(address: string): Promise<readonly Line[]> {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    await page.goto(address)
    await page.evaluate(() => window.keelBench.prepare(true))
    return [
      ...(wanted('film') ? await filmLines(page, size.rounds, size.film) : []),
      ...(wanted('start') ? [await startLine(page, size.starts)] : []),
      ...(wanted('graphics') ? await graphicsLines(page) : []),
    ]
  } finally {
    await browser.close()
  }
}

/** The first seconds of the sample, bit for bit. */
function cutFilm(target: string, seconds: number): void {
  execFileSync('ffmpeg', [
    ...['-v', 'error', '-y', '-i', path.join(root, 'public/sample/bridge.mp4')],
    ...['-t', String(seconds), '-c', 'copy', target],
  ])
}

function analyserLines(): readonly Line[] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      ...['--expose-gc', '--min-semi-space-size=128', '--max-semi-space-size=128'],
      ...['--import', 'tsx', path.join(root, 'bench/speed/analyser.ts')],
    ],
    { cwd: root, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return (JSON.parse(stdout) as AnalyserFigures[]).flatMap(({ exercise, p50, p95, bytes, alive }) => {
    const [, middle, last] = alive
    const grown = ((last?.kilobytes ?? NaN) - (middle?.kilobytes ?? NaN)) * 1000
    return [
      {
        what: `analyser alone, ${exercise}, p95`,
        values: [p95],
        unit: 'ms',
        beside: `p50 ${figure(p50)} ms`,
        limit: { at: 0.2, must: 'most' as const },
      },
      {
        what: `analyser, ${exercise}, allocated a frame`,
        values: [bytes / 1000],
        unit: 'kB',
        limit: null,
      },
      {
        what: `analyser, ${exercise}, kept a frame from the 5,000th to the 20,000th`,
        values: [grown / ((last?.frames ?? NaN) - (middle?.frames ?? NaN))],
        unit: 'bytes',
        beside: `${alive.map(({ kilobytes }) => figure(kilobytes / 1000)).join(', ')} MB after 1,000, 5,000, 20,000`,
        // Six angles of eight bytes a frame are the record itself.
        limit: { at: 100, must: 'most' as const },
      },
    ]
  })
}
