import { describe, expect, it } from 'vitest'
import { Programme, type CheckInAnswers } from '../../../src/app/programme/programme.svelte'
import { setOf } from '../../../src/app/programme/session-steps'
import { logUpTo, planDay, type Profile } from '../../../src/core/programme'
import { ladders } from '../../../src/exercises/ladders'
import { Store } from '../../../src/storage/device/store'
import { Diary, profile } from '../programme/diary'
import { memoryDb } from '../storage/memory'
import { aRecord } from '../storage/records'

const calm: CheckInAnswers = {
  pain: 1,
  reach: 'back',
  safety: 'clear',
  sleepHours: 8,
  sleepQuality: null,
  stress: 2,
  heavyDay: false,
}

/** A programme with a clock under the test's hand; it begins on a Monday. */
async function begin(mine: Partial<Profile> = {}) {
  const db = memoryDb()
  const store = new Store(db)
  const time = { now: Date.parse('2026-03-02T09:00:00Z') }
  const clock = { now: () => time.now, zone: (): string => 'Europe/Berlin' }
  const programme = new Programme(store, clock)
  await programme.load()
  const laterBy = (hours: number): void => {
    time.now += hours * 3_600_000
    programme.lookAtClock()
  }
  const setUp = async (): Promise<void> => {
    await programme.readScreen()
    await programme.saveProfile({ ...profile, ...mine })
  }
  return { db, store, programme, clock, laterBy, setUp }
}

const bridge = (id: string) => aRecord(id, { stopReason: 'plan-complete' })

