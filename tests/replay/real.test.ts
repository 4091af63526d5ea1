/** Real people's recorded side planks against what an eye counted in their films. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { flagsOf } from '../../bench/accuracy/score'
import type { RealTruth } from '../../bench/accuracy/score-real'
import { analyseFrames, readTraceFile } from '../../scripts/analyse-trace'

const folder = path.resolve(import.meta.dirname, '../fixtures/real')
const films = JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8')) as readonly RealTruth[]
const planks = films.filter(({ exercise }) => exercise === 'side-plank')

describe.each(planks.filter(({ holds }) => holds))('$name', ({ name, holds = [], openEnd, goodForm }) => {
  const report = analyseFrames(readTraceFile(path.join(folder, `${name}.ktr.gz`)), {
    exercise: 'side-plank',
    variation: null,
    side: null,
    series: false,
    fps: null,
  })

  it('is one hold that starts and ends within a second of what was seen', () => {
    expect(report.holds).toHaveLength(holds.length)
    report.holds.forEach(({ startSeconds, endSeconds }, i) => {
      const [from = NaN, to = NaN] = holds[i] ?? []
      expect(Math.abs(startSeconds - from)).toBeLessThanOrEqual(1)
      expect(endSeconds).toBeGreaterThanOrEqual(to - 1)
      if (!openEnd) expect(endSeconds).toBeLessThanOrEqual(to + 1)
    })
  })

  it(goodForm ? 'is not flagged, as its form is good' : 'is not stopped', () => {
    expect(report.breakdown).toBeNull()
    if (!goodForm) return
    const flags = report.holds.flatMap(({ findings }) => flagsOf(findings))
    expect(flags).toEqual([])
  })
})
