/** Writes `public/_headers`, which Netlify and Cloudflare Pages read, from the one list of headers. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { headersFile } from './headers'

writeFileSync(path.resolve(import.meta.dirname, '../public/_headers'), headersFile())
