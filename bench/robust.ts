/**
 * `npm run bench:robust -- FOLDER [--only TEXT] [--variants TEXT,…] [--fps N] [--traces DIR]`: is the verdict the same whatever the camera?
 *
 * Makes variants of six clips (two an exercise) of FOLDER with ffmpeg and analyses each as a film of its own: at 15 and 12
 * frames a second, mirrored, at 480×360, 320×240 and 1280×720, two stops darker, the person 30% smaller, with a second person at
 * the edge, a mirror, a television, a passer-by, a pet. Prints, against the clip as it is: same count, same breakdown (±1 rep or ±2 s), same flagged checks.
 *
 * `--fps` reads all but the clip itself at N frames a second. With `--traces` the pose frames are kept in DIR, and
 * where DIR has them, only the judgement runs again: seconds instead of an hour after a change of the rules.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { AnalyserPage } from '../scripts/analyser-page'
import { createAnalyser } from '../src/core/analysis/create-analyser'
import type { SetAnalysis } from '../src/core/analysis/model'
import { decodeTrace } from '../src/core/pose/trace'
import { findExercise } from '../src/exercises'

interface Clip {
  readonly name: string
  readonly file: string
  readonly exercise: string
}

/** Two clips an exercise: one in which form gives early to late, and one with another fault or camera. */
const CLIPS = [
  'birddog_arch_side',
  'birddog_rom_fatigue_side',
  'bridge_lumbar_side_table',
  'bridge_fatigue_rom_side',
  'sideplank_sag_front',
  'sideplank_pike_front',
]
/** Whose body stands in for a second person: another clip's, cut out and put at the edge. */
const STRANGER = 'sideplank_clean_up'

type Filter = (source: string, stranger: string) => readonly string[]
const simple =
  (filter: string): Filter =>
  (source) => ['-i', source, '-vf', filter]

const VARIANTS: Readonly<Record<string, Filter>> = {
  '15 fps': simple('fps=15'),
  '12 fps': simple('fps=12'),
  mirrored: simple('hflip'),
  // What a busy machine is shown, see src/app/camera/frame-budget.ts; its every second picture is '15 fps'.
  '480×360': simple('scale=480:360'),
  '320×240': simple('scale=320:240'),
  '1280×720': simple('scale=960:720,pad=1280:720:160:0:color=0x808080'),
  // Two stops: a quarter of the light, in linear light (gamma 2.2).
  '2 stops darker': simple("lutrgb=r='val*0.5325':g='val*0.5325':b='val*0.5325'"),
  '30% smaller': simple('scale=448:336,pad=640:480:96:120:color=0x9a9a94'),
  'second person': (source, stranger) => [
    '-i',
    source,
    '-stream_loop',
    '-1',
    '-i',
    stranger,
    '-filter_complex',
    '[1:v]crop=200:240:60:90,scale=90:108[p];[0:v][p]overlay=0:300:shortest=1',
  ],
  // The person's own picture the other way round, smaller and at the edge.
  'mirror on the wall': (source) => [
    ...['-i', source],
    ...['-filter_complex', '[0:v]split[a][b];[b]hflip,scale=200:150[m];[a][m]overlay=430:6'],
  ],
  // Somebody else at an exercise on a screen.
  television: (source, stranger) => [
    ...['-i', source, '-stream_loop', '-1', '-i', stranger],
    ...['-filter_complex', '[1:v]scale=200:150[t];[0:v][t]overlay=10:6:shortest=1'],
  ],
  // As large as the person, from one edge to the other in four seconds.
  'passer-by': (source, stranger) => [
    ...['-i', source, '-stream_loop', '-1', '-i', stranger],
    ...[
      '-filter_complex',
      "[1:v]crop=200:320:60:60[p];[0:v][p]overlay='if(between(t,10,14),(t-10)*210-200,-400)':40:shortest=1",
    ],
  ],
  // A dark thing of a cat's size that runs to and fro in front of the mat.
  pet: (source) => [
    ...['-i', source, '-f', 'lavfi', '-i', 'color=0x4a3222:s=72x44:r=30'],
    ...[
      '-filter_complex',
      "[1:v]format=rgba,geq=r=74:g=50:b=34:a='255*lte(pow((X-36)/36,2)+pow((Y-22)/22,2),1)'[c];" +
        "[0:v][c]overlay='300+280*sin(t*1.3)':'400+12*sin(t*9)':shortest=1",
    ],
  ],
}

