/** Compiles the words of all languages with Paraglide. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const words = path.join(root, 'src/words')
const LOCALES = ['en', 'es', 'de'] as const

/** The files of words with `{locale}` for the language: every subject, and one an exercise. */
function wordFiles(exercises: readonly string[]): string[] {
  const subjects = readdirSync(path.join(words, 'en'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
  return [
    ...subjects.map((file) => path.join(words, '{locale}', file)),
    ...exercises.map((folder) => path.join(folder, 'words/{locale}.json')),
  ]
}

/** A digest of everything that the compiled words follow from. */
function digest(files: readonly string[]): string {
  const hash = createHash('sha256')
  const sources = [
    path.join(root, 'node_modules/@inlang/paraglide-js/package.json'),
    import.meta.filename,
    ...LOCALES.flatMap((locale) => files.map((file) => file.replace('{locale}', locale))),
  ]
  for (const file of sources)
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/**
 * Compiles to one function a message, unless nothing has changed since the last time.
 *
 * @param exercises the exercises' folders
 * @param out the folder that the functions go to
 * @param forTypes false leaves the types as they were, which takes a fraction of the time; the next call with
 *   types compiles anew
 */
export async function compileWords(
  exercises: readonly string[],
  out: string,
  { forTypes = true }: { readonly forTypes?: boolean } = {},
): Promise<void> {
  const files = wordFiles(exercises)
  const stamp = path.join(out, '.sum')
  const sum = digest(files)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sum) return

  // Paraglide reads its settings from a folder of this name, and their paths from beside it.
  const place = createHash('sha256').update(out).digest('hex').slice(0, 8)
  const project = path.join(root, 'node_modules/.cache/keel/words', place, 'project.inlang')
  const fromProject = (file: string): string =>
    `./${path.relative(path.dirname(project), file).replaceAll(path.sep, '/')}`
  mkdirSync(project, { recursive: true })
  const settings = {
    baseLocale: 'en',
    locales: LOCALES,
    telemetry: 'off',
    modules: [fromProject(path.join(root, 'node_modules/@inlang/plugin-message-format/dist/index.js'))],
    'plugin.inlang.messageFormat': { pathPattern: files.map(fromProject) },
  }
  writeFileSync(path.join(project, 'settings.json'), JSON.stringify(settings))
  // Loaded only here, as it takes longer than to see that nothing has changed.
  const { compile } = await import('@inlang/paraglide-js')
  await compile({
    project,
    outdir: out,
    strategy: ['custom-choice', 'preferredLanguage', 'baseLocale'],
    emitTsDeclarations: forTypes,
    cleanOutdir: forTypes,
    emitReadme: false,
    emitPrettierIgnore: false,
    emitGitIgnore: false,
  })
  writeFileSync(stamp, forTypes ? sum : '')
}
