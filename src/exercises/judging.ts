/** Judges recorded or filmed frames to a report: of the exercise that is named, or of the one that the movement shows. */
import { createAnalyser } from '../core/analysis/create-analyser'
import type { Analyser } from '../core/analysis/analyser'
import type { SetAnalysis } from '../core/analysis/model'
import { toReport, type AnalysisReport, type ClipFacts } from '../core/analysis/report'
import type { PoseFrame, Side } from '../core/pose/frame'
import { exercises, findExercise } from '.'

/** Stands for the exercise that the movement shows. */
export const AUTO = 'auto'

export interface JudgingRequest {
  /** An exercise's id, or `auto`. */
  readonly exercise: string
  /** Null: found from the movement. */
  readonly variation: string | null
  readonly side: Side | null
}

/** Seconds of counted work: what speaks for an exercise. */
const evidence = ({ reps, holds }: SetAnalysis): number =>
  reps.reduce((sum, { complete, start, end }) => sum + (complete ? end - start : 0), 0) +
  holds.reduce((sum, { seconds }) => sum + seconds, 0)

export class Judging {
  /** One for each exercise in question; each sees every frame. */
  readonly #analysers: readonly Analyser[]
  readonly #auto: boolean

  /** @throws Error where there is no such exercise */
  constructor({ exercise: id, variation, side }: JudgingRequest) {
    this.#auto = id === AUTO
    const exercise = findExercise(id)
    if (!this.#auto && !exercise) throw new Error(`no exercise ${id}`)
    this.#analysers = (exercise ? [exercise] : Object.values(exercises)).map((each) =>
      createAnalyser({ exercise: each, variation, side }),
    )
  }

  /** Takes the next frame in time order. */
  step(frame: PoseFrame): void {
    for (const analyser of this.#analysers) analyser.step(frame)
  }

  /** Nobody watched between the last frame and the next. */
  interrupt(): void {
    for (const analyser of this.#analysers) analyser.interrupt()
  }

  /** Ends the set. Where the exercise was to be found and none was, the report's `exercise` is null and nothing is counted. */
  report(clip: ClipFacts, options: { readonly series: boolean }): AnalysisReport {
    const analyses = this.#analysers.map((analyser) => analyser.finish())
    const [first, ...others] = analyses
    if (!first) throw new Error('no exercises')
    const most = others.reduce((best, each) => (evidence(each) > evidence(best) ? each : best), first)
    const report = toReport(most, clip, options)
    if (!this.#auto || evidence(most) > 0) return report
    const none = { reps: [], holds: [], breakdown: null, stop: null, steadyLimit: 0 }
    return { ...report, ...none, exercise: null, variation: null }
  }
}
