import { describe, expect, it } from 'vitest'
import { sayReason as say } from '../../../src/sentences/programme/plan-reasons'
import { weekEvents } from '../../../src/sentences/programme/week-words'
import { planWeek, recoveryFor, weekRoles } from '../../../src/core/programme'
import { addDays } from '../../../src/core/programme/days'
import { escapeText, foldLine, toIcs } from '../../../src/storage/transfer/ics'
import { Diary, monday, profile, expectedLadders } from './diary'

const day = (offset: number) => addDays(monday, offset)

describe('the week', () => {
  it('moves a session off a heavy day to the nearest free one and says so', () => {
    const roles = weekRoles({ ...profile, heavyDates: [{ day: day(2), kind: 'drive' }] }, monday)
    expect(roles.map((role) => role.role)).toEqual(['full', 'off', 'off', 'full', 'full', 'off', 'off'])
    expect(roles[2]?.why.map(say)).toEqual([
      'Today holds a long drive, so the session moves to Thursday 5 March.',
    ])
    expect(roles[3]?.why.map(say)).toEqual(['Moved here from Wednesday 4 March.'])
  })

  it('keeps a full session a day away from lifting on both sides', () => {
    const roles = weekRoles({ ...profile, heavyWeekdays: [{ weekday: 3, kind: 'lifting' }] }, monday)
    roles.forEach((role, index) => {
      if (role.role === 'full') expect(Math.abs(index - 2)).toBeGreaterThan(1)
    })
    expect(roles.filter((role) => role.role === 'full')).toHaveLength(3)
  })

  it('holds lighter sessions where no day is free, and none on a lifting day', () => {
    const heavyWeekdays = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
      weekday,
      kind: weekday === 3 ? ('lifting' as const) : ('meetings' as const),
    }))
    expect(weekRoles({ ...profile, heavyWeekdays }, monday).map((role) => role.role)).toEqual([
      'lighter',
      'off',
      'off',
      'off',
      'lighter',
      'off',
      'off',
    ])
  })

  it('shows what was done, what today asks, and an outline without steps', () => {
    const diary = Diary.running()
    diary.trainOn([day(0), day(2)])
    const week = planWeek(diary.log, day(4), day(4), expectedLadders)
    expect(week.map((each) => each.when)).toEqual(['past', 'past', 'past', 'past', 'today', 'ahead', 'ahead'])
    expect(week.map((each) => each.trained)).toEqual([true, false, true, false, false, false, false])
    expect(week[4]?.items.every((item) => item.step !== null)).toBe(true)
    const next = planWeek(diary.log, day(7), day(4), expectedLadders)
    expect(next.map((each) => each.kind)).toEqual([
      'session',
      'rest',
      'session',
      'rest',
      'session',
      'rest',
      'rest',
    ])
    expect(next.flatMap((each) => each.items).every((item) => item.step === null)).toBe(true)
  })
})

describe('recovery', () => {
  it('walks five days a week, ticked like work, longer after every three', () => {
    const diary = new Diary()
    const walks = planWeek(diary.log, monday, monday, expectedLadders).filter((each) =>
      each.recovery.items.some((item) => item.kind === 'walk'),
    )
    expect(walks).toHaveLength(5)
    const minutes = () => recoveryFor(diary.log, day(4)).items.find((item) => item.kind === 'walk')?.minutes
    expect(minutes()).toBe(8)
    for (const offset of [0, 1, 2])
      diary.add({ kind: 'recovery', day: day(offset), item: 'walk', minutes: 8 })
    expect(minutes()).toBe(10)
    diary.add({ kind: 'recovery', day: day(4), item: 'walk', minutes: 10 })
    expect(recoveryFor(diary.log, day(4)).items.find((item) => item.kind === 'walk')).toMatchObject({
      minutes: 10,
      done: true,
    })
  })

  it('paces breathing after a session, and asks for lighter movement and sleep after a harder one', () => {
    const diary = new Diary()
    diary.train(monday, undefined, { reserve: 0 })
    const card = recoveryFor(diary.log, monday)
    expect(card.items.find((item) => item.kind === 'lying')?.pacer).toEqual({ in: 4, out: 6 })
    expect(card.why.map((why) => why.code)).toEqual(['recovery-sleep'])
    expect(recoveryFor(diary.log, day(1))).toMatchObject({ why: [{ code: 'recovery-after-hard' }] })
  })
})

describe('calendar text', () => {
  it('escapes and folds as RFC 5545 asks', () => {
    expect(escapeText('a,b;c\\d\ne\u0007')).toBe('a\\,b\\;c\\\\d\\ne')
    const folded = foldLine(`SUMMARY:${'ä€😀'.repeat(30)}`)
    for (const line of folded.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(folded.replaceAll('\r\n ', '')).toBe(`SUMMARY:${'ä€😀'.repeat(30)}`)
  })

  it('is a whole calendar with stable ids and floating times', () => {
    const diary = new Diary()
    const week = planWeek(diary.log, monday, monday, expectedLadders)
    const text = toIcs(weekEvents(week, expectedLadders, 'kg', '07:30'), Date.UTC(2026, 2, 2, 6, 30))
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.match(/BEGIN:VEVENT/g)?.length).toBe(text.match(/END:VEVENT/g)?.length)
    expect(text).toContain(
      'UID:2026-03-02-session@keel\r\nDTSTAMP:20260302T063000Z\r\nDTSTART:20260302T073000\r\nDURATION:PT',
    )
    expect(text).toContain('DTSTART;VALUE=DATE:20260302\r\nDTEND;VALUE=DATE:20260303')
    expect(text).not.toMatch(/[^\r]\n/)
    expect(toIcs([], 0)).toContain('PRODID')
  })
})
