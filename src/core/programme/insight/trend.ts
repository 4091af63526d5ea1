/** The steady limit over weeks, and a verdict only beyond the noise. */
import type { CheckId, ExerciseId } from '../../analysis/model'
import type { Side } from '../../pose/frame'
import type { Day } from '../days'
import type { History, Session } from '../history/history'
import type { Ladder } from '../ladder/ladder'
import { limit } from '../limits'
import type { DoneSet } from '../log/log'
import { mean, noiseOf, realChange, type Noise } from '../history/noise'
import { gave, limitAfter, progressOf, steadyWork, type Known, type Progress } from './steady'

export interface TrendKey {
  readonly exercise: ExerciseId
  readonly variation: string
  /** Null for what both sides do together. */
  readonly side: Side | null
}

export interface TrendPoint {
  readonly day: Day
  readonly session: string
  readonly level: string | null
  /** Seconds or reps: the session's best steady limit. */
  readonly value: number
  /** True when form did not give: the limit is this or more. */
  readonly atLeast: boolean
}

export type TrendVerdict = 'too-early' | 'steady' | 'up' | 'down'

export interface Trend {
  readonly unit: 's' | 'reps'
  readonly points: readonly TrendPoint[]
  readonly verdict: TrendVerdict
  /** Change between the means that were compared; null when it is too early. */
  readonly change: number | null
  /** What the change has to pass; null when it is too early. */
  readonly needed: number | null
  readonly noise: Noise
  /** The steady limit as every screen shows it; null before the first session. */
  readonly limit: Known | null
  /** The first measured limit against the present one, across levels; null where there is no pair to compare. */
  readonly progress: Progress | null
  /** What went first, in order of days. */
  readonly wentFirst: readonly { readonly day: Day; readonly check: CheckId }[]
}

const matches = (set: DoneSet, key: TrendKey): boolean =>
  set.exercise === key.exercise &&
  set.variation === key.variation &&
  (key.side === null || set.side === key.side)

function pointOf(session: Session, key: TrendKey): TrendPoint | null {
  const sets = session.entry.sets.filter(
    (set) => matches(set, key) && set.coverage >= limit('gate.coverage') && !set.quiet,
  )
  const { day, id } = session.entry
  const points = sets.map((set): TrendPoint => {
    return { day, session: id, level: set.level, value: steadyWork(set), atLeast: !gave(set) }
  })
  return points.reduce<TrendPoint | null>((a, b) => (a && a.value >= b.value ? a : b), null)
}

/** Values of the level that the last point stands on. The very first session is practice and left out. */
function comparable(points: readonly TrendPoint[]): TrendPoint[] {
  const level = points.at(-1)?.level
  return points.slice(1).filter((point) => point.level === level)
}

interface Verdict {
  readonly verdict: TrendVerdict
  readonly change: number | null
  readonly needed: number | null
}

const tooEarly: Verdict = { verdict: 'too-early', change: null, needed: null }

function compare(
  first: readonly TrendPoint[],
  last: readonly TrendPoint[],
  noise: Noise,
): Verdict & { readonly change: number; readonly needed: number } {
  const change = mean(last.map((point) => point.value)) - mean(first.map((point) => point.value))
  const needed = realChange(noise, limit('noise.window'))
  return { verdict: change >= needed ? 'up' : change <= -needed ? 'down' : 'steady', change, needed }
}

/**
 * Three sessions against three, at one level. A value that is "or more" can prove a rise above known limits, and
 * a fall from it to known limits, but never the other way round: doing the next planned rep is not evidence.
 */
function judge(points: readonly TrendPoint[], noise: Noise): Verdict {
  const size = limit('noise.window')
  const known = points.filter((point) => !point.atLeast)
  if (known.length < size || points.length < 2 * size) return tooEarly
  const firstKnown = known.slice(0, size)
  const lastKnown = known.slice(-size)
  const up = compare(firstKnown, points.slice(-size), noise)
  if (up.verdict === 'up' && firstKnown.every((point) => points.indexOf(point) < points.length - size))
    return up
  const down = compare(points.slice(0, size), lastKnown, noise)
  if (down.verdict === 'down' && lastKnown.every((point) => points.indexOf(point) >= size)) return down
  if (known.length < 2 * size) return tooEarly
  return compare(firstKnown, lastKnown, noise)
}

const measuredOf = (points: readonly TrendPoint[]): number[] =>
  points.filter((point) => !point.atLeast).map((point) => point.value)

/** The steady limit of one exercise, variation and side after these sessions; null before the first. */
export const steadyLimitOf = (sessions: readonly Session[], key: TrendKey): Known | null =>
  limitAfter(sessions.flatMap((session) => pointOf(session, key) ?? []))

const unitOf = (kind: Ladder['kind']): 's' | 'reps' => (kind === 'hold' ? 's' : 'reps')

/** The trend of one exercise, variation and side. */
export function trendOf(history: History, key: TrendKey, kind: Ladder['kind']): Trend {
  const unit = unitOf(kind)
  const points = history.sessions.flatMap((session) => pointOf(session, key) ?? [])
  const compared = comparable(points)
  const known = compared.filter((point) => !point.atLeast)
  const noise = noiseOf(
    (known.length > 0 ? known : compared).map((point) => point.value),
    unit,
  )
  const verdict = judge(compared, noise)
  const wentFirst = history.sessions.flatMap((session) =>
    session.entry.sets.flatMap((set) =>
      matches(set, key) && set.breakdown ? [{ day: session.entry.day, check: set.breakdown.check }] : [],
    ),
  )
  return {
    unit,
    points,
    ...verdict,
    noise,
    limit: limitAfter(points),
    progress: progressOf(points, noiseOf(measuredOf(points.slice(1)), unit)),
    wentFirst,
  }
}

export interface SideDifference {
  readonly weaker: Side
  /** Share of the stronger side's mean. */
  readonly share: number
  /** In the exercise's unit. */
  readonly difference: number
}

/** The difference between sides, or null: under 20%, within the noise, or too early to tell. */
export function sideDifference(history: History, ladder: Ladder, variation: string): SideDifference | null {
  const { exercise } = ladder
  const unit = unitOf(ladder.kind)
  const size = limit('noise.window')
  const values = (side: Side) =>
    comparable(history.sessions.flatMap((session) => pointOf(session, { exercise, variation, side }) ?? []))
      .filter((point) => !point.atLeast)
      .map((point) => point.value)
  const left = values('left')
  const right = values('right')
  if (left.length < size || right.length < size) return null
  const means = { left: mean(left.slice(-size)), right: mean(right.slice(-size)) }
  const difference = Math.abs(means.left - means.right)
  const noises = [noiseOf(left, unit), noiseOf(right, unit)] as const
  const noise = noises[0].error >= noises[1].error ? noises[0] : noises[1]
  const own = noises.every((each) => each.source === 'own')
  const needed = unit === 's' && !own ? limit('side.seconds') : realChange(noise, size)
  const share = difference / Math.max(means.left, means.right)
  if (share < limit('side.share') || difference < needed) return null
  return { weaker: means.left < means.right ? 'left' : 'right', share, difference }
}
