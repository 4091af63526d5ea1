/** Judges every trace that the project ships, rendered and real, and sets Keel beside the rules that others publish. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { analyseFrames, readTraceFile } from '../../scripts/analyse-trace'
import type { ExerciseId } from '../../src/core/analysis/model'
import type { AnalysisReport } from '../../src/core/analysis/report'
import type { PoseFrame } from '../../src/core/pose/frame'
import { exercises } from '../../src/exercises'
import { printBeside, type Counter, type CountedFilm } from './beside'
import { peers } from './peers'
import type { RenderedTruth } from './rendered-truth'
import { completeReps, printScored } from './score'
import { scoreReal, type RealTruth } from './score-real'
import { scoreRendered } from './score-rendered'

const fixtures = path.resolve(import.meta.dirname, '../../tests/fixtures')

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(fixtures, file), 'utf8'))

interface Recorded {
  readonly name: string
  readonly exercise: ExerciseId
  readonly frames: readonly PoseFrame[]
}

const recorded = ({ name, exercise }: Omit<Recorded, 'frames'>, folder: string): Recorded => ({
  name,
  exercise,
  frames: readTraceFile(path.join(fixtures, folder, `${name}.ktr.gz`)),
})

/** What is known of a film (variation, side) is not told: the movement must show it. */
const analyse = (frames: readonly PoseFrame[], exercise: ExerciseId): AnalysisReport =>
  analyseFrames(frames, { exercise, variation: null, side: null, series: true, fps: null })

const analyseAll = (films: readonly Recorded[]): ReadonlyMap<string, AnalysisReport> =>
  new Map(films.map(({ name, exercise, frames }) => [name, analyse(frames, exercise)]))

/** Keel as one more counter: complete reps and holds, whatever the film shows. */
const keel = (exercise: ExerciseId): Counter => ({
  exercise,
  name: 'Keel',
  count: (frames) => {
    const report = analyse(frames, exercise)
    return completeReps(report).length + report.holds.length
  },
})

/** Prints three tables: rendered films, real people, and Keel beside the others. */
export function judgeShipped(): void {
  const renderedTruth = read('rendered.json') as readonly RenderedTruth[]
  const realTruth = read('real/truth.json') as readonly RealTruth[]
  const rendered = renderedTruth.map((truth) => recorded(truth, 'traces'))
  const real = realTruth.map((truth) => recorded(truth, 'real'))

  console.log(`Rendered films, ${rendered.length}: 12 frames a second, the worst first\n`)
  printScored(scoreRendered(renderedTruth, analyseAll(rendered)))
  console.log(`\nReal people, ${real.length} films: 15 frames a second, the worst first\n`)
  printScored(scoreReal(realTruth, analyseAll(real)))

  const films: readonly CountedFilm[] = [
    ...renderedTruth.map(({ exercise, reps }, i) => ({
      kind: 'rendered' as const,
      exercise,
      wanted: [reps.length, reps.length] as const,
      frames: rendered[i]?.frames ?? [],
    })),
    ...realTruth.map(({ exercise, negative, reps, holds }, i) => ({
      kind: 'real' as const,
      exercise: negative ? null : exercise,
      wanted: reps ?? ([holds?.length ?? 0, holds?.length ?? 0] as const),
      frames: real[i]?.frames ?? [],
    })),
  ]
  console.log(
    '\nKeel beside the counting rules that others publish, on the same landmarks: films counted right\n',
  )
  const named = Object.keys(exercises) as ExerciseId[]
  printBeside([...named.map(keel), ...peers], films)
}