/** Checks that explain but don't judge. */
const SUPPORT = new Set(['sway', 'tempo-drift'])

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    variants: { type: 'string' },
    fps: { type: 'string' },
    traces: { type: 'string' },
  },
})
const [folder] = positionals
if (folder === undefined) {
  console.error(
    'usage: npm run bench:robust -- FOLDER [--only TEXT] [--variants TEXT,…] [--fps N] [--traces DIR]',
  )
  process.exit(2)
}
const asked = values.variants?.split(',')
const variants = Object.entries(VARIANTS).filter(
  ([name]) => asked?.some((text) => name.includes(text)) ?? true,
)
const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as {
  clips: readonly Clip[]
}
const chosen = manifest.clips.filter(({ name }) => CLIPS.includes(name) && name.includes(values.only ?? ''))
const stranger = path.join(folder, manifest.clips.find(({ name }) => name === STRANGER)?.file ?? '')
const work = mkdtempSync(path.join(os.tmpdir(), 'keel-robust-'))
const kept = values.traces ?? work
mkdirSync(kept, { recursive: true })
const page = await AnalyserPage.open()
let changed = 0
let compared = 0
try {
  const queue = chosen.values()
  await Promise.all([0, 1].map(() => clipsInTurn(queue)))
  console.log(`\n${String(compared - changed)} of ${String(compared)} verdicts unchanged`)
} finally {
  await page.close()
  rmSync(work, { recursive: true, force: true })
}

async function clipsInTurn(clips: Iterator<Clip>): Promise<void> {
  for (let step = clips.next(); !step.done; step = clips.next()) {
    const clip = step.value
    const source = path.join(folder ?? '', clip.file)
    const base = await analysed(clip, 'as it is', null)
    const lines = [`${clip.name}: ${verdictOf(base)}`]
    for (const [name, filter] of variants) {
      const found = await analysed(clip, name, () => filter(source, stranger))
      const differences = compare(base, found, name === 'mirrored')
      compared++
      if (differences.length > 0) changed++
      lines.push(
        `  ${name.padEnd(18)} ${differences.length > 0 ? `CHANGED ${differences.join('; ')}` : 'same'}`,
      )
    }
    console.log(lines.join('\n'))
  }
}

function fileName(clip: Clip, variant: string): string {
  return `${clip.name}-${variant.replace(/\W+/g, '-')}`
}

function made(name: string, filter: readonly string[]): string {
  const target = path.join(work, `${name}.mp4`)
  const { status, stderr } = spawnSync(
    'ffmpeg',
    ['-v', 'error', '-y', ...filter, '-an', '-c:v', 'libx264', '-crf', '20', '-preset', 'veryfast', target],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`ffmpeg: ${stderr}`)
  return target
}

/** The judgement of a clip, or of what `filter` makes of it, by the rules as they stand here. */
async function analysed(
  clip: Clip,
  variant: string,
  filter: (() => readonly string[]) | null,
): Promise<SetAnalysis> {
  const name = fileName(clip, variant)
  const file = path.join(kept, `${name}.ktrace`)
  if (!existsSync(file)) {
    const film = filter === null ? path.join(folder ?? '', clip.file) : made(name, filter())
    const { trace } = await page.analyse(film, {
      exercise: clip.exercise,
      variation: null,
      side: null,
      series: false,
      fps: filter === null || values.fps === undefined ? null : Number(values.fps),
      model: 'full',
      trace: true,
    })
    writeFileSync(file, Buffer.from(trace ?? '', 'base64'))
  }
  const exercise = findExercise(clip.exercise)
  if (!exercise) throw new Error(`no exercise ${clip.exercise}`)
  const analyser = createAnalyser({ exercise, variation: null, side: null })
  for (const frame of decodeTrace(gunzipSync(readFileSync(file)))) analyser.step(frame)
  return analyser.finish()
}

function countOf({ reps, holds }: SetAnalysis): number {
  return reps.filter(({ complete }) => complete).length + holds.length
}

function sidesOf({ reps, holds }: SetAnalysis): string {
  return [...reps, ...holds].map(({ side }) => side?.[0] ?? '-').join('')
}

function flagsOf({ reps, holds }: SetAnalysis): string {
  const checks = [...reps, ...holds].flatMap(({ findings }) =>
    findings
      .filter((f) => f.verdict === 'flagged' && f.grade >= 2 && !SUPPORT.has(f.check))
      .map(({ check }) => check),
  )
  return [...new Set(checks)].sort().join(' ')
}

function verdictOf(report: SetAnalysis): string {
  const { breakdown } = report
  const broke = breakdown ? `breakdown ${String(breakdown.rep ?? breakdown.seconds)}` : 'no breakdown'
  return `count ${String(countOf(report))}, ${broke}, flags ${flagsOf(report) || 'none'}`
}

function compare(base: SetAnalysis, found: SetAnalysis, mirror: boolean): readonly string[] {
  const differences: string[] = []
  if (countOf(found) !== countOf(base)) differences.push(`count ${String(countOf(found))}`)
  const sides = mirror ? sidesOf(base).replace(/[lr]/g, (s) => (s === 'l' ? 'r' : 'l')) : sidesOf(base)
  if (sidesOf(found) !== sides) differences.push(`sides ${sidesOf(found)}`)
  if (flagsOf(found) !== flagsOf(base)) differences.push(`flags ${flagsOf(found) || 'none'}`)
  const [a, b] = [base.breakdown, found.breakdown]
  const far =
    a && b
      ? a.rep === null || b.rep === null
        ? Math.abs(a.seconds - b.seconds) > 2
        : Math.abs(a.rep - b.rep) > 1
      : a !== b
  if (far) differences.push(`breakdown ${b ? String(b.rep ?? b.seconds) : 'none'}`)
  return differences
}
