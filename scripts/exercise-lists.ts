/**
 * Which exercises there are: every folder of `src/exercises` that has an outline is one. The lists that the code
 * imports are written from the folders, so that nobody keeps several lists alike by hand.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** One list a file: what each exercise's folder exports under a name, by the exercise's id. */
const LISTS = [
  { list: 'outlines', file: 'outline', exported: 'outline' },
  { list: 'drawings', file: 'drawing', exported: 'drawing' },
  { list: 'ladders', file: 'ladder', exported: 'ladder' },
  { list: 'definitions', file: 'definition', exported: 'definition' },
  { list: 'explanations', file: 'learn', exported: 'explanation' },
] as const

const HEAD = '// Written by `npm run words` from the folders of `src/exercises`: changes here are lost.\n'

/**
 * The folders of exercises in `folder`, by name.
 *
 * @returns absolute paths; a folder's name is the exercise's id
 */
export function exerciseFolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, 'outline.ts')))
    .map((entry) => path.join(folder, entry.name))
    .sort((a, b) => path.basename(a).localeCompare(path.basename(b)))
}

const camel = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** Leaves a file alone that already says so, as a build tool would read it anew. */
function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true })
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
}

/**
 * Writes the list of ids to `out/core` and the lists of what the folders hold to `out/exercises`.
 *
 * @param folders as `exerciseFolders` gives them
 * @param out where `core/exercise-ids.ts` and the other lists go
 */
export function writeExerciseLists(
  folders: readonly string[],
  out: { core: string; exercises: string },
): void {
  const ids = folders.map((folder) => path.basename(folder))
  write(
    path.join(out.core, 'exercise-ids.ts'),
    `${HEAD}export const exerciseIds = ${JSON.stringify(ids)} as const\n`,
  )
  for (const { list, file, exported } of LISTS) {
    const imports = folders.map((folder) => {
      const from = path.relative(out.exercises, path.join(folder, file)).replaceAll(path.sep, '/')
      return `import { ${exported} as ${camel(path.basename(folder))} } from '${from}'\n`
    })
    const entries = ids.map((id) => `  '${id}': ${camel(id)},\n`)
    write(
      path.join(out.exercises, `${list}.ts`),
      `${HEAD}${imports.join('')}\nexport const ${list} = {\n${entries.join('')}}\n`,
    )
  }
}
