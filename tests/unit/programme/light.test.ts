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
    [0, 6, 'amber'],
    [2, 3, 'green'],
    [2, 4, 'amber'],
    [3, 4, 'green'],
    [3, 5, 'amber'],
    [4, 4, 'green'],
    [4, 5, 'amber'],
    [5, 5, 'amber'],
  ])('usual %i, pain %i during: %s', (usual, pain, expected) => {
    expect(during(usual, { pain })).toBe(expected)
  })

  it.each([
    [2, 0, 'green'],
    [2, 2, 'green'],
    [2, 3, 'green'],
    [2, 4, 'amber'],
    [2, 5, 'amber'],
    [0, 2, 'amber'],
    [0, 3, 'amber'],
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

  it('is red by a number only when it is high on two days close together', () => {
    const diary = new Diary({ usualPain: 1 })
    diary.train(monday, undefined, {}, { pain: 4 })
    expect(light(diary.log, next).light).toBe('amber')
    diary.checkIn(next, { pain: 4 })
    expect(light(diary.log, next).light).toBe('amber')
    diary.morning(addDays(monday, 3), { pain: 4 })
    expect(light(diary.log, addDays(monday, 3))).toMatchObject({
      light: 'red',
      why: [{ code: 'light-high', facts: { pain: 4, usual: 1 } }],
    })
    const apart = new Diary({ usualPain: 1 })
    apart.morning(monday, { pain: 4 })
    apart.morning(addDays(monday, 4), { pain: 4 })
    expect(light(apart.log, addDays(monday, 4)).light).toBe('amber')
    const seven = new Diary({ usualPain: 5 })
    seven.morning(monday, { pain: 7 })
    seven.morning(next, { pain: 7 })
    expect(light(seven.log, next).light).toBe('red')
  })

  it('lets a green morning answer an amber during: the full dose, and no step', () => {
    const diary = Diary.running()
    diary.train(monday)
    diary.train(addDays(monday, 2), undefined, { pain: 4 })
    expect(light(diary.log, addDays(monday, 3)).light).toBe('green')
    const item = diary.item(addDays(monday, 4), 'bridge')
    expect([item.mode, item.step, item.why[0]?.code]).toEqual(['work', null, 'hold-mixed'])
  })

  it('takes a check-in within four days for a morning that was not asked', () => {
    const after = (days: number) => {
      const diary = new Diary()
      diary.train(monday, undefined, {}, null)
      const day = addDays(monday, days)
      diary.checkIn(day)
      return readHistory(diary.log, day).sessions[0]?.light
    }
    expect([after(0), after(3), after(4), after(5)]).toEqual(['unknown', 'green', 'green', 'unknown'])
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
