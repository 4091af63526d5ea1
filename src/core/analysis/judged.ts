/** How much of a set's form was seen. What was not judged enough has no limit, no "clear" and no place in a trend. */
import { limit } from '../thresholds'
import type { Finding } from './model'

interface Part {
  readonly findings: readonly Finding[]
}
interface Analysed {
  readonly reps: readonly (Part & { readonly complete: boolean })[]
  readonly holds: readonly (Part & { readonly seconds: number; readonly coverage: number })[]
}

export interface Judged {
  /** Whole reps, or seconds of the longest hold. */
  readonly counted: number
  /** Those of them in which form was seen. */
  readonly seen: number
  /** Whether that is enough to say something of the whole set. */
  readonly enough: boolean
}

const isJudged = ({ verdict }: Finding): boolean => verdict !== 'unseen'
const setsBaseline = (finding: Finding): boolean =>
  finding.verdict === 'unseen' && finding.reason === 'no-baseline'
/** Checks that this place shows and that were not seen all the same. */
const isMissed = (finding: Finding): boolean =>
  finding.verdict === 'unseen' && (finding.reason === 'coverage' || finding.reason === 'slow')

/** Whether form was seen in a rep or a hold. A first rep, with which the others are compared, was seen too. */
export function formSeen({ findings }: Part): boolean {
  const read = findings.filter((one) => isJudged(one) || setsBaseline(one)).length
  const missed = findings.filter(isMissed).length
  return read > 0 && read >= limit('judged.checks') * (read + missed)
}

/** Whether a share of a set is enough to speak of all of it. */
export const isEnough = (seen: number, counted: number): boolean =>
  seen > 0 && seen >= limit('judged.parts') * counted

/** How much of a set was judged. Nothing is where every rep only sets the baseline. */
export function judgedOf({ reps, holds }: Analysed): Judged {
  const some = [...reps, ...holds].some(({ findings }) => findings.some(isJudged))
  const [longest] = holds.toSorted((a, b) => b.seconds - a.seconds)
  const whole = reps.filter(({ complete }) => complete)
  const counted = longest?.seconds ?? whole.length
  const seenSeconds = longest && formSeen(longest) ? longest.seconds * Math.min(1, longest.coverage) : 0
  const seen = !some ? 0 : longest === undefined ? whole.filter(formSeen).length : seenSeconds
  return { counted, seen, enough: isEnough(seen, counted) }
}
