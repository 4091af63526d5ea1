import { describe, expect, it } from 'vitest'
import { readFindings } from '../../../src/sentences/set/findings'
import { proposalAfter } from '../../../src/sentences/set/second-view'
import { nameOf, verdict } from '../../../src/sentences/set/set-words'
import type { SetRecord } from '../../../src/storage/records/schema'
import { aRecord, aRep } from '../storage/records'

type Finding = SetRecord['analysis']['reps'][number]['findings'][number]

type Read = 'clear' | 'flagged' | 'no-baseline' | 'coverage'

const knees = (verdict: Read): Finding =>
  verdict === 'clear'
    ? { check: 'knee-valgus', verdict, value: 0.5, unit: '%' }
    : verdict === 'flagged'
      ? { check: 'knee-valgus', verdict, grade: 2, value: 34, unit: '%' }
      : { check: 'knee-valgus', verdict: 'unseen', reason: verdict }

/** A knee check whose reps read as given. */
function aKneeCheck(verdicts: readonly Read[]): SetRecord {
  const record = aRecord('k', { secondView: true, target: 5, stopReason: 'plan-complete' })
  const reps = verdicts.map((verdict, index) => ({
    ...aRep(index + 1),
    findings: [knees(verdict), { check: 'short-range', verdict: 'unseen', reason: 'view' } as const],
  }))
  return { ...record, analysis: { ...record.analysis, reps, breakdown: null, steadyLimit: reps.length } }
}

describe('a knee check', () => {
  it('is named, and says what held, of the reps that could be compared', () => {
    expect(nameOf(aKneeCheck(['clear']))).toBe('Bridge, both legs, knee check')
    expect(verdict(aKneeCheck(['no-baseline', 'clear', 'clear', 'clear', 'clear']))).toBe(
      'Your knees held their line through all 5 reps.',
    )
    expect(verdict(aKneeCheck(['no-baseline', 'coverage', 'clear', 'clear', 'coverage']))).toBe(
      'Your knees held their line in the 2 of 5 reps that could be compared.',
    )
    expect(verdict(aKneeCheck(['no-baseline', 'clear', 'flagged']))).toBe(
      'Your knees left their line in 1 of 3 reps.',
    )
    expect(verdict(aKneeCheck(['coverage', 'coverage']))).toMatch(/^2 reps counted\. Form could not/)
  })

  it('says why nothing else was checked', () => {
    const { unchecked } = readFindings(aKneeCheck(['no-baseline', 'clear']))
    expect(unchecked).toEqual([
      {
        sentence: 'From here only your knees show.',
        checks: [{ check: 'short-range', name: 'Short of the top' }],
      },
    ])
  })
})

describe('the proposal', () => {
  it('follows a set whose knees were not checked', () => {
    expect(proposalAfter(aRecord('a'))?.plan).toEqual({
      exercise: 'bridge',
      variation: 'double-leg',
      side: null,
      target: 5,
      raised: null,
      secondView: true,
    })
  })

  it('follows nothing that it could not add to', () => {
    expect(proposalAfter(aKneeCheck(['clear']))).toBeNull()
    expect(proposalAfter({ ...aKneeCheck(['coverage', 'clear']), variation: 'single-leg' })).toBeNull()
    const film = { ...aRecord('f'), analysis: aKneeCheck(['no-baseline', 'clear']).analysis }
    expect(proposalAfter(film)).toBeNull()
    expect(proposalAfter(aRecord('s', { exercise: 'side-plank', variation: 'feet' }))).toBeNull()
  })
})
