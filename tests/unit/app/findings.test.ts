import { describe, expect, it } from 'vitest'
import { markOf, readFindings, type Part } from '../../../src/sentences/set/findings'
import { seal } from '../../../src/storage/records/envelope'
import { openSet } from '../../../src/storage/records/schema'
import { partsTable } from '../../../src/storage/transfer/csv'
import { aRecord, aRep } from '../storage/records'

describe('markOf', () => {
  it('takes the worst, and never shows clear where nothing was seen', () => {
    expect(markOf(aRep(1))).toBe('clear')
    expect(markOf(aRep(1, 3))).toBe(3)
    expect(markOf({ ...aRep(1), findings: [{ check: 'neck', verdict: 'unseen', reason: 'view' }] })).toBe(
      'unseen',
    )
  })
})

describe('a check that is steady, and not held against good form', () => {
  const steady = {
    ...aRep(1),
    findings: [
      { check: 'neck', verdict: 'clear', value: 0, unit: 'deg' },
      { check: 'hip-sag', verdict: 'steady', value: 0, unit: 'deg' },
    ],
  } satisfies Part

  it('never lets a rep read as clear', () => {
    expect(markOf(steady)).toBe('steady')
    expect(markOf({ ...steady, findings: [...steady.findings, ...aRep(1, 1).findings] })).toBe(1)
  })

  it('is listed apart from what was clear', () => {
    const record = aRecord('a')
    const book = readFindings({ ...record, analysis: { ...record.analysis, reps: [steady] } })
    expect(book.clear.map(({ check }) => check)).toEqual(['neck'])
    expect(book.steady.map(({ check }) => check)).toEqual(['hip-sag'])
  })

  it('is kept, and goes out in the table of reps', () => {
    const record = aRecord('a')
    const kept = { ...record, analysis: { ...record.analysis, reps: [steady] } }
    expect(openSet(seal('set', kept))).toMatchObject({ state: 'ok' })
    expect(partsTable([kept])).toContain('hip-sag')
  })
})

describe('a first rep', () => {
  const first = {
    ...aRep(1),
    findings: [
      { check: 'lumbar-extension', verdict: 'unseen', reason: 'no-baseline' },
      { check: 'knee-valgus', verdict: 'unseen', reason: 'view' },
    ],
  } satisfies Part

  it('sets the baseline, which is no failure', () => {
    expect(markOf(first)).toBe('baseline')
    expect(markOf({ ...first, complete: false })).toBe('unseen')
    expect(markOf({ ...first, findings: [...first.findings, ...aRep(1, 2).findings] })).toBe(2)
  })

  it('is the reason for an open check only when no later rep gives another', () => {
    const record = aRecord('a')
    const open = (...reps: Part[]) =>
      readFindings({
        ...record,
        analysis: { ...record.analysis, reps: reps as typeof record.analysis.reps },
      }).unchecked.find(({ checks }) => checks.some(({ name }) => name === 'Back arching'))?.sentence
    const hidden = {
      ...aRep(2),
      findings: [{ check: 'lumbar-extension', verdict: 'unseen', reason: 'coverage' }],
    } satisfies Part
    expect(open(first)).toMatch(/^The first rep of each side sets your baseline/)
    expect(open(first, hidden)).toMatch(/^The joints it needs were hidden/)
  })
})

describe('readFindings', () => {
  it('says each check once, with its reps, and why one was not checked', () => {
    const book = readFindings(aRecord('a'))
    expect(book.flagged).toEqual([
      { check: 'lumbar-extension', name: 'Back arching', worst: 2, reps: [7, 8] },
    ])
    expect(book.clear).toEqual([])
    expect(book.unchecked.map((group) => group.checks)).toEqual([
      [{ check: 'knee-valgus', name: 'Knees falling in' }],
    ])
    expect(book.unchecked[0]?.sentence).toMatch(/^Your knees are behind each other from here\./)
  })
})
