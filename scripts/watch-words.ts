/** While Vite serves: a saved word, or a new folder of an exercise, is compiled and the page loads anew. */
import path from 'node:path'
import type { Plugin } from 'vite'
import { compileWords } from './compile-words.ts'
import { exerciseFolders, writeExerciseLists } from './exercise-lists.ts'

const src = path.resolve(import.meta.dirname, '../src')
/** Files that the lists and the compiled words follow from, under `src`. */
const SOURCE = /^(words\/(en|es|de)\/.*\.json|exercises\/[^/]+\/(words\/\w+\.json|outline\.ts))$/

async function compile(): Promise<void> {
  const folders = exerciseFolders(path.join(src, 'exercises'))
  writeExerciseLists(folders, {
    core: path.join(src, 'core/compiled'),
    exercises: path.join(src, 'exercises/compiled'),
  })
  await compileWords(folders, path.join(src, 'words/compiled'), { forTypes: false })
}

export function watchWords(): Plugin {
  return {
    name: 'watch-words',
    apply: 'serve',
    configureServer(server) {
      // One after the other: two compilers would write the same files.
      let turn = Promise.resolve()
      server.watcher.on('all', (_, file) => {
        if (!SOURCE.test(path.relative(src, file).replaceAll(path.sep, '/'))) return
        turn = turn
          .then(compile)
          .then(() => server.ws.send({ type: 'full-reload' }))
          .catch((error: unknown) => server.config.logger.error(`words: ${String(error)}`))
      })
    },
  }
}
