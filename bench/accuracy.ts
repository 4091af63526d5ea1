/**
 * `npm run bench:accuracy -- FOLDER [OUT] [--traces DIR] [--fps N] [--model M] [--only TEXT]`
 *
 * Analyses every clip of FOLDER's manifest.json in one browser, two at a time, writes OUT/NAME.json, and
 * scores them where the scorer is at hand. What is known of a clip (variation, side) is not told: the film must show it.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { AnalyserPage } from '../scripts/analyser-page'
import { framesPerSecond } from '../scripts/analyse-arguments'
import { MODEL_NAMES } from '../src/pose-worker/protocol'

interface Clip {
  readonly name: string
  readonly file: string
  readonly exercise: string
}

const PAGES = 2
const scorer = path.resolve(import.meta.dirname, '../../shared/eval/score.mjs')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    traces: { type: 'string' },
    fps: { type: 'string' },
    model: { type: 'string', default: 'full' },
    only: { type: 'string' },
  },
})
const [folder, out = 'bench/out'] = positionals
const model = MODEL_NAMES.find((name) => name === values.model)
if (folder === undefined || model === undefined) {
  console.error(
    'usage: npm run bench:accuracy -- FOLDER [OUT] [--traces DIR] [--fps N] [--model M] [--only TEXT]',
  )
  process.exit(2)
}
const request = {
  variation: null,
  side: null,
  series: true,
  fps: framesPerSecond(values.fps),
  model,
  trace: values.traces !== undefined,
}

const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as {
  clips: readonly Clip[]
}
const queue = manifest.clips.filter(({ name }) => name.includes(values.only ?? ''))
mkdirSync(out, { recursive: true })
if (values.traces !== undefined) mkdirSync(values.traces, { recursive: true })

const page = await AnalyserPage.open()
try {
  const next = queue.values()
  await Promise.all(Array.from({ length: PAGES }, () => work(page, next)))
} finally {
  await page.close()
}
if (existsSync(scorer)) spawnSync(process.execPath, [scorer, folder, out], { stdio: 'inherit' })

async function work(analyser: AnalyserPage, clips: Iterator<Clip>): Promise<void> {
  for (let step = clips.next(); !step.done; step = clips.next()) {
    const { name, file, exercise } = step.value
    try {
      const { report, trace, milliseconds } = await analyser.analyse(path.join(folder ?? '', file), {
        ...request,
        exercise,
      })
      writeFileSync(path.join(out, `${name}.json`), `${JSON.stringify(report)}\n`)
      if (trace !== null)
        writeFileSync(path.join(values.traces ?? out, `${name}.ktrace`), Buffer.from(trace, 'base64'))
      const each = milliseconds / Math.max(1, report.clip.analysedFrames)
      console.error(`${name}: ${String(report.clip.analysedFrames)} frames, ${each.toFixed(1)} ms each`)
    } catch (error) {
      process.exitCode = 1
      console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}
