import { describe, expect, it } from 'vitest'
import { ending, verdict } from '../../../src/app/words'
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
})
