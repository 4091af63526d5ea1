import { describe, expect, it } from 'vitest'
import { quietText } from '../../../src/sentences/programme/portfolio-words'
import { trendText } from '../../../src/sentences/programme/trend-words'
import { portfolio, quiet, sides, trend } from '../../../src/core/programme'
import { noiseOf, realChange } from '../../../src/core/programme/history/noise'
import { addDays } from '../../../src/core/programme/days'
import type { DoneSet } from '../../../src/core/programme/log/log'
import { ladders } from '../../../src/exercises/ladders'
import { Diary, monday, sessionDays } from './diary'

const end = addDays(monday, 400)
const key = { exercise: 'side-plank', variation: 'knees', side: 'left' } as const

/** Sessions of single side planks outside the plan that end at these seconds, left and right. */
function planks(
  left: readonly number[],
  right: readonly number[] = left,
  stop: DoneSet['stop'] = 'form',
): Diary {
  const diary = new Diary()
  left.forEach((seconds, index) => {
    const day = addDays(monday, index * 3)
    const one = (side: 'left' | 'right', value: number): DoneSet => ({
      id: `${index}-${side}`,
      exercise: 'side-plank',
      variation: 'knees',
      side,
      level: 'knees-5',
      planned: null,
      reps: 1,
      holds: [value],
      steadyLimit: value,
      breakdown: stop === 'form' ? { check: 'hip-sag', side } : null,
      stop,
      offForm: 0,
      grade3: 0,
      recoveryUsed: false,
      coverage: 1,
      sway: null,
      shrug: null,
      quiet: false,
      capacity: true,
    })
    diary.add({
      kind: 'session',
      day,
      planned: [],
      sets: [one('left', seconds), one('right', right[index] ?? seconds)],
    })
  })
  return diary
}

const trendOf = (diary: Diary) => trend(diary.log, key, end, ladders)

describe('noise', () => {
  it("is the published one until there are five sessions, then the person's own", () => {
    expect(noiseOf([20, 30, 25, 40], 's')).toEqual({ error: 10.95, source: 'published' })
    // Differences 10, -10, 10, -10: SD 11.547, over √2 is 8.165.
    expect(noiseOf([20, 30, 20, 30, 20], 's').error).toBeCloseTo(8.165, 3)
    expect(noiseOf([20, 20, 20, 20, 20], 's').error).toBe(1)
  })

  it('gives the changes of the published table', () => {
    const published = noiseOf([], 's')
    expect([1, 2, 3].map((count) => Math.round(realChange(published, count)))).toEqual([30, 21, 18])
  })
})

describe('the trend', () => {
  it('says when it is too early', () => {
    expect(trendText(trendOf(planks([])))).toBe('Too early to tell: no sessions yet.')
    expect(trendOf(planks([20, 25, 30, 35, 40, 45])).verdict).toBe('too-early')
  })

  it('leaves the first session out', () => {
    expect(trendOf(planks([80, 20, 21, 20, 21, 20, 21])).verdict).toBe('steady')
  })

  it('sees a rise and a fall beyond the noise, and none within it', () => {
    expect(trendOf(planks([20, 20, 22, 21, 30, 31, 32, 40, 41, 42]))).toMatchObject({ verdict: 'up' })
    expect(trendOf(planks([20, 42, 41, 40, 32, 31, 30, 21, 22, 20]))).toMatchObject({ verdict: 'down' })
    expect(trendOf(planks([20, 20, 40, 15, 35, 20, 38, 22, 36, 25])).verdict).toBe('steady')
  })

  it('never takes the next planned rep for a gain', () => {
    expect(
      trendOf(planks([10, 10, 15, 20, 25, 30, 35, 40, 45, 50], undefined, 'plan-complete')).verdict,
    ).toBe('too-early')
  })

  it('has what went first in order', () => {
    const { wentFirst } = trendOf(planks([20, 20, 22, 21]))
    expect(wentFirst.map((each) => each.check)).toEqual(['hip-sag', 'hip-sag', 'hip-sag', 'hip-sag'])
  })

  it('shows a side difference only from a fifth on, and beyond the noise', () => {
    const difference = (left: number[], right: number[]) =>
      sides(planks(left, right).log, 'side-plank', 'knees', end, ladders)
    expect(difference([60, 60, 60, 60], [60, 40, 40, 40])).toMatchObject({ weaker: 'right', difference: 20 })
    expect(difference([60, 60, 60, 60], [60, 50, 50, 50])).toBeNull()
    expect(difference([20, 20, 20, 20], [20, 12, 12, 12])).toBeNull()
    expect(difference([60, 60], [40, 40])).toBeNull()
  })
})

describe('the portfolio', () => {
  const standing = (diary: Diary) => portfolio(diary.log, end).map((entry) => entry.standing)

  it('learns, then tolerates', () => {
    const diary = new Diary()
    diary.trainOn(sessionDays(1))
    expect(standing(diary)).toEqual(['still-learning', 'still-learning', 'still-learning'])
    diary.trainOn(sessionDays(1, addDays(monday, 7)))
    expect(standing(diary)).toEqual(['tolerated', 'tolerated', 'tolerated'])
    expect(portfolio(diary.log, end)[0]).toMatchObject({
      sessions: 6,
      greenShare: 1,
      painDuring: 1,
      wentFirst: null,
    })
  })

  it('says of no exercise that it helps or harms, and leaves none out for its answers', () => {
    const diary = Diary.running({ usualPain: 2 })
    sessionDays(4).forEach((day, index) => {
      diary.checkIn(day, { pain: 3 })
      if (diary.plan(day).kind === 'session')
        diary.train(day, undefined, { pain: index % 2 === 0 ? 2 : 4 }, { pain: 2 })
    })
    expect(new Set(standing(diary))).toEqual(new Set(['still-learning']))
    expect(diary.plan(addDays(monday, 28)).items).toHaveLength(3)
  })

  it('puts the hardest to keep steady first', () => {
    const diary = new Diary()
    diary.train(monday, (set) =>
      set.exercise === 'bridge'
        ? { reps: 5, steadyLimit: 5, stop: 'form', breakdown: { check: 'hip-sag', side: null } }
        : undefined,
    )
    const first = diary.plan(addDays(monday, 2)).items[0]
    expect([first?.exercise, first?.why.at(-1)?.code]).toEqual(['bridge', 'hardest-first'])
  })
})

describe('quiet sets', () => {
  function withQuiet(change: Partial<DoneSet>, count = 3): Diary {
    const diary = Diary.running()
    for (const day of sessionDays(2).slice(0, count)) {
      diary.train(day, (set, item, index) =>
        set.exercise === 'bridge' && index === item.dose.sets.length - 1
          ? { quiet: true, ...change }
          : undefined,
      )
    }
    return diary
  }
  const compared = (diary: Diary) => quiet(diary.log, 'bridge', 'double-leg', end)

  it('say when nothing got worse, what did, and when it is too early', () => {
    expect(quietText(compared(withQuiet({})))).toBe(
      'Nothing got worse with less effort: sway, shoulders and steady limit stayed as they were.',
    )
    expect(quietText(compared(withQuiet({ sway: 3, steadyLimit: 4 })))).toBe(
      'With less effort your sway and steady limit got worse: a little more is right for now.',
    )
    expect(compared(withQuiet({ sway: 3 }))).toMatchObject({ verdict: 'worse', worse: ['sway'] })
    expect(compared(withQuiet({ steadyLimit: 4 }))).toMatchObject({ worse: ['steady-limit'] })
    expect(compared(withQuiet({}, 2)).verdict).toBe('too-early')
  })
})
