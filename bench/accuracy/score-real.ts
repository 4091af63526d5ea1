/**
 * Scores analyses of real people's recorded poses against what an eye counted in their films, ±0.3 s.
 *
 * - count: complete reps, or holds of 2 s and more; another movement counts none
 * - tops that a rep covers, and the side of each
 * - holds: start and end within 1 s; an end at the film's end may be later
 * - form: where it is good, no breakdown and no flag of grade 2 or more
 */
import type { ExerciseId } from '../../src/core/analysis/model'
import type { AnalysisReport } from '../../src/core/analysis/report'
import type { Side } from '../../src/core/pose/frame'
import { completeReps, flagsOf, Tally, type Row, type Scored } from './score'

/** From and to in seconds, and the person's side where it matters. */
type Stretch = readonly [from: number, to: number, side: Side | null]

export interface RealTruth {
  readonly name: string
  /** What is done, or for another movement the nearest exercise. */
  readonly exercise: ExerciseId
  readonly variation?: string
  /** Another movement: it counts as none. */
  readonly negative?: true
  /** Fewest and most: a film may begin or end within a rep. */
  readonly reps?: readonly [number, number]
  readonly tops?: readonly Stretch[]
  readonly holds?: readonly Stretch[]
  /** The film ends in the hold. */
  readonly openEnd?: true
  readonly goodForm?: true
  readonly note: string
}

const LEAST_HOLD = 2

class RealScore {
  readonly counts = new Tally()
  readonly tops = new Tally()
  readonly sides = new Tally()
  readonly holdEnds = new Tally()
  readonly others = new Tally()
  readonly falseStops = new Tally()
  readonly falseFlags = new Tally()

  film(truth: RealTruth, report: AnalysisReport): Row {
    const cells: string[] = [truth.exercise]
    const holds = report.holds.filter((h) => h.endSeconds - h.startSeconds >= LEAST_HOLD)
    if (truth.negative) {
      const counted = report.reps.length + holds.length
      const ok = this.others.add(counted === 0)
      cells.push(`counted ${counted} (0)${ok ? '' : ' OFF'}`)
      return { name: truth.name, wrong: ok ? 0 : 100, cells }
    }
    const wrong =
      this.#count(truth, completeReps(report).length, holds.length, cells) +
      this.#tops(truth, completeReps(report), cells) +
      this.#holds(truth, holds, cells) +
      (truth.goodForm ? this.#form(report, holds, cells) : 0)
    return { name: truth.name, wrong, cells }
  }

  #count({ reps, holds }: RealTruth, foundReps: number, foundHolds: number, cells: string[]): number {
    const [least, most, found, what] = reps
      ? [...reps, foundReps, 'reps']
      : [holds?.length ?? 0, holds?.length ?? 0, foundHolds, 'holds']
    const ok = this.counts.add(least <= found && found <= most)
    const wanted = least === most ? String(least) : `${least}-${most}`
    cells.push(`${what} ${found} (${wanted})${ok ? '' : ' OFF'}`)
    return ok ? 0 : 100
  }

  #tops({ tops = [] }: RealTruth, reps: AnalysisReport['reps'], cells: string[]): number {
    const [seen, sided] = [new Tally(), new Tally()]
    for (const [from, to, side] of tops) {
      const middle = (from + to) / 2
      const rep = reps.find(
        (r) =>
          r.startSeconds <= middle &&
          middle <= r.endSeconds &&
          r.topSeconds >= from - 1 &&
          r.topSeconds <= to + 0.5,
      )
      this.tops.add(seen.add(rep !== undefined))
      if (side && rep) this.sides.add(sided.add(rep.side === side))
    }
    if (tops.length > 0)
      cells.push(`tops ${seen.toString()}${sided.all > 0 ? `, sides ${sided.toString()}` : ''}`)
    return seen.missing + 5 * sided.missing
  }

  #holds({ holds = [], openEnd }: RealTruth, found: AnalysisReport['holds'], cells: string[]): number {
    let wrong = 0
    for (const [from, to, side] of holds) {
      const hold = found.find((h) => h.startSeconds < to && h.endSeconds > from)
      const starts = this.holdEnds.add(Math.abs((hold?.startSeconds ?? NaN) - from) <= 1)
      const late = openEnd === true && (hold?.endSeconds ?? NaN) >= to - 1
      const ends = this.holdEnds.add(late || Math.abs((hold?.endSeconds ?? NaN) - to) <= 1)
      if (!starts || !ends) wrong += 20
      if (!hold) continue
      const off = starts && ends ? '' : ' OFF'
      cells.push(`hold ${hold.startSeconds.toFixed(1)}-${hold.endSeconds.toFixed(1)} (${from}-${to})${off}`)
      if (side === null || this.sides.add(hold.side === side)) continue
      cells.push('side OFF')
      wrong += 20
    }
    return wrong
  }

  #form(report: AnalysisReport, holds: AnalysisReport['holds'], cells: string[]): number {
    const stopped = this.falseStops.add(report.breakdown !== null)
    if (report.breakdown) cells.push(`false stop: ${report.breakdown.check}`)
    let wrong = stopped ? 50 : 0
    for (const { findings } of [...completeReps(report), ...holds]) {
      const flags = flagsOf(findings)
      if (!this.falseFlags.add(flags.length > 0)) continue
      cells.push(`false flag: ${[...new Set(flags.map(({ check }) => check))].join(', ')}`)
      wrong += 5
    }
    return wrong
  }
}

/** @param reports by film name */
export function scoreReal(
  truths: readonly RealTruth[],
  reports: ReadonlyMap<string, AnalysisReport>,
): Scored {
  const score = new RealScore()
  const rows = truths.flatMap((truth) => {
    const report = reports.get(truth.name)
    return report ? [score.film(truth, report)] : []
  })
  return {
    rows,
    totals: {
      films: rows.length,
      countExactPct: score.counts.percent,
      topsFoundPct: score.tops.percent,
      sidePct: score.sides.percent,
      holdEndsPct: score.holdEnds.percent,
      negativesPct: score.others.percent,
      falseStopPct: score.falseStops.percent,
      falseFlagPct: score.falseFlags.percent,
    },
  }
}
