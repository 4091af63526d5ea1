import { existsSync } from 'node:fs'
import path from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'
import { poseAssets } from './scripts/assets.ts'
import { compressed } from './scripts/compressed.ts'
import { securityHeaders } from './scripts/headers.ts'
import { pwa } from './scripts/pwa.ts'
import { watchWords } from './scripts/watch-words.ts'

const page = (name: string): string => path.join(import.meta.dirname, name)

/** The pages of a build by its mode: those behind `npm run analyse`, `npm run bench` and `npm run gallery`. Without a mode it is Keel alone. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  analyse: ['analyse.html'],
  bench: ['bench/speed/page.html'],
  gallery: ['dev.html'],
}

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), watchWords(), poseAssets(), ...(mode in PAGES ? [] : [pwa(), compressed()])],
  publicDir: mode in PAGES ? false : 'public',
  server: { host: '127.0.0.1', headers: securityHeaders('dev') },
  preview: { host: '127.0.0.1', port: 4173, headers: securityHeaders('production') },
  worker: { format: 'es' },
  // Found late, behind the worker, it would reload the page in the middle of a set.
  optimizeDeps: { include: ['@mediapipe/tasks-vision'] },
  build: {
    target: 'es2023',
    // An inlined font or picture would need `data:` in the policy.
    assetsInlineLimit: 0,
    sourcemap: true,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      // What the first screen is made of is one file, as each further one is a request more before anything shows; and
      // so the choice of language is read before the first constant holds a message. Other screens come later.
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      input: (PAGES[mode] ?? ['index.html']).map(page).filter((file) => existsSync(file)),
    },
  },
}))
