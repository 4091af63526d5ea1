/** The exercise found from the movement alone. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { RealTruth } from '../../bench/accuracy/score-real'
import { analyseFrames, readTraceFile } from '../../scripts/analyse-trace'
import { clips, framesOf } from '../support/replay'

const request = { exercise: 'auto', variation: null, side: null, series: false, fps: null }
const folder = path.resolve(import.meta.dirname, '../fixtures/real')
const films = JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8')) as readonly RealTruth[]

it.each(clips)('$name is what it is', ({ name, exercise, reps, hold }) => {
  const found = analyseFrames(framesOf(name), request)
  expect(found.exercise).toBe(exercise)
  expect(found.reps.filter(({ complete }) => complete)).toHaveLength(reps)
  expect(found.holds).toHaveLength(hold ? 1 : 0)
})

// Cat-cow, child's pose, pelvic tilts, knee hugs, a front plank.
it.each(['other_01', 'other_02', 'other_06', 'other_07', 'other_11'])(
  '%s is none of the exercises',
  (name) => {
    expect(films.find((film) => film.name === name)?.negative).toBe(true)
    const found = analyseFrames(readTraceFile(path.join(folder, `${name}.ktr.gz`)), request)
    expect(found).toMatchObject({ exercise: null, reps: [], holds: [], breakdown: null, stop: null })
  },
)
