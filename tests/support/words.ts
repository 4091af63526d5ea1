/** The files of words, wherever they stand. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { exerciseFolders } from '../../scripts/exercise-lists'

const src = path.resolve(import.meta.dirname, '../../src')

export const languages = ['en', 'es', 'de'] as const
export type Language = (typeof languages)[number]

/** The path of every file of words in a language: a subject's each, and one an exercise. */
export function wordFiles(language: Language): string[] {
  const words = path.join(src, 'words', language)
  return [
    ...readdirSync(words, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json'))
      .map((file) => path.join(words, file)),
    ...exerciseFolders(path.join(src, 'exercises')).map((folder) =>
      path.join(folder, 'words', `${language}.json`),
    ),
  ].sort()
}

/** A file's subject, which its keys begin with: `review`, `side-plank`. */
export function subjectOf(file: string): string {
  const name = path.basename(file, '.json')
  return (languages as readonly string[]).includes(name)
    ? path.basename(path.dirname(path.dirname(file)))
    : name
}
