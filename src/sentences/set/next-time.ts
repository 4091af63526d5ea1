/** The one thing to do next time. */
import type { SetRecord } from '../../storage/records/schema'
import { readFindings } from './findings'
import { checkText } from './set-words'

/** The cue of what gave, or else of what was flagged most; null where nothing was flagged. */
export function cueFor(record: SetRecord): string | null {
  const check = record.analysis.breakdown?.check ?? readFindings(record).flagged[0]?.check
  const cue = check === undefined ? '' : checkText(record.exercise, check).cue
  return cue === '' ? null : cue
}
