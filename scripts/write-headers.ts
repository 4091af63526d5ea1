/** Writes the files for hosts from the one list of headers: `npx tsx scripts/write-headers.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { hostingFiles } from './hosting'

for (const [name, content] of Object.entries(hostingFiles())) {
  const file = path.resolve(import.meta.dirname, '..', name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content)
}
