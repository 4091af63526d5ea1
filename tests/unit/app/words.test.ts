import { describe, expect, it } from 'vitest'
import { ending, movedDuring, verdict } from '../../../src/sentences/set/set-words'
import { aRecord, aRep } from '../storage/records'

const record = aRecord('a')
const withAnalysis = (changes: Partial<typeof record.analysis>) => ({
  ...record,
  analysis: { ...record.analysis, ...changes },
})

describe('verdict', () => {
  it('says how far it was steady and what gave', () => {
    expect(verdict(record)).toBe('Steady to rep 6 of 8. Then your back began to arch.')
  })

  it('says when form held', () => {
    const reps = [1, 2, 3].map((index) => aRep(index))
    expect(verdict(withAnalysis({ breakdown: null, reps, steadyLimit: 3 }))).toBe(
      'Steady through all 3 reps.',
    )
  })

  it('never calls steady what was not checked', () => {
    const reps = record.analysis.reps.map((rep) => ({
      ...rep,
      findings: [{ check: 'knee-valgus' as const, verdict: 'unseen' as const, reason: 'view' as const }],
    }))
    expect(verdict(withAnalysis({ breakdown: null, reps, steadyLimit: 8 }))).toBe(
      '8 reps counted. Form could not be checked from this place.',
    )
  })

  it('does not count short attempts', () => {
    const reps = [{ ...aRep(1), complete: false }]
    expect(verdict(withAnalysis({ breakdown: null, reps, steadyLimit: 0 }))).toBe('No whole rep was counted.')
  })

  it('speaks of a hold in seconds', () => {
    const hold = {
      index: 1,
      side: null,
      start: 2,
      end: 24,
      seconds: 22.4,
      coverage: 1,
      findings: aRep(1).findings,
    }
    const held = {
      ...withAnalysis({
        exercise: 'side-plank',
        reps: [],
        holds: [hold],
        breakdown: { rep: null, seconds: 18.6, side: null, check: 'hip-sag' },
        steadyLimit: 16.6,
      }),
      exercise: 'side-plank' as const,
    }
    expect(verdict(held)).toBe('Steady for 16 s of 22 s. Then your hips began to sag.')
    expect(ending(held)).toBe('Your hips began to sag after 16 s.')
  })
})

describe('a laptop that moved', () => {
  it('is named with the first rep from the new place', () => {
    expect(movedDuring(record)).toBeNull()
    const moved = (time: number) => ({ time, moved: true }) as const
    expect(movedDuring({ ...record, cues: [moved(24.4)] })).toMatch(/^The laptop moved before rep 5\./)
    expect(movedDuring({ ...record, cues: [moved(24.4), moved(32)] })).toMatch(/^The laptop moved 2 times/)
  })
})

describe('ending', () => {
  it.each([
    ['form', 'Your back began to arch at rep 7.'],
    ['user', 'You ended the set.'],
    ['left-frame', 'You left the picture, so the set ended there.'],
    ['plan-complete', 'All 8 reps done.'],
    ['tracking', 'The picture stopped, so the set ended there. What came before is kept.'],
    [null, 'The film ran to its end.'],
  ] as const)('%s', (stopReason, sentence) => {
    expect(ending({ ...record, stopReason })).toBe(sentence)
  })

  it('of several holds says how many, and not only how long one was', () => {
    const held = (index: number, seconds: number) => ({
      ...{ index, seconds, side: null, start: 10 * index, end: 10 * index + seconds, coverage: 1 },
      findings: [],
    })
    const holds = [held(1, 5.2), held(2, 2.1), held(3, 5.4), held(4, 5)]
    const plank = {
      ...record,
      exercise: 'side-plank' as const,
      stopReason: 'plan-complete' as const,
      target: 5,
    }
    expect(ending({ ...plank, analysis: { ...record.analysis, reps: [], holds } })).toBe(
      'All 3 holds of 5 s done.',
    )
    expect(ending({ ...plank, analysis: { ...record.analysis, reps: [], holds: holds.slice(0, 2) } })).toBe(
      'All 5 s done.',
    )
  })
})
