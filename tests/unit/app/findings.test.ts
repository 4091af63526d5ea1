import { describe, expect, it } from 'vitest'
import { markOf, readFindings } from '../../../src/app/findings'
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

describe('readFindings', () => {
  it('says each check once, with its reps, and why one was not checked', () => {
    const book = readFindings(aRecord('a'))
    expect(book.flagged).toEqual([
      { check: 'lumbar-extension', name: 'Back arching', worst: 2, reps: [7, 8] },
    ])
    expect(book.clear).toEqual([])
    expect(book.unchecked.map((group) => group.names)).toEqual([['Knees falling in']])
    expect(book.unchecked[0]?.sentence).toMatch(/^Your knees are behind each other from here\./)
  })
})
