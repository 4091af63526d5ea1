import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/core/programme/days'
import { summaryOf } from '../../../src/core/programme/insight/summary'
import { Diary, expectedLadders, gives, limits, monday, sessionDays } from './diary'

const sum = (diary: Diary, last: string, weeks = 6) => summaryOf(diary.log, last, weeks, expectedLadders)

describe('some weeks on one page', () => {
  const days = sessionDays(5)
  const last = days.at(-1) ?? monday
  const diary = new Diary()
  const measure = limits({ bridge: 40, 'bird-dog': 40, 'side-plank': 12 })
  for (const [index, day] of days.entries())
    if (index !== 4) diary.train(day, measure, index === 7 ? { pain: 5 } : {}, index === 8 ? null : {})
  const { exercises, ...all } = sum(diary, last)
  const bridge = exercises.find(({ exercise }) => exercise === 'bridge')

  it('counts what was done, what was answered, and the lights', () => {
    expect(all).toMatchObject({ from: addDays(last, -41), to: last, sessions: 14, trainingDays: 15 })
    // The last session's morning has not come to be asked about on its own day.
    expect(all.answered).toBe(12)
    expect(all.lights).toEqual({ green: 11, amber: 1, red: 0, unknown: 2 })
  })

  it('gives the dose at first and at last, and every change between them with its reason', () => {
    expect(bridge?.first.day).toBe(monday)
    expect(bridge?.last.day).toBe(last)
    expect(bridge?.changes.length).toBeGreaterThan(0)
    for (const { why } of bridge?.changes ?? []) expect(why.code).not.toBe('assess-first')
  })

  it('gives each limit with its noise, which more looks make smaller', () => {
    const sides = exercises.find(({ exercise }) => exercise === 'side-plank')?.limits
    expect(sides?.map(({ side }) => side)).toEqual(['left', 'right'])
    for (const { limits: known } of exercises)
      for (const { seconds, noise, looks } of known) {
        expect([seconds > 0, noise > 0, looks > 0 && looks <= 3]).toEqual([true, true, true])
      }
    const first = new Diary()
    first.train(monday, measure)
    const one = sum(first, monday).exercises.find(({ exercise }) => exercise === 'bridge')?.limits[0]
    expect(one?.looks).toBe(1)
    expect(one?.noise ?? 0).toBeGreaterThan(bridge?.limits.at(0)?.noise ?? Infinity)
  })

  it('says what gave first, and how often', () => {
    const weak = Diary.running()
    weak.train(monday, gives('bridge', 3))
    const part = sum(weak, monday).exercises.find(({ exercise }) => exercise === 'bridge')
    expect(part?.gave).toEqual([{ check: 'lumbar-extension', sets: 2 }])
  })

  it('looks no further back than its weeks', () => {
    expect(sum(diary, addDays(last, 60), 8)).toMatchObject({ sessions: 0, exercises: [] })
    expect(sum(diary, last, 1).sessions).toBe(3)
    expect(sum(new Diary(), monday)).toMatchObject({ sessions: 0, trainingDays: 1, exercises: [] })
  })
})
