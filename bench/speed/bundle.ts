/** What a first visit loads before the first screen can be used. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** kB gzip of the scripts that `index.html` names and of all that these import at once, each once. */
export function initialScriptKilobytes(folder: string): number {
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8')
  const queue = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map(([, file = '']) => file)
  const seen = new Set<string>()
  let bytes = 0
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    const code = readFileSync(path.join(folder, file), 'utf8')
    bytes += gzipSync(code).length
    // Static imports only: `import("…")` has a bracket. Built code writes them without spaces.
    for (const [, name = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.[^"'`]+\.js)["'`]/g))
      queue.push(path.posix.join(path.posix.dirname(file), name))
  }
  return bytes / 1000
}
