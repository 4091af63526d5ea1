/**
 * Writes a year of a simulated person as an export that the app's own import takes.
 * usage: tsx scripts/seed-year.ts [FILE] [KIND] [LAST_DAY] [SEED]
 */
import { writeFileSync } from 'node:fs'
import { kinds } from '../tests/property/programme/people'
import { asExport, aYear } from '../tests/support/year'

const now = new Date().toISOString()
const [file = 'keel-year.json', kind = 'improver', lastDay = now.slice(0, 10), seed = '2'] =
  process.argv.slice(2)
const known = kinds.find((each) => each === kind)
if (known === undefined) throw new Error(`unknown kind ${kind} (${kinds.join(', ')})`)
const log = aYear(known, lastDay, Number(seed))
writeFileSync(file, JSON.stringify(asExport(log, now)))
console.log(`${file}: ${log.length} entries up to ${lastDay}`)
