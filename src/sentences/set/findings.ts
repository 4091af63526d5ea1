/** The findings of a set in groups: flagged, clear and not checked, each check once. */
import { isEnough } from '../../core/analysis/judged'
import type { CheckId, Grade, UnseenReason } from '../../core/analysis/model'
import type { SetRecord } from '../../storage/records/schema'
import { secondViewOf } from './second-view'
import { m } from '../../words/compiled/messages'
import { intlLocale, within } from '../language'
import { capital, checkText, kindOf } from './set-words'

export type Part = SetRecord['analysis']['reps'][number] | SetRecord['analysis']['holds'][number]

/** How a mark is drawn: clear, steady but not checked against good form, a grade, a rep that the others are compared with, or nothing that could be checked. */
export type MarkKind = 'clear' | 'steady' | 1 | 2 | 3 | 'baseline' | 'unseen'

export const markWords: Readonly<Record<MarkKind, string>> = {
  clear: m.review_mark_clear(),
  steady: m.review_mark_steady(),
  1: m.review_mark_mild(),
  2: m.review_mark_moderate(),
  3: m.review_mark_strong(),
  baseline: m.review_mark_baseline(),
  unseen: m.review_mark_unseen(),
}

/** "Rep 7, left, short". */
export const repName = ({
  index,
  side,
  complete,
}: Pick<SetRecord['analysis']['reps'][number], 'index' | 'side' | 'complete'>): string =>
  m.review_rep_name({ rep: index, side: side ?? 'both', whole: complete ? 'yes' : 'no' })

/** Names as a list: "Back arching, hips past straight". */
export const listed = (names: readonly string[]): string =>
  new Intl.ListFormat(intlLocale(), { type: 'unit' }).format(
    names.map((name, index) => (index === 0 ? name : within(name))),
  )

/** The worst that was found in a rep or a hold: clear only where all that was judged was held against good form. */
export function markOf(part: Part): MarkKind {
  let worst: MarkKind = 'unseen'
  for (const finding of part.findings) {
    if (finding.verdict === 'clear' && worst === 'unseen') worst = 'clear'
    if (finding.verdict === 'steady' && typeof worst === 'string') worst = 'steady'
    if (finding.verdict !== 'flagged') continue
    if (typeof worst === 'string' || finding.grade > worst) worst = finding.grade
  }
  return worst === 'unseen' && setsBaseline(part) ? 'baseline' : worst
}

/** Whether a whole rep was seen with nothing before it to compare with: the first of each side and each camera place. */
const setsBaseline = (part: Part): boolean =>
  'peak' in part &&
  part.complete &&
  part.findings.some((finding) => finding.verdict === 'unseen' && finding.reason === 'no-baseline')

/** A check with its name. */
export interface NamedCheck {
  readonly check: CheckId
  readonly name: string
}

export interface FlaggedCheck extends NamedCheck {
  readonly worst: Grade
  /** Reps in which it was flagged; empty in a hold. */
  readonly reps: readonly number[]
}

export interface UncheckedGroup {
  readonly sentence: string
  readonly checks: readonly NamedCheck[]
}

export interface FindingsBook {
  /** The highest grade first. */
  readonly flagged: readonly FlaggedCheck[]
  /** Judged, never flagged, and within good form. */
  readonly clear: readonly NamedCheck[]
  /** Judged and never flagged, somewhere only against the person's own baseline. */
  readonly steady: readonly NamedCheck[]
  /** Checks that were never judged, or in too few reps, grouped by the reason. */
  readonly unchecked: readonly UncheckedGroup[]
}

interface Tally {
  grades: { rep: number | null; grade: Grade }[]
  clear: number
  steady: number
  reasons: Map<UnseenReason, number>
}

export function readFindings(record: SetRecord): FindingsBook {
  const tallies = new Map<CheckId, Tally>()
  const { reps, holds } = record.analysis
  for (const part of [...reps, ...holds]) {
    for (const finding of part.findings) {
      const tally: Tally = tallies.get(finding.check) ?? {
        grades: [],
        clear: 0,
        steady: 0,
        reasons: new Map(),
      }
      tallies.set(finding.check, tally)
      if (finding.verdict === 'clear') tally.clear += 1
      else if (finding.verdict === 'steady') tally.steady += 1
      else if (finding.verdict === 'flagged')
        tally.grades.push({ rep: 'peak' in part ? part.index : null, grade: finding.grade })
      else tally.reasons.set(finding.reason, (tally.reasons.get(finding.reason) ?? 0) + 1)
    }
  }
  const second = secondViewOf(record)
  const flagged: FlaggedCheck[] = []
  const clear: NamedCheck[] = []
  const steady: NamedCheck[] = []
  const unchecked = new Map<string, NamedCheck[]>()
  for (const [check, tally] of tallies) {
    const text = checkText(record.exercise, check)
    const [grade] = tally.grades.map((one) => one.grade).toSorted((a, b) => b - a)
    if (grade !== undefined) {
      const inReps = tally.grades.flatMap(({ rep }) => (rep === null ? [] : [rep]))
      flagged.push({ check, name: text.name, worst: grade, reps: inReps })
    } else if (seenEnough(tally)) (tally.steady > 0 ? steady : clear).push({ check, name: text.clear })
    else {
      const hidden = second === null || second.checks.includes(check) ? text.hidden : second.only
      const why = whyUnchecked(mainReason(tally.reasons), hidden, kindOf(record.exercise))
      const seen = tally.clear + tally.steady
      const all = seen + missedIn(tally)
      const sentence = seen === 0 ? why : m.review_why_in_part({ seen, all, why })
      unchecked.set(sentence, [...(unchecked.get(sentence) ?? []), { check, name: text.name }])
    }
  }
  flagged.sort((a, b) => b.worst - a.worst || b.reps.length - a.reps.length)
  return {
    flagged,
    clear,
    steady,
    unchecked: [...unchecked].map(([sentence, checks]) => ({ sentence, checks })),
  }
}

/** Reps in which a check should have been judged and was not; the first of a side can't be. */
const missedIn = ({ reasons }: Tally): number =>
  [...reasons].reduce((sum, [reason, count]) => (reason === 'no-baseline' ? sum : sum + count), 0)

/** A check that was judged in a few reps is no clear one. */
const seenEnough = (tally: Tally): boolean =>
  isEnough(tally.clear + tally.steady, tally.clear + tally.steady + missedIn(tally))

/** The most frequent reason. `no-baseline` only if there is no other, as the first rep of each side always has it. */
function mainReason(reasons: ReadonlyMap<UnseenReason, number>): UnseenReason {
  const weight = ([reason, count]: readonly [UnseenReason, number]): number =>
    reason === 'no-baseline' ? 0 : count
  return [...reasons].toSorted((a, b) => weight(b) - weight(a))[0]?.[0] ?? 'view'
}

function whyUnchecked(reason: UnseenReason, hidden: string, kind: 'reps' | 'hold'): string {
  switch (reason) {
    case 'view':
      return `${capital(hidden)}.`
    case 'coverage':
      return m.review_why_coverage()
    case 'slow':
      return m.speed_slow_why()
    case 'no-baseline':
      return kind === 'reps' ? m.review_why_first_rep() : m.review_why_no_steady_start()
    case 'not-applicable':
      return m.review_why_nothing_of_the_kind()
  }
}
