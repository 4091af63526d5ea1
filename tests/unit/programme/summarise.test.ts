import { describe, expect, it } from 'vitest'
import type { Finding, Hold, Rep, SetAnalysis } from '../../../src/core/analysis/model'
import { doneSet } from '../../../src/core/programme'

const flagged = (grade: 1 | 2 | 3, check: Finding['check'] = 'hip-sag'): Finding => ({
  check,
  verdict: 'flagged',
  grade,
  value: 3,
  unit: '%',
})
const rep = (index: number, findings: readonly Finding[], complete = true): Rep => ({
  index,
  side: null,
  start: index,
  top: index,
  end: index,
  complete,
  peak: 180,
  coverage: 1,
  findings,
})
const hold = (index: number, seconds: number, findings: readonly Finding[] = []): Hold => ({
  index,
  side: 'left',
  start: 0,
  end: seconds,
  seconds,
  coverage: 1,
  findings,
})

function analysis(reps: readonly Rep[], holds: readonly Hold[] = []): SetAnalysis {
  return {
    exercise: holds.length > 0 ? 'side-plank' : 'bridge',
    variation: null,
    coverage: 0.9,
    frames: 100,
    reps,
    holds,
    stop: null,
    steadyLimit: 2,
    view: { name: 'side', azimuth: 0, raised: false, near: 'left' },
    breakdown: { rep: 3, seconds: 9, side: null, check: 'hip-sag' },
    series: { time: [], hipLeft: [], hipRight: [], kneeLeft: [], kneeRight: [], drive: [] },
  } as unknown as SetAnalysis // later editions of the analysis carry more, which a summary does not read
}

const head = {
  id: 's',
  side: null,
  level: 'partial',
  planned: { reps: 6, hold: 10, lower: 2 },
  quiet: false,
  capacity: false,
  stop: 'form',
  variation: 'double-leg',
} as const

describe('a set as the log keeps it', () => {
  it('counts complete reps, off-form ones by grade or by two mild findings, and severe ones', () => {
    const unseen: Finding = { check: 'sway', verdict: 'unseen', reason: 'view' }
    const done = doneSet(
      analysis([
        rep(1, [flagged(1)]),
        rep(2, [flagged(1), flagged(1, 'sway')]),
        rep(3, [flagged(3), unseen]),
        rep(4, [], false),
      ]),
      head,
    )
    expect(done).toMatchObject({
      reps: 3,
      offForm: 2,
      grade3: 1,
      sway: 3,
      shrug: null,
      variation: 'double-leg',
      steadyLimit: 2,
      coverage: 0.9,
    })
    expect(done.breakdown).toEqual({ check: 'hip-sag', side: null })
  })

  it('counts holds that reached their target within a second, and a used recovery', () => {
    const done = doneSet(analysis([], [hold(1, 10), hold(2, 9.2, [flagged(2)]), hold(3, 6)]), {
      ...head,
      side: 'left',
    })
    expect(done).toMatchObject({ reps: 2, holds: [10, 9.2, 6], recoveryUsed: true, offForm: 0 })
  })
})
