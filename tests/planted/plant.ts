/**
 * Plants the exercises of `tests/fixtures/exercises` into Keel, with no edit to it: the lists of exercises and the
 * words are made anew with these folders among them, and the modules of the project get the new ones.
 */
import path from 'node:path'
import type { Plugin } from 'vite'
import { compileWords } from '../../scripts/compile-words.ts'
import { exerciseFolders, writeExerciseLists } from '../../scripts/exercise-lists.ts'

const root = path.resolve(import.meta.dirname, '../..')
const src = path.join(root, 'src')
const out = path.join(root, 'test-results/planted')
/** Written as if they stood in `src/exercises`, which is where their imports lead. */
const planted = path.join(root, 'tests/fixtures/exercises')

/** Made once, before the tests. */
export async function setup(): Promise<void> {
  const folders = [...exerciseFolders(path.join(src, 'exercises')), ...exerciseFolders(planted)]
  writeExerciseLists(folders, { core: path.join(out, 'core'), exercises: path.join(out, 'exercises') })
  await compileWords(folders, path.join(out, 'words'))
}

/** Leads what imports a compiled list or message to the one with the planted exercises in it. */
export function plantedExercises(): Plugin {
  return {
    name: 'planted-exercises',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!importer || !source.startsWith('.')) return null
      const from = importer.startsWith(`${planted}/`)
        ? path.join(src, 'exercises', path.relative(planted, importer))
        : importer
      let target = path.resolve(path.dirname(from), source)
      const compiled = /^(core|exercises|words)\/compiled\/(.*)$/.exec(path.relative(src, target))
      if (compiled) target = path.join(out, compiled[1] ?? '', compiled[2] ?? '')
      // A planted exercise's own files, which are not in `src`.
      const own = path.relative(path.join(src, 'exercises'), target).split(path.sep)[0] ?? ''
      if (from !== importer && own === path.relative(planted, importer).split(path.sep)[0])
        target = path.join(planted, path.relative(path.join(src, 'exercises'), target))
      return this.resolve(target, importer, { ...options, skipSelf: true })
    },
  }
}
