import { describe, expect, it } from 'vitest'
import { light } from '../../../src/core/programme'
import { addDays } from '../../../src/core/programme/days'
import { readHistory } from '../../../src/core/programme/history/history'
import type { AfterEntry, MorningEntry } from '../../../src/core/programme/log/log'
import { Diary, monday } from './diary'

const next = addDays(monday, 1)

function during(usualPain: number, answers: Partial<AfterEntry>): string {
  const diary = new Diary({ usualPain })
  diary.train(monday, undefined, answers, { pain: usualPain })
  return readHistory(diary.log, next).sessions[0]?.light ?? ''
}

function after(usualPain: number, answers: Partial<MorningEntry>): string {
  const diary = new Diary({ usualPain })
  diary.train(monday, undefined, { pain: 0 }, answers)
  return light(diary.log, next).light
}

describe('the light', () => {
  it.each([
    [0, 0, 'green'],
    [0, 2, 'green'],
    [0, 3, 'amber'],
    [0, 5, 'amber'],
    [0, 6, 'red'],
    [3, 3, 'green'],
    [3, 4, 'amber'],
    [4, 4, 'green'],
    [5, 5, 'green'],
    [5, 6, 'red'],
  ])('usual %i, pain %i during: %s', (usual, pain, expected) => {
    expect(during(usual, { pain })).toBe(expected)
  })

  it.each([
    [2, 0, 'green'],
    [2, 2, 'green'],
    [2, 3, 'green'],
    [2, 4, 'amber'],
    [2, 5, 'red'],
    [0, 2, 'amber'],
    [0, 3, 'red'],
    [5, 7, 'amber'],
  ])('usual %i, %i next morning: %s', (usual, pain, expected) => {
    expect(after(usual, { pain })).toBe(expected)
  })

  it('is red when pain is sharp or reaches further down the leg, whatever its number', () => {
    expect(during(1, { pain: 0, sharp: true })).toBe('red')
    expect(during(1, { pain: 0, reach: 'above-knee' })).toBe('red')
    expect(after(1, { pain: 0, reach: 'below-knee' })).toBe('red')
    expect(after(1, { pain: 0, reach: 'buttock' })).toBe('amber')
  })

  it('takes the usual reach as usual', () => {
    const diary = new Diary({ usualReach: 'below-knee' })
    diary.train(monday, undefined, { reach: 'below-knee' }, { reach: 'below-knee' })
    expect(light(diary.log, next).light).toBe('green')
  })

  it('is red on the third raised morning, and a missed one between does not help', () => {
    const diary = new Diary({ usualPain: 1 })
    diary.train(monday, undefined, {}, { pain: 3 })
    expect(light(diary.log, next).light).toBe('amber')
    diary.morning(addDays(monday, 2), { pain: 3 })
    expect(light(diary.log, addDays(monday, 2)).light).toBe('amber')
    diary.morning(addDays(monday, 4), { pain: 3 })
    expect(light(diary.log, addDays(monday, 4))).toMatchObject({
      light: 'red',
      why: [{ code: 'light-run', facts: { mornings: 3 } }],
    })
  })

  it('holds for stiffness that is long, and long for the person', () => {
    const diary = new Diary()
    for (let back = 5; back > 0; back--) diary.morning(addDays(monday, -back), { stiffnessMinutes: 10 })
    diary.morning(monday, { stiffnessMinutes: 45 })
    expect(light(diary.log, monday).light).toBe('amber')
    const stiff = new Diary()
    for (let back = 5; back > 0; back--) stiff.morning(addDays(monday, -back), { stiffnessMinutes: 40 })
    stiff.morning(monday, { stiffnessMinutes: 45 })
    expect(light(stiff.log, monday).light).toBe('green')
  })

  it('is unknown until the morning has answered', () => {
    const diary = new Diary()
    diary.train(monday, undefined, {}, null)
    expect(light(diary.log, next).light).toBe('unknown')
    diary.morning(next)
    expect(light(diary.log, next).light).toBe('green')
  })
})
