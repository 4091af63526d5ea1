/**
 * `npm start [-- --port N] [--built]`: assembles the models, compiles the words, builds the app and serves it on this machine alone.
 * `--built` serves what the last build left.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { prepareFiles } from './build'
import { serve } from './serve'

const PORT = 4173
/** Ports to try upwards when the usual one is taken; a port that was asked for is the only one. */
const TRIES = 20

const { values } = parseArgs({ options: { port: { type: 'string' }, built: { type: 'boolean' } } })
const root = path.resolve(import.meta.dirname, '..')
if (!values.built) {
  prepareFiles()
  await build({ root, logLevel: 'warn' })
}
const { url } = await serve(
  path.join(root, 'dist'),
  values.port === undefined ? PORT : Number(values.port),
  values.port === undefined ? TRIES : 1,
)
console.log(`Keel is at ${url}/  (Ctrl+C ends it)`)
