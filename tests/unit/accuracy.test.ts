/** The scorers and the published counting rules that the accuracy table is made with. */
import { describe, expect, it } from 'vitest'
import { peers } from '../../bench/accuracy/peers'
import { scoreReal, type RealTruth } from '../../bench/accuracy/score-real'
import { scoreRendered } from '../../bench/accuracy/score-rendered'
import type { RenderedTruth } from '../../bench/accuracy/rendered-truth'
import type { AnalysisReport, FindingReport } from '../../src/core/analysis/report'
import { toReport } from '../../src/core/analysis/report'
import { clip, framesOf, replay } from '../support/replay'

const facts = { width: 640, height: 480, duration: 20, frames: 240, analysedFrames: 240 }
const blank = toReport(replay('bridge', []).analysis, facts, { series: false })

const flagged: FindingReport = {
  check: 'lumbar-extension',
  verdict: 'flagged',
  grade: 2,
  value: 3,
  unit: '%',
}
const clear: FindingReport = { check: 'lumbar-extension', verdict: 'clear', value: 0, unit: '%' }
const rep = (at: number, finding: FindingReport): AnalysisReport['reps'][number] => ({
  index: at,
  side: null,
  startSeconds: 4 * at,
  topSeconds: 4 * at + 1,
  endSeconds: 4 * at + 3,
  complete: true,
  peakDegrees: 170,
  coverage: 1,
  findings: [finding],
})

describe('the score of a rendered film', () => {
  const truth = (arch: readonly number[]): RenderedTruth => ({
    name: 'made',
    exercise: 'bridge',
    near: null,
    observable: ['lumbar_arch'],
    breakdown: null,
    reps: arch.map((_, i) => ({
      start: 4 * i,
      topStart: 4 * i + 1,
      topEnd: 4 * i + 2,
      end: 4 * i + 3,
      side: null,
    })),
    faults: arch.map((size) => ({ lumbar_arch: size })),
    seconds: [],
    angles: null,
  })
  const score = (arch: readonly number[], reps: AnalysisReport['reps']): ReturnType<typeof scoreRendered> =>
    scoreRendered([truth(arch)], new Map([['made', { ...blank, reps }]]))

  it('tells what was caught from what was called clear', () => {
    const { totals } = score([0, 20, 20], [rep(0, clear), rep(1, flagged), rep(2, clear)])
    expect(totals).toMatchObject({
      countExactPct: 100,
      caughtPct: 50,
      falseAlarmPct: 0,
      falseAssurancePct: 50,
    })
  })

  it('counts a flag without a fault as a false alarm, and one while a fault grows neither way', () => {
    const { totals } = score([0, 8], [rep(0, flagged), rep(1, flagged)])
    expect(totals).toMatchObject({ falseAlarmPct: 100, caughtPct: null })
  })

  it('counts a rep that was not found, and assures nobody of it', () => {
    const { totals } = score([20, 20], [rep(0, flagged)])
    expect(totals).toMatchObject({ countExactPct: 0, repTimesPct: 50, caughtPct: 50, falseAssurancePct: 0 })
  })
})

describe('the score of a real film', () => {
  const truth: RealTruth = {
    name: 'made',
    exercise: 'bridge',
    reps: [2, 2],
    tops: [
      [0.5, 2, null],
      [4.5, 6, null],
    ],
    goodForm: true,
    note: '',
  }
  const score = (report: AnalysisReport, known: RealTruth): ReturnType<typeof scoreReal> =>
    scoreReal([known], new Map([['made', report]]))

  it('is whole where every top is found, and not where one is missing', () => {
    const both = { ...blank, reps: [rep(0, clear), rep(1, clear)] }
    expect(score(both, truth).totals).toMatchObject({
      countExactPct: 100,
      topsFoundPct: 100,
      falseFlagPct: 0,
    })
    const one = { ...blank, reps: [rep(0, flagged)] }
    expect(score(one, truth).totals).toMatchObject({ countExactPct: 0, topsFoundPct: 50, falseFlagPct: 100 })
  })

  it('lets another movement count nothing, not even a short rep', () => {
    const other: RealTruth = { name: 'made', exercise: 'bridge', negative: true, note: '' }
    expect(score(blank, other).totals).toMatchObject({ negativesPct: 100 })
    const short = { ...blank, reps: [{ ...rep(0, clear), complete: false }] }
    expect(score(short, other).totals).toMatchObject({ negativesPct: 0 })
  })
})

describe('the published counting rules', () => {
  it('count bridges and bird dogs by an angle alone, none of them in a film where nobody moves', () => {
    for (const { exercise, count } of peers) {
      const name = exercise === 'bridge' ? 'bridge_clean_headdark' : 'birddog_clean_side'
      const frames = framesOf(name)
      expect(count(frames)).toBeLessThanOrEqual(clip(name).reps)
      expect(count(frames.map((frame) => ({ ...frame, body: frames[0]?.body ?? null })))).toBe(0)
    }
    const by = (name: string): number =>
      peers.find((peer) => peer.name === name)?.count(framesOf('bridge_clean_headdark')) ?? NaN
    expect(by('hip angle 160/130, 1.5 s apart')).toBe(6)
    // Hips at rest never close as far as this, so the rule never sees anybody down.
    expect(by('hip angle 140/100')).toBe(0)
  })
})
