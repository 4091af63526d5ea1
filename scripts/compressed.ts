/** Lays a gzipped copy beside each file of a build that gets smaller by it, for servers that send such copies. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const SHRINKS = /\.(html|js|css|svg|webmanifest|wasm)$/

export function compressed(): Plugin {
  let outDir = ''
  return {
    name: 'keel:compressed',
    apply: 'build',
    // After the service worker, which is written last.
    enforce: 'post',
    configResolved(config) {
      outDir = path.resolve(config.root, config.build.outDir)
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        for (const name of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
          if (!SHRINKS.test(name)) continue
          const file = path.join(outDir, name)
          writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }))
        }
      },
    },
  }
}
