/** Builds what a command needs, and only when its sources have changed. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const cache = path.join(root, 'node_modules/.cache/keel')

/** What the analyse page is made of. */
const ANALYSE_SOURCES = [
  'analyse.html',
  'models/manifest.json',
  'package-lock.json',
  'scripts/assets.ts',
  'scripts/compile-words.ts',
  'scripts/exercise-lists.ts',
  'src/analyse-page.ts',
  'src/capture',
  'src/core',
  'src/exercises',
  'src/pose-worker',
  'src/words/de',
  'src/words/en',
  'src/words/es',
  'vite.config.ts',
]
/** Older builds stay for commands that still serve them. */
const KEPT_BUILDS = 4

/** Runs a tool of the project and keeps what it says to itself, unless it fails: then it goes to stderr, and this throws. */
function run(script: string, args: readonly string[]): void {
  const { status, error, stdout, stderr } = spawnSync(process.execPath, [path.join(root, script), ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  if (error) throw error
  if (status === 0) return
  process.stderr.write(stdout + stderr)
  throw new Error(`${path.basename(script)} ${args.join(' ')} failed`)
}

/** Makes what a build starts from and git does not keep: the `.task` bundles that are missing, and the compiled words. */
export function prepareFiles(): void {
  run('node_modules/tsx/dist/cli.mjs', ['models/assemble.ts'])
  const { status } = spawnSync('npm', ['run', '--silent', 'words'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error('the words could not be compiled')
}

/**
 * The folder with the built analyse page. Builds are named by their sources' content, so a build under way
 * never disturbs one that is being served, and a change to a screen needs none.
 */
export function builtAnalysePage(): string {
  const target = path.join(cache, `analyse-${sourceSum()}`)
  if (!existsSync(target)) {
    // In a script, stderr is for what went wrong.
    if (process.stderr.isTTY) console.error('building…')
    prepareFiles()
    const fresh = `${target}.${String(process.pid)}`
    rmSync(fresh, { recursive: true, force: true })
    run('node_modules/vite/bin/vite.js', [
      ...['build', '--mode', 'analyse', '--logLevel', 'warn', '--emptyOutDir'],
      ...['--outDir', fresh],
    ])
    if (existsSync(target)) rmSync(fresh, { recursive: true })
    else renameSync(fresh, target)
  }
  const now = new Date()
  utimesSync(target, now, now)
  prune()
  return target
}

function sourceSum(): string {
  const hash = createHash('sha256')
  for (const file of ANALYSE_SOURCES.flatMap((source) => filesIn(path.join(root, source))))
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex').slice(0, 16)
}

function filesIn(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(place, name))
    .filter((file) => statSync(file).isFile())
    .sort()
}

function prune(): void {
  mkdirSync(cache, { recursive: true })
  readdirSync(cache)
    .filter((name) => /^analyse-[0-9a-f]{16}$/.test(name))
    .map((name) => path.join(cache, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
    .slice(KEPT_BUILDS)
    .forEach((old) => {
      rmSync(old, { recursive: true, force: true })
    })
}
