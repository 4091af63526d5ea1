/** Findings put together for reading: what gave, what was clear, and what was not checked, each said once. */
import type { CheckId, Grade, UnseenReason } from '../core/analysis/model'
import type { SetRecord } from '../storage/schema'
import { secondViewOf } from './second-view'
import { capital, checkText } from './words'

export type Part = SetRecord['analysis']['reps'][number] | SetRecord['analysis']['holds'][number]

/** How a mark is drawn: clear, a grade, or nothing that could be checked. */
export type MarkKind = 'clear' | 1 | 2 | 3 | 'unseen'

/** The worst that was found in a rep or a hold. */
export function markOf(part: Part): MarkKind {
  let worst: MarkKind = 'unseen'
  for (const finding of part.findings) {
    if (finding.verdict === 'clear' && worst === 'unseen') worst = 'clear'
    if (finding.verdict !== 'flagged') continue
    if (worst === 'unseen' || worst === 'clear' || finding.grade > worst) worst = finding.grade
  }
  return worst
}

export interface FlaggedCheck {
  readonly check: CheckId
  readonly name: string
  readonly worst: Grade
  /** Reps in which it was flagged; empty in a hold. */
  readonly reps: readonly number[]
}

export interface UncheckedGroup {
  readonly sentence: string
  readonly names: readonly string[]
}

export interface FindingsBook {
  /** The worst first. */
  readonly flagged: readonly FlaggedCheck[]
  /** Names of checks that were judged and never flagged. */
  readonly clear: readonly string[]
  /** Checks that were judged nowhere, grouped by why. */
  readonly unchecked: readonly UncheckedGroup[]
}

interface Tally {
  grades: { rep: number | null; grade: Grade }[]
  clear: number
  reasons: Map<UnseenReason, number>
}

export function readFindings(record: SetRecord): FindingsBook {
  const tallies = new Map<CheckId, Tally>()
  const { reps, holds } = record.analysis
  for (const part of [...reps, ...holds]) {
    for (const finding of part.findings) {
      const tally: Tally = tallies.get(finding.check) ?? { grades: [], clear: 0, reasons: new Map() }
      tallies.set(finding.check, tally)
      if (finding.verdict === 'clear') tally.clear += 1
      else if (finding.verdict === 'flagged')
        tally.grades.push({ rep: 'peak' in part ? part.index : null, grade: finding.grade })
      else tally.reasons.set(finding.reason, (tally.reasons.get(finding.reason) ?? 0) + 1)
    }
  }
  const second = secondViewOf(record)
  const flagged: FlaggedCheck[] = []
  const clear: string[] = []
  const unchecked = new Map<string, string[]>()
  for (const [check, tally] of tallies) {
    const text = checkText(record.exercise, check)
    const [grade] = tally.grades.map((one) => one.grade).toSorted((a, b) => b - a)
    if (grade !== undefined) {
      const inReps = tally.grades.flatMap(({ rep }) => (rep === null ? [] : [rep]))
      flagged.push({ check, name: text.name, worst: grade, reps: inReps })
    } else if (tally.clear > 0) clear.push(text.name)
    else {
      const hidden = second === null || second.checks.includes(check) ? text.hidden : second.only
      const sentence = whyUnchecked(mainReason(tally.reasons), hidden)
      unchecked.set(sentence, [...(unchecked.get(sentence) ?? []), text.name])
    }
  }
  flagged.sort((a, b) => b.worst - a.worst || b.reps.length - a.reps.length)
  return {
    flagged,
    clear,
    unchecked: [...unchecked].map(([sentence, names]) => ({ sentence, names })),
  }
}

function mainReason(reasons: ReadonlyMap<UnseenReason, number>): UnseenReason {
  return [...reasons].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'view'
}

export function whyUnchecked(reason: UnseenReason, hidden: string): string {
  switch (reason) {
    case 'view':
      return `${capital(hidden)}.`
    case 'coverage':
      return 'The joints it needs were hidden too often. Clear the view between you and the laptop.'
    case 'no-baseline':
      return 'There was no steady start to compare with. Keep still in the start position before the first rep.'
    case 'not-applicable':
      return 'This variation has nothing of the kind to judge.'
  }
}
