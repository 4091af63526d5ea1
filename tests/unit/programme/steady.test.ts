import { describe, expect, it } from 'vitest'
import { limitAfter, portfolio, steadyWork, trend, type DoneSet } from '../../../src/core/programme'
import { addDays } from '../../../src/core/programme/days'
import { ladders } from '../../../src/exercises/ladders'
import { sayLimit, trendText } from '../../../src/sentences/programme/trend-words'
import { portfolioRow } from '../../../src/sentences/programme/portfolio-words'
import { Diary, monday } from './diary'

const end = addDays(monday, 400)

const plank = (changes: Partial<DoneSet>): DoneSet => ({
  id: 'one',
  exercise: 'side-plank',
  variation: 'knees',
  side: 'left',
  level: 'knees-5',
  planned: null,
  reps: 4,
  holds: [5, 5, 5, 5],
  steadyLimit: 5,
  breakdown: null,
  stop: 'plan-complete',
  offForm: 0,
  grade3: 0,
  recoveryUsed: false,
  coverage: 1,
  sway: null,
  shrug: null,
  quiet: false,
  capacity: false,
  ...changes,
})
const sagged = { check: 'hip-sag', side: 'left' } as const
const bridge = (id: string, reps: number, stop: DoneSet['stop'], level = 'double-leg'): DoneSet =>
  plank({
    id,
    exercise: 'bridge',
    variation: 'double-leg',
    side: null,
    level,
    reps,
    holds: [],
    steadyLimit: reps,
    stop,
    breakdown: stop === 'form' ? { check: 'short-range', side: null } : null,
  })

const diaryOf = (sets: readonly DoneSet[]): Diary => {
  const diary = new Diary()
  sets.forEach((set, index) =>
    diary.add({ kind: 'session', day: addDays(monday, index * 7), planned: [], sets: [set] }),
  )
  return diary
}

describe('steady work of a set', () => {
  it('is the seconds of all its holds together', () => {
    expect(steadyWork(plank({}))).toBe(20)
  })

  it('ends where form gave in the last of them', () => {
    expect(steadyWork(plank({ holds: [5, 5, 4], steadyLimit: 2, stop: 'form', breakdown: sagged }))).toBe(12)
  })

  it('never says more than was measured where a set went on after form gave', () => {
    expect(steadyWork(plank({ holds: [5, 5, 5], steadyLimit: 2, breakdown: sagged }))).toBe(2)
  })
})

describe('the steady limit', () => {
  const at = (value: number, atLeast: boolean) => ({ day: monday, value, atLeast })

  it('is the last one measured, and no dose that held less moves it', () => {
    expect(limitAfter([at(17, false), at(31, false), at(6, true), at(5, true)])).toMatchObject({
      value: 31,
      atLeast: false,
    })
  })

  it('is "or more" once more has held, and before anything was measured', () => {
    expect(limitAfter([at(17, false), at(20, true)])).toMatchObject({ value: 20, atLeast: true })
    expect(limitAfter([at(5, true), at(6, true), at(5, true)])).toMatchObject({ value: 6, atLeast: true })
    expect(limitAfter([])).toBeNull()
  })

  it('falls with a lower one that was measured later', () => {
    expect(limitAfter([at(31, false), at(40, true), at(22, false)])).toMatchObject({ value: 22 })
  })

  it('is one number in the trend and in what the back answered', () => {
    const { log } = diaryOf([
      bridge('a', 12, 'form'),
      bridge('b', 17, 'form'),
      bridge('c', 31, 'form'),
      bridge('d', 6, 'plan-complete'),
      bridge('e', 5, 'plan-complete'),
    ])
    const [entry] = portfolio(log, end)
    const shown = trend(log, { exercise: 'bridge', variation: 'double-leg', side: null }, end, ladders)
    expect(entry?.steadyLimit).toMatchObject({ value: 31, atLeast: false })
    expect(shown.limit && sayLimit(shown.limit, 'reps')).toBe('31 reps')
    expect(entry && portfolioRow(entry).cells).toContain('31 reps')
  })

  it("is the weaker side's where there are two", () => {
    const { log } = diaryOf([
      plank({ id: 'l', holds: [30], steadyLimit: 30, stop: 'form', breakdown: sagged }),
      plank({ id: 'r', side: 'right', holds: [22], steadyLimit: 22, stop: 'form', breakdown: sagged }),
    ])
    expect(portfolio(log, end)[0]?.steadyLimit).toMatchObject({ value: 22 })
  })
})

describe('what became of it', () => {
  const key = { exercise: 'bridge', variation: 'double-leg', side: null } as const
  const told = (...sets: DoneSet[]) => trend(diaryOf(sets).log, key, end, ladders)
  const looks = (...reps: number[]) =>
    reps.map((count, index) => bridge(`${index}`, count, 'form', `level-${index}`))

  it('is told across levels, and the first session is practice', () => {
    const risen = told(...looks(9, 17, 18, 16, 30, 32, 31))
    expect(risen.verdict).toBe('too-early')
    expect(risen.progress).toMatchObject({ verdict: 'up', from: { value: 17 }, to: { value: 31 } })
    expect(trendText(risen)).toMatch(/^17 → 31 steady reps since /)
  })

  it('is no rise within what single sessions differ by', () => {
    expect(told(...looks(9, 17, 24)).progress?.verdict).toBe('same')
  })

  it('never takes a dose that held less for a fall', () => {
    expect(told(...looks(9, 17, 18, 16, 30, 32, 31), bridge('x', 5, 'plan-complete')).progress).toMatchObject(
      {
        verdict: 'up',
        to: { value: 31 },
      },
    )
  })
})
