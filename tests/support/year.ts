/** A year of a simulated person, as a log and as an export that the app takes in. */
import { addDays, type LogEntry } from '../../src/core/programme'
import { seal } from '../../src/storage/records/envelope'
import { logKey } from '../../src/storage/records/keys'
import { EXPORT_FORMAT, type ExportDocument } from '../../src/storage/records/schema'
import { makePerson, type Chance, type Kind } from '../property/programme/people'
import { simulate } from '../property/programme/simulate'

const YEAR = 365
/** Days since the start: one bad stretch in an otherwise steady year. */
const FLARE = [150, 155] as const

/** Chance without its rarest throws: the accidents that the properties look for would fill a year with flares. */
const calmed =
  (chance: Chance): Chance =>
  () =>
    0.012 + 0.988 * chance()

/** A year up to and with the last day, every entry with an id of its own. */
export function aYear(kind: Kind, lastDay: string, seed: number): LogEntry[] {
  const start = addDays(lastDay, 1 - YEAR)
  const made = makePerson(kind, seed)
  const person = {
    ...made,
    start,
    chance: calmed(made.chance),
    strength: 16,
    growth: kind === 'plateau' ? 0 : 0.4,
    flare: FLARE,
    profile: {
      ...made.profile,
      usualPain: 1,
      usualReach: 'back' as const,
      avoid: [],
      trainingDays: [1, 3, 5] as const,
      heavyWeekdays: [{ weekday: 6, kind: 'lifting' }] as const,
      heavyDates: [
        { day: addDays(lastDay, 2), kind: 'drive' },
        { day: addDays(lastDay, 9), kind: 'travel' },
      ] as const,
    },
  }
  const log = simulate(person, () => undefined, YEAR)
  // Sets of a simulated life are numbered; on a device they have ids of their own too.
  return log.map((entry) => ({ ...entry, id: `seed-${entry.id}`, ...targetOf(entry) }))
}

function targetOf(entry: LogEntry): object {
  if (entry.kind === 'after') return { session: `seed-${entry.session}` }
  if (entry.kind === 'deletion' && /^e\d+$/.test(entry.target)) return { target: `seed-${entry.target}` }
  return {}
}

export function asExport(log: readonly LogEntry[], exportedAt: string): ExportDocument {
  return {
    format: EXPORT_FORMAT,
    exportedAt,
    records: log.map((entry) => ({ key: [...logKey(entry.id)], value: seal('log', entry) })),
  }
}