describe('the programme on a device', () => {
  it('plans nothing before the set-up, and a session after it', async () => {
    const { programme, setUp } = await begin()
    expect(programme.plan.kind).toBe('setup')
    await setUp()
    expect(programme.screenRead).toBe(true)
    expect(programme.plan.kind).toBe('session')
    expect(programme.log.map(({ seq }) => seq)).toEqual([1, 2])
  })

  it('takes the day from the person’s zone, and notices when it turns', async () => {
    const { programme, laterBy } = await begin()
    expect(programme.today).toBe('2026-03-02')
    laterBy(14.5)
    expect(programme.today).toBe('2026-03-03')
  })

  it('keeps each entry on the day of its own zone when the person travels, and plans no day twice', async () => {
    const { programme, clock, laterBy, setUp } = await begin()
    await setUp()
    // A whole session on Wednesday morning in Tokyo; an hour later it is still Tuesday in Honolulu.
    clock.zone = () => 'Asia/Tokyo'
    laterBy(14 + 24)
    expect(programme.today).toBe('2026-03-04')
    await programme.checkIn(calm)
    await programme.beginSession()
    await programme.keepSet(setOf(bridge('far'), null))
    await programme.finishSession()
    clock.zone = () => 'Pacific/Honolulu'
    laterBy(1)
    expect(programme.today).toBe('2026-03-03')
    const session = programme.log.find(({ kind }) => kind === 'session')
    expect([session?.day, session?.zone]).toEqual(['2026-03-04', 'Asia/Tokyo'])
    // What was done on a day that has not come here yet counts for today: no second session, no second check-in.
    expect(programme.checkedIn).not.toBeNull()
    expect(programme.plan.kind).toBe('done')
    laterBy(24)
    expect([programme.today, programme.plan.kind]).toEqual(['2026-03-04', 'done'])
  })

  it('takes a clock that jumps back or far ahead without losing an entry or its order', async () => {
    const { programme, store, laterBy, setUp } = await begin()
    await setUp()
    await programme.checkIn(calm)
    laterBy(24 * 400)
    await programme.tickRecovery('walk', 8)
    laterBy(-24 * 800)
    await programme.tickRecovery('walk', 9)
    laterBy(24 * 400)
    const { log } = await store.readLog()
    expect(log).toHaveLength(5)
    expect(log.map(({ seq }) => seq).sort()).toEqual([1, 2, 3, 4, 5])
    expect(programme.plan.day).toBe('2026-03-02')
    expect(programme.plan.kind).not.toBe('setup')
  })

  it('numbers entries one after the other, even when two come at once', async () => {
    const { programme, store, setUp } = await begin()
    await setUp()
    await Promise.all([programme.checkIn(calm), programme.tickRecovery('walk', 8)])
    const { log } = await store.readLog()
    expect(log.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
  })

  it('sees what another tab wrote in the meantime', async () => {
    const { programme, store, clock, setUp } = await begin()
    await setUp()
    const other = new Programme(store, clock)
    await other.load()
    await other.checkIn(calm)
    await programme.tickRecovery('walk', 8)
    expect(programme.log.map(({ kind }) => kind)).toEqual(['screen-read', 'profile', 'check-in', 'recovery'])
  })

  it('says what is wrong with an answer that it does not take', async () => {
    const { programme, setUp } = await begin()
    await setUp()
    expect(await programme.checkIn({ ...calm, pain: 11 })).toBeNull()
    expect(programme.fault).toMatchObject({
      kind: 'refused',
      faults: [{ path: 'pain', code: 'out-of-range' }],
    })
    expect(programme.log).toHaveLength(2)
    expect(await programme.checkIn(calm)).not.toBeNull()
    expect(programme.fault).toBeNull()
  })

  it('says when the device refuses, and keeps nothing that is not written', async () => {
    const { programme, db, setUp } = await begin()
    await setUp()
    const full = new DOMException('full', 'QuotaExceededError')
    db.setMany = () => Promise.reject(full)
    expect(await programme.checkIn(calm)).toBeNull()
    expect(programme.fault).toEqual({ kind: 'storage', error: full })
    expect(programme.checkedIn).toBeNull()
  })

  it('keeps a session through a reload, and writes it with its plan and reasons', async () => {
    const { programme, store, clock, setUp } = await begin({ avoid: ['kneeling', 'shoulder'] })
    await setUp()
    await programme.checkIn(calm)
    await programme.beginSession()
    const [item] = programme.plan.items
    await programme.keepSet(
      setOf(bridge('a'), {
        side: null,
        level: item?.level ?? '',
        dose: { reps: 6, hold: 1, lower: 2 },
        quiet: false,
        capacity: false,
      }),
    )

    const again = new Programme(store, clock)
    await again.load()
    expect(again.underWay?.sets.map(({ id }) => id)).toEqual(['a'])
    await again.saySetHurt()
    const entry = await again.finishSession()
    expect(entry).toMatchObject({ kind: 'session', sets: [{ id: 'a', stop: 'pain', level: 'partial' }] })
    expect(again.underWay).toBeNull()
    expect(again.unansweredSession?.id).toBe(entry?.id)
    const plan = again.log.find((each) => each.kind === 'plan')
    expect(plan?.plan.items[0]?.why).toEqual([{ code: 'assess-first', facts: {} }])
    // The decision can be made again from what was known then.
    expect(planDay(logUpTo(again.log, (plan?.seq ?? 0) - 1), '2026-03-02', ladders)).toEqual(plan?.plan)
  })

  it('drops a session in which nothing was done', async () => {
    const { programme, setUp } = await begin()
    await setUp()
    await programme.beginSession()
    expect(programme.canGoOn).toBe(false)
    expect(await programme.finishSession()).toBeNull()
    expect(programme.plan.kind).toBe('session')
  })

  it('logs a set of one’s own without using up the day’s session', async () => {
    const { programme, setUp } = await begin()
    await setUp()
    expect(await programme.keepOwnSet(setOf(bridge('own'), null))).toMatchObject({
      planned: [],
      sets: [{ id: 'own', level: null, planned: null }],
    })
    expect(programme.plan.kind).toBe('session')
    expect(programme.unansweredSession).toBeNull()
  })

  it('asks about the morning after on that day and the next, and no longer', async () => {
    const diary = new Diary()
    diary.train('2026-03-02', undefined, {}, null)
    const { programme, laterBy } = await begin()
    await programme.importLog(diary.log)
    expect(programme.unansweredMorning).toBeNull()
    laterBy(24)
    expect(programme.unansweredMorning?.day).toBe('2026-03-03')
    laterBy(24)
    expect(programme.unansweredMorning?.day).toBe('2026-03-03')
    laterBy(24)
    expect(programme.unansweredMorning).toBeNull()
    laterBy(-24)
    await programme.answerMorning({ pain: 1, stiffnessMinutes: 5, reach: 'back' }, '2026-03-03')
    expect(programme.unansweredMorning).toBeNull()
    expect(programme.light.light).toBe('green')
  })

  it('takes an override, and takes it back', async () => {
    const { programme, setUp } = await begin()
    await setUp()
    await programme.override({ what: 'skip', exercise: 'bridge' })
    expect(programme.itemOf('bridge')).toBeUndefined()
    await programme.dropOverride('bridge')
    expect(programme.itemOf('bridge')).toBeDefined()
    expect(programme.log.map(({ kind }) => kind).slice(2)).toEqual(['override', 'deletion'])
  })

  it('joins a log once however often it comes', async () => {
    const diary = new Diary()
    diary.train('2026-03-02')
    const { programme, store } = await begin()
    expect(await programme.importLog(diary.log)).toEqual([])
    const { log } = await store.readLog()
    await programme.importLog(diary.log)
    expect((await store.readLog()).log).toEqual(log)
    expect(log).toHaveLength(diary.log.length)
  })
})
