import { describe, expect, it } from 'vitest'
import { append, basisLost, logUpTo, mergeLogs, planDay, validateEntry } from '../../../src/core/programme'
import { addDays } from '../../../src/core/programme/days'
import type { LogEntry } from '../../../src/core/programme/log/log'
import { Diary, monday, expectedLadders } from './diary'

const day = (offset: number) => addDays(monday, offset)

function entryOf(kind: LogEntry['kind']): LogEntry {
  const diary = new Diary()
  diary.checkIn(monday)
  diary.train(monday)
  const found = diary.log.find((entry) => entry.kind === kind)
  if (!found) throw new Error(kind)
  return found
}

const texts = (value: unknown, today = day(1)): string[] => {
  const result = validateEntry(value, today)
  return result.ok ? [] : result.faults.map((each) => each.text)
}

describe('what the log takes', () => {
  it('is every entry of an ordinary week', () => {
    const diary = new Diary()
    diary.checkIn(monday)
    diary.train(monday)
    diary.add({ kind: 'recovery', day: monday, item: 'walk', minutes: 10 })
    diary.add({ kind: 'override', day: monday, change: { what: 'skip', exercise: 'bridge' } })
    diary.add({ kind: 'plan', day: monday, plan: diary.plan(monday) })
    diary.add({ kind: 'deletion', day: monday, target: 'e3' })
    expect(diary.log.flatMap((entry) => texts(entry))).toEqual([])
    expect(diary.log.flatMap((entry) => texts(JSON.parse(JSON.stringify(entry))))).toEqual([])
  })

  it.each([
    ['check-in', { pain: 11 }, 'pain is 11; it must be from 0 to 10.'],
    ['check-in', { pain: NaN }, 'pain must be a number.'],
    ['check-in', { pain: '3' }, 'pain must be a number.'],
    ['check-in', { sleepHours: 25 }, 'sleepHours is 25; it must be from 0 to 24.'],
    ['check-in', { reach: 'elbow' }, 'reach must be one of none, back, buttock, above-knee, below-knee.'],
    ['check-in', { day: '2026-02-30' }, 'day must be a day such as 2026-03-01.'],
    ['check-in', { zone: 'Mars/Olympus' }, 'zone must be a time zone such as Europe/Berlin.'],
    ['check-in', { day: day(2) }, 'The entry is for 2026-03-04, but today is 2026-03-03.'],
    ['check-in', { day: day(1) }, 'The entry is for 2026-03-03, but it was written on 2026-03-02.'],
    [
      'check-in',
      { kind: 'party' },
      'kind must be one of profile, screen-read, check-in, session, after, morning, override, plan, recovery, deletion, set-aside.',
    ],
    ['morning', { stiffnessMinutes: -1 }, 'stiffnessMinutes is -1; it must be from 0 to 1440.'],
    ['after', { reserve: Infinity }, 'reserve must be a number.'],
  ] as const)('refuses a %s with %o', (kind, change, text) => {
    expect(texts({ ...entryOf(kind), ...change })).toContain(text)
  })

  it('refuses a steady limit beyond what was done, half a rep, and two sets of one id', () => {
    const session = entryOf('session')
    if (session.kind !== 'session') throw new Error('a session')
    const [first, second, ...rest] = session.sets
    if (!first || !second) throw new Error('sets')
    expect(texts({ ...session, sets: [{ ...first, steadyLimit: 99 }, second] })[0]).toMatch(
      /steady limit of 99/,
    )
    expect(texts({ ...session, sets: [{ ...first, reps: 2.5 }] })).toContain(
      'sets.0.reps is 2.5; it must be a whole number.',
    )
    expect(texts({ ...session, sets: [first, { ...second, id: first.id }, ...rest] })).toContain(
      'Two sets of the session have the same id.',
    )
  })

  it.each([[null], [3], ['x'], [[]], [{}], [{ kind: 'session' }]])(
    'answers %o with faults, never a throw',
    (value) => {
      expect(texts(value).length).toBeGreaterThan(0)
    },
  )

  it('appends once, refuses another entry under a known id, and answers or deletions of nothing', () => {
    const log = [entryOf('check-in')]
    const again = append(log, entryOf('check-in'), day(1))
    expect(again.ok && again.log).toBe(log)
    expect(append(log, { ...entryOf('check-in'), pain: 4 }, day(1))).toMatchObject({
      ok: false,
      faults: [{ code: 'same-id' }],
    })
    expect(append([], entryOf('after'), day(1))).toMatchObject({ ok: false, faults: [{ code: 'no-target' }] })
    const deletion = { ...entryOf('check-in'), id: 'x', kind: 'deletion', target: 'nothing' }
    expect(append(log, deletion, day(1))).toMatchObject({ ok: false, faults: [{ code: 'no-target' }] })
  })
})

describe('deletions', () => {
  it('of a set that a plan was built on hold the step, name what is lost, and can be taken back', () => {
    const diary = Diary.running()
    diary.trainOn([day(0), day(2)])
    const shown = diary.plan(day(4))
    expect(shown.items.every((item) => item.step !== null)).toBe(true)
    const deletion = diary.add({ kind: 'deletion', day: day(3), target: `${day(2)}-bridge-both-1` })
    const bridge = diary.item(day(4), 'bridge')
    expect([bridge.step, bridge.why[0]?.code]).toEqual([null, 'hold-mixed'])
    expect(diary.item(day(4), 'bird-dog').step).not.toBeNull()
    expect(basisLost(shown, diary.log)).toHaveLength(1)
    diary.add({ kind: 'deletion', day: day(3), target: deletion })
    expect(diary.plan(day(4))).toEqual(shown)
    expect(basisLost(shown, diary.log)).toEqual([])
  })

  it('of each other end nowhere', () => {
    const diary = new Diary()
    diary.add({ kind: 'deletion', day: monday, target: 'e4' })
    diary.add({ kind: 'deletion', day: monday, target: 'e3' })
    expect(diary.plan(monday).kind).toBe('session')
  })

  it('of a whole session leave the log as if it had not been', () => {
    const diary = new Diary()
    const before = diary.plan(day(2))
    const id = diary.train(day(0), undefined, {}, null)
    diary.add({ kind: 'deletion', day: day(1), target: id })
    expect(diary.plan(day(2)).items.map((item) => item.dose)).toEqual(before.items.map((item) => item.dose))
  })
})

describe('merging', () => {
  it('keeps both versions of one id, judges one, and says so', () => {
    const check = entryOf('check-in')
    const other = { ...check, pain: 4 } as LogEntry
    const { log, conflicts } = mergeLogs([check], [other])
    expect(conflicts).toEqual([check.id])
    expect(log.map((entry) => entry.kind).sort()).toEqual(['check-in', 'set-aside'])
    expect(mergeLogs(log, [check], log).log).toEqual(log)
  })
})

describe('a clock set back', () => {
  it('loses nothing: what is dated later counts today, and is named', () => {
    const diary = new Diary()
    diary.train(day(2), undefined, { sharp: true }, null)
    const plan = planDay(diary.log, monday, expectedLadders)
    expect([plan.kind, plan.notices.map((why) => why.code)]).toEqual(['recover', ['clock-back']])
    expect(planDay(diary.log, day(2), expectedLadders).notices).toEqual([])
  })
})

describe('replay', () => {
  it('gives the plan that was shown, from the log as it stood', () => {
    const diary = new Diary()
    diary.trainOn([day(0), day(2)])
    const shown = diary.plan(day(4))
    const seq = diary.log.length
    diary.train(day(4))
    expect(planDay(logUpTo(diary.log, seq), day(4), expectedLadders)).toEqual(shown)
  })
})
