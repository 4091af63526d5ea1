/** What Keel says of a set must not be more than it saw. */
import { describe, expect, it } from 'vitest'
import { doneSet } from '../../../src/core/programme/history/summarise'
import { readFindings } from '../../../src/sentences/set/findings'
import { steadiness, verdict } from '../../../src/sentences/set/set-words'
import type { SetRecord } from '../../../src/storage/records/schema'
import { summarise } from '../../../src/storage/records/summary'
import { aRecord, aRep } from '../storage/records'

type Rep = SetRecord['analysis']['reps'][number]

const hidden = (index: number, reason: 'coverage' | 'slow' = 'coverage'): Rep => ({
  ...aRep(index),
  findings: [
    { check: 'lumbar-extension', verdict: 'unseen', reason },
    { check: 'knee-valgus', verdict: 'unseen', reason: 'view' },
  ],
})

/** A set that its person ended. */
function ended(reps: Rep[], breakdown: SetRecord['analysis']['breakdown'] = null): SetRecord {
  const record = aRecord('a', { stopReason: 'user' })
  const steadyLimit = reps.filter(({ index }) => index < (breakdown?.rep ?? Infinity)).length
  return { ...record, analysis: { ...record.analysis, reps, breakdown, steadyLimit } }
}

describe('a set that was judged only in part', () => {
  const partly = ended([
    ...[1, 2, 3, 4].map((index) => aRep(index)),
    ...[hidden(5), hidden(6, 'slow'), hidden(7), aRep(8, 2)],
  ])

  it('says what was counted and what was seen', () => {
    expect(verdict(partly)).toBe('Counted 8. Form seen in 5: steady in 4, flagged in rep 8.')
    expect(verdict(ended([aRep(1), hidden(2), hidden(3)]))).toBe(
      'Counted 3. Form seen in 1, steady in all of them.',
    )
  })

  it('says what gave, and no rep to which it was steady', () => {
    const gave = ended([aRep(1), hidden(2), hidden(3), aRep(4, 2), aRep(5, 2)], {
      ...{ rep: 4, seconds: 18, side: null, check: 'lumbar-extension' },
    })
    const said = 'Counted 5. Form seen in 3: steady in 1, flagged in reps 4 and 5. Your back began to arch.'
    expect(verdict(gave)).toBe(said)
    expect(steadiness(gave)).toBe(said)
  })

  it('has no limit, and nothing in a trend', () => {
    expect(summarise(partly).judged).toBe(false)
    const head = { id: 'a', side: null, level: null, planned: null, quiet: false, capacity: false } as const
    const entry = doneSet(partly.analysis, { ...head, stop: 'user', variation: 'double-leg' })
    expect(entry.coverage).toBe(5 / 8)
  })

  it('lists as not checked what was clear in a few reps only, with the reason', () => {
    const { clear, unchecked } = readFindings(ended([aRep(1), aRep(2), hidden(3), hidden(4), hidden(5)]))
    expect(clear).toEqual([])
    expect(unchecked.map(({ sentence }) => sentence)).toContain(
      'Seen in only 2 of 5 reps. The joints it needs were hidden too often. Clear the view between you and the laptop.',
    )
  })

  it('says of a hold for how long form was seen', () => {
    const record = aRecord('h', {
      exercise: 'side-plank',
      variation: 'feet',
      side: 'left',
      stopReason: 'user',
    })
    const findings = [{ check: 'hip-sag', verdict: 'clear', value: 0, unit: 'deg' } as const]
    const hold = { index: 1, side: 'left', start: 0, end: 32, seconds: 32, coverage: 0.5, findings } as const
    const analysis = { ...record.analysis, exercise: 'side-plank' as const, reps: [], breakdown: null }
    const held = (coverage: number) => ({
      ...record,
      analysis: { ...analysis, holds: [{ ...hold, coverage, findings }], steadyLimit: 32 },
    })
    expect(verdict(held(0.5))).toBe('Held for 32 s. Form seen for 16 s of it.')
    expect(verdict(held(0.95))).toBe('Steady for all 32 s.')
  })
})

describe('a set that was seen', () => {
  it('takes the rep that sets the baseline as seen', () => {
    const first: Rep = {
      ...aRep(1),
      findings: [{ check: 'lumbar-extension', verdict: 'unseen', reason: 'no-baseline' }],
    }
    expect(verdict(ended([first, aRep(2), aRep(3)]))).toBe('Steady through all 3 reps.')
    expect(verdict(ended([first, { ...first, index: 2 }]))).toContain('Form could not be checked')
  })

  it('gives each rep its own grade', () => {
    const gave = { rep: 7, seconds: 30, side: null, check: 'lumbar-extension' } as const
    const reps = (flagged: number): Rep[] =>
      [1, 2, 3, 4, 5, 6, 7, 8].map((index) => aRep(index, index === flagged || index > 6 ? 2 : 0))
    expect(verdict(ended(reps(7), gave))).toBe('Steady to rep 6 of 8. Then your back began to arch.')
    expect(verdict(ended(reps(6), gave))).toBe(
      'Steady in 5 of 6 reps, flagged in rep 6. Then your back began to arch.',
    )
    expect(verdict(ended([aRep(1), aRep(2, 2), aRep(3)]))).toBe('Steady in 2 of 3 reps, flagged in rep 2.')
    expect(verdict(ended([aRep(1, 2)]))).toBe('No rep was quite steady.')
    // One mild finding is no unsteady rep: its mark says so.
    expect(verdict(ended([aRep(1), aRep(2, 1), aRep(3)]))).toBe('Steady through all 3 reps.')
  })
})
