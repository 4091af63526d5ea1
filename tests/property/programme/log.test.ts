import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  mergeLogs,
  planDay,
  planWeek,
  portfolio,
  recoveryFor,
  trend,
  validateEntry,
} from '../../../src/core/programme'
import { addDays, dayOf, daysBetween, isDay, mondayOf, weekdayOf } from '../../../src/core/programme/days'
import { escapeText, foldLine, toIcs } from '../../../src/storage/transfer/ics'
import type { LogEntry } from '../../../src/core/programme/log/log'
import { canonical } from '../../../src/core/programme/log/merge'
import { ladders } from '../../../src/exercises/ladders'
import { Diary, monday } from '../../unit/programme/diary'

const day = fc.integer({ min: 0, max: 60 }).map((offset) => addDays(monday, offset))

/** Any log, sensible or not: few ids so that they clash, any order of days, any deletions. */
const entry: fc.Arbitrary<LogEntry> = fc
  .record({
    id: fc.integer({ min: 1, max: 25 }).map((number) => `e${number}`),
    seq: fc.nat(30),
    day,
    pain: fc.nat(10),
    reach: fc.constantFrom('none', 'back', 'buttock', 'above-knee', 'below-knee'),
    kind: fc.constantFrom(
      'check-in',
      'morning',
      'after',
      'override',
      'deletion',
      'session',
      'profile',
      'screen-read',
    ),
    more: fc.nat(25),
    flag: fc.boolean(),
  })
  .map((raw) => shape(raw))

const template = new Diary()
template.train(monday)
const session = template.log.find((each) => each.kind === 'session')
const profileEntry = template.log.find((each) => each.kind === 'profile')

function shape(raw: {
  id: string
  seq: number
  day: string
  pain: number
  reach: string
  kind: string
  more: number
  flag: boolean
}): LogEntry {
  const { id, seq, day, pain, reach, more, flag } = raw
  const base = { id, seq, day, at: Date.parse(`${day}T20:00:00Z`), zone: 'Europe/Berlin' }
  const bodies: Record<string, object> = {
    'check-in': {
      pain,
      reach,
      safety: more === 0 ? 'advice' : 'clear',
      sleepHours: more / 2,
      sleepQuality: null,
      stress: pain,
      heavyDay: flag,
    },
    morning: { pain, stiffnessMinutes: more * 3, reach },
    after: {
      session: `e${more}`,
      pain,
      sharp: more === 1,
      reach,
      reserve: more % 6,
      brace: flag ? pain : null,
      gaveOut: 'back',
    },
    override: { change: flag ? { what: 'train' } : { what: 'full' } },
    deletion: { target: `e${more}` },
    session:
      session?.kind === 'session' ? { planned: session.planned, sets: session.sets.slice(0, more) } : {},
    profile:
      profileEntry?.kind === 'profile' ? { profile: { ...profileEntry.profile, usualPain: pain % 5 } } : {},
    'screen-read': { edition: 1 },
  }
  return { ...base, kind: raw.kind, ...bodies[raw.kind] } as LogEntry
}

const logs = fc.array(entry, { maxLength: 40 })
const RUNS = { numRuns: 1000, seed: 11 }
const TIMEOUT = 60_000 // the cores are shared; each takes a few seconds alone

/** Everything that a log holds, whatever stands where. */
const contents = (log: readonly LogEntry[]) =>
  new Set(log.map((each) => canonical(each.kind === 'set-aside' ? each.entry : each)))

describe('merging', () => {
  it('gives the same in any order, grouping and repetition, and loses nothing', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(logs, logs, logs, (a, b, c) => {
        const whole = mergeLogs(a, b, c).log
        expect(mergeLogs(c, a, b).log).toEqual(whole)
        expect(mergeLogs(mergeLogs(a, b).log, c).log).toEqual(whole)
        expect(mergeLogs(a, mergeLogs(b, c).log, whole, a).log).toEqual(whole)
        expect(contents(whole)).toEqual(contents([...a, ...b, ...c]))
        expect(new Set(whole.map((each) => each.id)).size).toBe(whole.length)
      }),
      RUNS,
    )
  })
})

describe('any log that passed the door', () => {
  it('always gives a plan, the same one for the same log', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(logs, day, (raw, on) => {
        const { log } = mergeLogs(raw)
        expect(log.flatMap((each) => (validateEntry(each, addDays(monday, 61)).ok ? [] : [each]))).toEqual([])
        const plan = planDay(log, on, ladders)
        expect(planDay([...log].reverse(), on, ladders)).toEqual(plan)
        expect(planWeek(log, on, on, ladders)).toHaveLength(7)
        expect(portfolio(log, on).every((each) => each.sessions > 0)).toBe(true)
        expect(recoveryFor(log, on).day).toBe(on)
        trend(log, { exercise: 'bridge', variation: 'double-leg', side: null }, on, ladders)
        if (plan.kind === 'session')
          expect(plan.items.every((item) => item.dose.sets.every((set) => set.reps > 0))).toBe(true)
      }),
      RUNS,
    )
  })

  it('never throws at what is no entry', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(validateEntry(value, monday).ok).toBe(false)
      }),
      RUNS,
    )
  })
})

describe('days', () => {
  it("add and count as one another's inverse", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40000 }), fc.integer({ min: -400, max: 400 }), (start, count) => {
        const from = addDays('1980-01-01', start)
        const to = addDays(from, count)
        expect(isDay(to)).toBe(true)
        expect(daysBetween(from, to)).toBe(count)
        expect(weekdayOf(mondayOf(to))).toBe(1)
        expect(to >= from).toBe(count >= 0)
      }),
      RUNS,
    )
  })

  it('of instants go forward one at a time in every zone', () => {
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Pacific/Auckland',
    )
    fc.assert(
      fc.property(zones, fc.integer({ min: 1.6e12, max: 2e12 }), (zone, instant) => {
        const next = daysBetween(dayOf(instant, zone), dayOf(instant + 12 * 3600e3, zone))
        expect(next === 0 || next === 1).toBe(true)
      }),
      RUNS,
    )
  })
})

describe('calendar text', () => {
  it('folds any text to lines of 75 octets and unfolds to itself', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 })
    fc.assert(
      fc.property(text, (value) => {
        const folded = foldLine(escapeText(value))
        for (const line of folded.split('\r\n'))
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        expect(folded.replaceAll('\r\n ', '')).toBe(escapeText(value))
        const events = [{ uid: 'a', day: monday, time: null, minutes: 1, summary: value, description: value }]
        expect(
          toIcs(events, 0)
            .split('\r\n')
            .every((line) => !/[\r\n]/.test(line)),
        ).toBe(true)
      }),
      RUNS,
    )
  })
})
