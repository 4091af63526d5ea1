/** Which rep of a set serves as the example that others are shown against. */
import { bestRep } from '../../../core/analysis/best'
import type { ExerciseId, Finding } from '../../../core/analysis/model'
import type { Side } from '../../../core/pose/frame'
import { exercises } from '../../../exercises'

interface ComparedSet {
  readonly exercise: ExerciseId
  readonly reps: readonly {
    readonly index: number
    readonly side: Side | null
    readonly complete: boolean
    readonly findings: readonly Finding[]
  }[]
}

/**
 * The best rep of a side, or where none was clear, the first that nothing could be compared with yet (the first of
 * each side). A flagged rep is never the example.
 * @param side null where both sides work
 * @returns the rep's index; null where there is no example
 */
export function exampleRep({ exercise, reps }: ComparedSet, side: Side | null): number | null {
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
