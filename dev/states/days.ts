/** Today in its states, the questions about a day, and the week. */
import { addDays } from '../../src/core/programme'
import type { Diary } from '../../tests/unit/programme/diary'
import type { Seeds } from '../seeds'
import type { DevState } from './state'

const TODAY = '/'
const THURSDAY = '2026-11-19'

/** Somebody with so many weeks behind them, and what else happened. */
const somebody =
  (weeks: number, then: (diary: Diary, seeds: Seeds) => void | Promise<void> = () => undefined) =>
  async (seeds: Seeds): Promise<void> => {
    const diary = seeds.diary(weeks)
    await then(diary, seeds)
    await seeds.keep(diary)
  }

const today = (id: string, title: string, rest: Partial<DevState> = {}): DevState => ({
  id: `today/${id}`,
  title: `Today: ${title}`,
  route: TODAY,
  ...rest,
})

/** The day after a session, its morning not answered yet. */
const noMorning = somebody(1, (diary, { day }) => {
  diary.log = diary.log.filter((entry) => entry.kind !== 'morning' || entry.day < day)
})

export const days: readonly DevState[] = [
  today('first-visit', 'first visit'),
  today('first-set', 'a set, but not set up', { seed: (seeds) => seeds.set() }),
  today('first-session', 'set up, first session', { seed: somebody(0) }),
  today('session', 'a session in the third week', { seed: somebody(2) }),
  today('checked-in', 'a session, checked in', {
    seed: somebody(2, (diary, { day }) => diary.checkIn(day)),
  }),
  today('rest-day', 'rest day', { day: THURSDAY, seed: somebody(2) }),
  today('red', 'red: spread down the leg', {
    seed: somebody(2, (diary, { day }) => diary.checkIn(day, { pain: 6, reach: 'below-knee' })),
  }),
  today('advice', 'a safety question was answered yes', {
    seed: somebody(2, (diary, { day }) => diary.checkIn(day, { safety: 'advice' })),
  }),
  today('amber', 'amber: a bad morning', {
    seed: somebody(2, (diary) => {
      const last = diary.log.findLast((entry) => entry.kind === 'morning')
      diary.log = diary.log.map((entry) =>
        last !== undefined && entry === last ? { ...last, pain: 3 } : entry,
      )
    }),
  }),
  today('heavy', 'before a heavy day', {
    seed: somebody(2, (diary, { day }) => diary.checkIn(day, { heavyDay: true })),
  }),
  today('morning', 'asks for the morning', { day: THURSDAY, seed: noMorning }),
  today('after', 'asks how the session was', {
    seed: somebody(2, (diary, { day }) => {
      diary.checkIn(day)
      diary.train(day, undefined, {}, null)
      diary.log = diary.log.filter((entry) => entry.kind !== 'after' || entry.day !== day)
    }),
  }),
  today('done', 'the session is done', {
    seed: somebody(2, (diary, { day }) => {
      diary.checkIn(day)
      diary.train(day, undefined, {}, null)
    }),
  }),
  today('under-way', 'a session is under way', {
    seed: somebody(2, async (diary, seeds) => {
      diary.checkIn(seeds.day)
      await seeds.sessionUnderWay(diary, seeds.day, 2)
    }),
  }),
  today('broken-off', 'a session of Wednesday was never ended', {
    day: THURSDAY,
    seed: async (seeds) => {
      const wednesday = addDays(seeds.day, -1)
      const diary = seeds.diary(2)
      diary.log = diary.log.filter(({ day }) => day < wednesday)
      await seeds.sessionUnderWay(diary, wednesday, 2)
      await seeds.keep(diary)
    },
  }),
  today('unfinished', 'a set that a closed page left', {
    trace: 'bridge_clean_side',
    at: 20,
    seed: async (seeds) => {
      await somebody(2)(seeds)
      await seeds.draft(20)
    },
  }),
  today('year', 'a year of training', {
    seed: async (seeds) => {
      await seeds.year('improver')
      await seeds.set({ id: 'a', trace: 'bridge_fatigue_rom_side', daysAgo: 2 })
      await seeds.set({ id: 'b', trace: 'sideplank_sag_front', daysAgo: 2 })
    },
  }),
  today('pause', 'back after five weeks away', {
    seed: somebody(8, (diary, { day }) => {
      diary.log = diary.log.filter((entry) => entry.day < addDays(day, -35))
    }),
  }),
  { id: 'day/check-in', title: 'Check-in', route: '/checkin', seed: somebody(2) },
  ...['emergency', 'see-someone'].map((urgency, yes): DevState => ({
    id: `day/check-in-${urgency}`,
    title: `Check-in: ${urgency}`,
    route: '/checkin',
    seed: somebody(2),
    show: async (stage) => {
      await stage.press(`.safety label:nth-of-type(${String(yes + 1)}) input`)
      if (urgency === 'see-someone') await stage.press('form .primary')
      await stage.find(urgency === 'emergency' ? 'dialog' : '.advice')
    },
  })),
  {
    id: 'day/after',
    title: 'After the session',
    route: '/after',
    seed: somebody(2, (diary, { day }) => {
      diary.checkIn(day)
      diary.train(day, undefined, {}, null)
      diary.log = diary.log.filter((entry) => entry.kind !== 'after' || entry.day !== day)
    }),
  },
  { id: 'day/after-none', title: 'After: no session', route: '/after', seed: somebody(2) },
  { id: 'day/morning', title: 'The morning after', route: '/morning', day: THURSDAY, seed: noMorning },
  { id: 'day/morning-none', title: 'The morning, before any session', route: '/morning', seed: somebody(0) },
  { id: 'week/third', title: 'Week: the third', route: '/week', seed: somebody(2) },
  {
    id: 'week/heavy',
    title: 'Week: with heavy days',
    route: '/week',
    seed: (seeds) => seeds.year('improver'),
  },
  { id: 'week/empty', title: 'Week: not set up', route: '/week' },
  { id: 'recovery/day', title: 'Recovery', route: '/recovery', seed: somebody(2) },
]
