/** What a set is compared with from the person's earlier ones, and what it leaves behind for the next. */
import { describe, expect, it } from 'vitest'
import { createAnalyser } from '../../src/core/analysis/create-analyser'
import type { AnalysisEvent, SetAnalysis } from '../../src/core/analysis/model'
import type { KeptBaseline } from '../../src/core/analysis/model'
import { exercises } from '../../src/exercises'
import { clip, framesOf } from '../support/replay'

function judged(
  name: string,
  usual: readonly KeptBaseline[] = [],
): { analysis: SetAnalysis; events: readonly AnalysisEvent[] } {
  const exercise = exercises[clip(name).exercise]
  const analyser = createAnalyser({ exercise, variation: null, side: null, usual })
  const events = framesOf(name).flatMap((frame) => analyser.step(frame))
  return { analysis: analyser.finish(), events }
}

const lowered = (kept: readonly KeptBaseline[], measure: string, by: number): KeptBaseline[] =>
  kept.map((one) => ({
    ...one,
    measures: { ...one.measures, [measure]: (one.measures[measure] ?? NaN) + by },
  }))

describe('the baseline that a set leaves', () => {
  it('says nothing of the same set done again', () => {
    for (const name of ['bridge_clean_side', 'birddog_clean_side', 'sideplank_clean_front']) {
      const { baselines } = judged(name).analysis
      expect(baselines.length, name).toBeGreaterThan(0)
      expect(judged(name, baselines).analysis.lowerThanUsual, name).toEqual([])
    }
  })

  it('is noted where the next set begins lower, and changes no finding', () => {
    const { analysis } = judged('bridge_clean_side')
    const usual = lowered(analysis.baselines, 'hip', 20)
    const next = judged('bridge_clean_side', usual).analysis
    expect(next.lowerThanUsual).toMatchObject([{ check: 'short-range', side: null, unit: 'deg' }])
    expect(next.lowerThanUsual[0]?.value).toBeCloseTo(20, 1)
    expect(next.reps).toEqual(analysis.reps)
  })

  it('is noted in holds', () => {
    const usual = lowered(judged('sideplank_clean_front').analysis.baselines, 'line', 15)
    const { lowerThanUsual } = judged('sideplank_clean_front', usual).analysis
    expect(lowerThanUsual.map(({ check }) => check)).toEqual(['hip-sag'])
  })

  it('does not count from another camera place or of the other side', () => {
    const usual = lowered(judged('sideplank_clean_front').analysis.baselines, 'line', 15)
    const elsewhere = usual.map((one) => ({ ...one, azimuth: 60 }))
    const other = usual.map((one) => ({ ...one, side: 'right' as const }))
    for (const kept of [elsewhere, other])
      expect(judged('sideplank_clean_front', kept).analysis.lowerThanUsual).toEqual([])
  })

  it('is none where no rep or second was good', () => {
    for (const name of ['bridge_shortfirst_side', 'sideplank_sagfirst_front'])
      expect(judged(name).analysis.baselines, name).toEqual([])
  })
})

describe('form that is off from the start', () => {
  it.each([
    ['bridge_archfirst_side', 'lumbar-extension'],
    ['bridge_valgusfirst_headend', 'knee-valgus'],
    ['birddog_shortfirst_side', 'short-range'],
    ['sideplank_sagfirst_front', 'hip-sag'],
    ['sideplank_pikefirst_front', 'hip-high'],
  ])('%s: gave at the start, with %s, and ends no set', (name, check) => {
    const { analysis, events } = judged(name)
    expect(analysis.breakdown).toMatchObject({ check, fromStart: true })
    expect(analysis.steadyLimit).toBe(0)
    expect(analysis.stop).toBeNull()
    const kinds = events.map(({ kind }) => kind)
    expect(kinds).toContain('breakdown')
    expect(kinds).toContain('cue')
    expect(kinds).not.toContain('stop')
  })

  it('leaves no rep to stand for the baseline once the set is over', () => {
    for (const name of ['bridge_archfirst_side', 'birddog_overliftfirst_side', 'bridge_clean_side']) {
      const findings = judged(name).analysis.reps.flatMap((rep) => rep.findings)
      expect(
        findings.filter((f) => f.verdict === 'unseen' && f.reason === 'no-baseline'),
        name,
      ).toEqual([])
    }
  })
})
