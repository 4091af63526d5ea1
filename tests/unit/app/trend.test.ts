import { describe, expect, it } from 'vitest'
import { byDay, dayName, lineOf, linesOf } from '../../../src/sentences/programme/trend-words'
import { summarise } from '../../../src/storage/records/summary'
import { aRecord } from '../storage/records'

const at = (id: string, day: string, changes: Parameters<typeof aRecord>[1] = {}) =>
  summarise(aRecord(id, { day, startedAt: `${day}T08:00:00.000Z`, ...changes }))

/** Newest first, as the store gives them. */
const sets = [
  at('d', '2026-11-21', { variation: 'march' }),
  at('c', '2026-11-21'),
  at('b', '2026-11-20'),
  at('a', '2026-11-19'),
]

describe('lines', () => {
  it('are one for each exercise, variation and side, oldest set first', () => {
    expect(linesOf(sets).map((line) => [line.variation, line.sets.map((set) => set.id)])).toEqual([
      ['march', ['d']],
      ['double-leg', ['a', 'b', 'c']],
    ])
    expect(lineOf(sets, 'side-plank', 'feet', 'left').sets).toEqual([])
  })

  it('leave out sets whose form was not checked', () => {
    expect(linesOf(sets.map((set) => ({ ...set, judged: false })))).toEqual([])
  })

  it('leave out the few reps of a second camera place', () => {
    const check = at('e', '2026-11-22', { secondView: true })
    expect(lineOf([check, ...sets], 'bridge', 'double-leg', null).sets.map(({ id }) => id)).toEqual([
      'a',
      'b',
      'c',
    ])
  })
})

describe('days', () => {
  it('hold what was done on each', () => {
    expect(byDay(sets).map(({ day, sets: done }) => [day, done.length])).toEqual([
      ['2026-11-21', 2],
      ['2026-11-20', 1],
      ['2026-11-19', 1],
    ])
  })

  it.each([
    ['2026-11-21', 'Today'],
    ['2026-11-20', 'Yesterday'],
    ['2026-11-18', 'Wednesday 18 November'],
    ['2025-11-18', 'Tuesday 18 November 2025'],
  ])('%s is named %s', (day, name) => {
    expect(dayName(day, '2026-11-21')).toBe(name)
  })
})
