/**
 * `npm run words`: writes what is made from the folders of words and exercises, where they have changed since the
 * last time: the lists of exercises, and one function a message in `src/words/compiled`.
 */
import path from 'node:path'
import { compileWords } from './compile-words'
import { exerciseFolders, writeExerciseLists } from './exercise-lists'

const src = path.resolve(import.meta.dirname, '../src')
const folders = exerciseFolders(path.join(src, 'exercises'))

writeExerciseLists(folders, {
  core: path.join(src, 'core/compiled'),
  exercises: path.join(src, 'exercises/compiled'),
})
await compileWords(folders, path.join(src, 'words/compiled'))
