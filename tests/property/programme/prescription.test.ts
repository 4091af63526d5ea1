import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contradictions,
  planDay,
  type Asked,
  type Log,
  type Plan,
  type Prescription,
} from '../../../src/core/programme'
import { addDays } from '../../../src/core/programme/days'
import { ladders } from '../../../src/exercises/ladders'
import { Diary, limits, monday, profile } from '../../unit/programme/diary'

const all = Object.values(ladders)
const named = fc
  .subarray(all)
  .chain((some) =>
    fc.tuple(
      ...some.map(({ exercise, levels }) =>
        fc.constantFrom(...levels).map((level) => ({ exercise, level: level.id })),
      ),
    ),
  )
const exercise = fc.constantFrom(...all.map((ladder) => ladder.exercise))
const lock: fc.Arbitrary<Prescription['locks'][number]> = fc.oneof(
  fc.record({ what: fc.constant('exercise' as const), exercise }),
  fc.record({ what: fc.constant('side' as const), exercise, side: fc.constantFrom('left', 'right') }),
  fc.record({
    what: fc.constant('position' as const),
    position: fc.constantFrom('kneeling', 'wrists', 'shoulder', 'lying-on-back'),
  }),
)
const sheets: fc.Arbitrary<Asked> = fc.record({
  start: named,
  ceiling: named,
  locks: fc.array(lock, { maxLength: 3 }),
  painLimit: fc.option(fc.integer({ min: -1, max: 12 })),
  minutes: fc.option(fc.constantFrom(10, 15, 20, 30)),
})
const secondsOf = fc.record({
  bridge: fc.integer({ min: 5, max: 400 }),
  'bird-dog': fc.integer({ min: 5, max: 400 }),
  'side-plank': fc.integer({ min: 3, max: 120 }),
})

/** Weeks of somebody whose sheet comes in some week, with the plan of every day from then on. */
function plansUnder(
  asked: Asked,
  since: number,
  seconds: Parameters<typeof limits>[0],
  pain: number,
): Plan[] {
  const diary = new Diary({}, monday, ladders)
  const plans: Plan[] = []
  for (let offset = 0; offset < 42; offset++) {
    const day = addDays(monday, offset)
    if (offset === since)
      // Whatever a file says: the log refuses less than the plan does.
      diary.add({ kind: 'profile', day, profile: { ...profile, prescription: asked as Prescription } })
    const plan = diary.plan(day)
    if (offset >= since) plans.push(plan)
    if (plan.items.length > 0) diary.train(day, limits(seconds), { pain: offset % 5 === 0 ? pain : 1 })
  }
  return plans
}

const place = (id: string, level: string): number =>
  all.find((ladder) => ladder.exercise === id)?.levels.findIndex((each) => each.id === level) ?? -1

describe('under any sheet that can be followed', () => {
  it('no plan is over the ceiling, none holds what is locked, none is longer than it may be', () => {
    let seen = 0
    fc.assert(
      fc.property(
        sheets.filter((asked) => contradictions(asked, ladders).length === 0),
        fc.integer({ min: 0, max: 30 }),
        secondsOf,
        fc.integer({ min: 0, max: 6 }),
        (asked, since, seconds, pain) => {
          for (const { items, minutes } of plansUnder(asked, since, seconds, pain)) {
            if (asked.minutes !== null && items.length > 1) expect(minutes).toBeLessThanOrEqual(asked.minutes)
            for (const item of items) {
              seen++
              for (const top of asked.ceiling)
                if (top.exercise === item.exercise)
                  expect(place(item.exercise, item.level)).toBeLessThanOrEqual(
                    place(item.exercise, top.level),
                  )
              expect(item.sides.length).toBeGreaterThan(0)
              for (const each of asked.locks) {
                if (each.what === 'position')
                  expect(ladders[item.exercise].needs).not.toContain(each.position)
                else if (each.exercise !== item.exercise) continue
                else if (each.what === 'exercise') throw new Error(`${item.exercise} is locked`)
                else expect(item.sides.some((side) => side === null || side === each.side)).toBe(false)
              }
            }
          }
        },
      ),
      { numRuns: 40, seed: 11 },
    )
    expect(seen).toBeGreaterThan(500)
  })
})

it('follows nothing of a sheet that contradicts itself, but for its pain limit, which the log checks', () => {
  const without = (log: Log) =>
    log.map((entry) =>
      entry.kind === 'profile' ? { ...entry, profile: { ...entry.profile, prescription: null } } : entry,
    )
  fc.assert(
    fc.property(
      sheets
        .map((asked) => ({ ...asked, painLimit: null }))
        .filter((asked) => contradictions(asked, ladders).length > 0),
      (asked) => {
        const diary = new Diary({ prescription: asked as Prescription }, monday, ladders)
        expect(diary.plan(monday)).toEqual(planDay(without(diary.log), monday, ladders))
      },
    ),
    { numRuns: 100, seed: 11 },
  )
})
