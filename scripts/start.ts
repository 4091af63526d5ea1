/** `npm start`: assembles the models, builds the app and serves it on this machine alone. */
import path from 'node:path'
import { build } from 'vite'
import { runModels } from './build'
import { serve } from './serve'

const root = path.resolve(import.meta.dirname, '..')
runModels()
await build({ root, logLevel: 'warn' })
const { url } = await serve(path.join(root, 'dist'), 4173, 20)
console.log(`Keel is at ${url}/  (Ctrl+C ends it)`)
