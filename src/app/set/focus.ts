/** What a moment of a set is compared with, and where on the body to look for what was flagged. */
import { bestRep } from '../../core/analysis/best'
import type { Focus } from '../../core/analysis/definition'
import type { CheckId, ExerciseId, Finding } from '../../core/analysis/model'
import type { Side } from '../../core/pose/frame'
import { exercises } from '../../exercises'
import { checkText } from '../../sentences/set/set-words'

interface Compared {
  readonly exercise: ExerciseId
  readonly reps: readonly {
    readonly index: number
    readonly side: Side | null
    readonly complete: boolean
    readonly findings: readonly Finding[]
  }[]
}

/**
 * The rep that others of its side are shown against: the best one, or where none was clear, one that nothing was
 * compared with yet (the first of each side). A flagged rep is nobody's example.
 */
export function exampleRep({ exercise, reps }: Compared, side: Side | null): number | null {
  const best = bestRep(reps, exercises[exercise].rules.checks, side)
  if (best !== null) return best
  const first = reps.find(
    (rep) =>
      (side === null || rep.side === side) &&
      rep.complete &&
      rep.findings.some((finding) => finding.verdict === 'unseen' && finding.reason === 'no-baseline') &&
      rep.findings.every(({ verdict }) => verdict !== 'flagged'),
  )
  return first?.index ?? null
}

/**
 * Where on the body to look for a check.
 *
 * @param side the side that works; null where both do
 */
export function focusOf(exercise: ExerciseId, check: CheckId, side: Side | null): Focus {
  return checkText(exercise, check).focus(side)
}
