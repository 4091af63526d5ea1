/**
 * Gives the app its model and the model's wasm from its own origin, in dev and in the build.
 * Neither is bundled: they are fetched by the pose worker, by name.
 */
import {
  copyFileSync,
  constants,
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

const root = path.resolve(import.meta.dirname, '..')

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.task': 'application/octet-stream',
}

/** Address on the app's origin → file. The wasm's module flavour alone: a module worker takes no other. */
function assets(): ReadonlyMap<string, string> {
  const wasm = path.join(root, 'node_modules/@mediapipe/tasks-vision/wasm')
  const { models } = JSON.parse(readFileSync(path.join(root, 'models/manifest.json'), 'utf8')) as {
    models: { file: string }[]
  }
  return new Map([
    ...['vision_wasm_module_internal.js', 'vision_wasm_module_internal.wasm'].map(
      (file) => [`/wasm/${file}`, path.join(wasm, file)] as const,
    ),
    ...models.map(({ file }) => [`/models/${file}`, path.join(root, 'models', file)] as const),
  ])
}

export function poseAssets(): Plugin {
  let outDir = ''
  return {
    name: 'keel:pose-assets',
    configResolved(config) {
      outDir = path.resolve(config.root, config.build.outDir)
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const address = (request.url ?? '').split('?')[0] ?? ''
        const file = assets().get(address)
        if (file === undefined || !existsSync(file)) {
          next()
          return
        }
        response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream')
        response.setHeader('Content-Length', statSync(file).size)
        createReadStream(file).pipe(response)
      })
    },
    writeBundle() {
      for (const [address, file] of assets()) {
        if (!existsSync(file)) this.error(`${file} is missing: run "npm run models"`)
        const target = path.join(outDir, address)
        mkdirSync(path.dirname(target), { recursive: true })
        copyFileSync(file, target, constants.COPYFILE_FICLONE)
      }
    },
  }
}
