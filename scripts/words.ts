/** `npm run words`: compiles the words of all languages to `src/words/compiled`, when they have changed since the last time. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const words = path.join(root, 'src/words')
const compiled = path.join(words, 'compiled')
const stamp = path.join(compiled, '.sum')

const sources = [
  path.join(root, 'node_modules/@inlang/paraglide-js/package.json'),
  path.join(words, 'project.inlang/settings.json'),
  import.meta.filename,
  ...['en', 'es', 'de'].flatMap((locale) =>
    readdirSync(path.join(words, locale))
      .sort()
      .map((name) => path.join(words, locale, name)),
  ),
]
const hash = createHash('sha256')
for (const file of sources)
  hash.update(path.basename(file)).update('\0').update(readFileSync(file)).update('\0')
const sum = hash.digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sum) {
  const { status } = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/@inlang/paraglide-js/bin/run.js'),
      ...['compile', '--silent', '--project', 'src/words/project.inlang', '--outdir', 'src/words/compiled'],
      ...['--strategy', 'custom-choice', 'preferredLanguage', 'baseLocale'],
      ...['--emit-ts-declarations', '--no-emit-readme', '--no-emit-prettier-ignore'],
    ],
    { cwd: root, stdio: 'inherit' },
  )
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(stamp, sum)
}
