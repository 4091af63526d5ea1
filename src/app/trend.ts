/** The steady limit over time, one exercise, variation and side at a time. */
import type { ExerciseId } from '../core/analysis/model'
import type { Side } from '../core/pose/frame'
import type { SetSummary } from '../storage/schema'

export interface Line {
  readonly exercise: ExerciseId
  readonly variation: string
  readonly side: Side | null
  /** Oldest first; only sets in which form could be judged. */
  readonly sets: readonly SetSummary[]
}

/** Sets at one level before a line says anything about more or less: the first ones are practice. */
export const ENOUGH_SETS = 5

/** A line for each exercise, variation and side that was done, the latest done first. */
export function linesOf(sets: readonly SetSummary[]): Line[] {
  const groups = new Map<string, SetSummary[]>()
  for (const set of sets) {
    if (set.variation === null || !set.judged) continue
    const key = [set.exercise, set.variation, set.side].join('/')
    groups.set(key, [...(groups.get(key) ?? []), set])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined || first.variation === null) return []
    const inOrder = group.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt))
    return [{ exercise: first.exercise, variation: first.variation, side: first.side, sets: inOrder }]
  })
}

export function lineOf(
  sets: readonly SetSummary[],
  exercise: ExerciseId,
  variation: string,
  side: Side | null,
): Line {
  const found = linesOf(sets).find(
    (line) => line.exercise === exercise && line.variation === variation && line.side === side,
  )
  return found ?? { exercise, variation, side, sets: [] }
}

/** Days with what was done on each, newest first. */
export function byDay(sets: readonly SetSummary[]): { day: string; sets: SetSummary[] }[] {
  const days: { day: string; sets: SetSummary[] }[] = []
  for (const set of sets) {
    const last = days.at(-1)
    if (last?.day === set.day) last.sets.push(set)
    else days.push({ day: set.day, sets: [set] })
  }
  return days
}

/** "Today", "Yesterday", or "Friday 20 November". */
export function dayName(day: string, today: string): string {
  const date = new Date(`${day}T12:00:00Z`)
  const apart = Math.round((Date.parse(`${today}T12:00:00Z`) - date.getTime()) / 86_400_000)
  if (apart === 0) return 'Today'
  if (apart === 1) return 'Yesterday'
  const sameYear = day.slice(0, 4) === today.slice(0, 4)
  const name = date.toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  })
  return name.replace(',', '')
}
