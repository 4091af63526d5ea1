import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/core/programme/days'
import { longestSet } from '../../../src/core/programme/ladder/steady-limit'
import type { PlanItem } from '../../../src/core/programme/day/plan-model'
import { sayReason } from '../../../src/sentences/programme/plan-reasons'
import { ladders } from '../../../src/exercises/ladders'
import { Diary, limits, monday, sessionDays } from './diary'

const day = (offset: number) => addDays(monday, offset)
const code = (item: PlanItem) => item.why[0]?.code

/** Seconds under tension in the longest set of what the ladder stands at. */
function seconds(item: PlanItem): number {
  const level = ladders[item.exercise].levels.find((each) => each.id === item.level)
  if (!level) throw new Error(`no level ${item.level}`)
  return longestSet(level, item.base)
}

describe('finding the start', () => {
  it('takes one set of each exercise in three sessions, with a cap, then starts at a share of what held', () => {
    const diary = new Diary()
    const held = limits({ bridge: 40, 'bird-dog': 50, 'side-plank': 38 })
    for (const each of sessionDays(1)) {
      const { items } = diary.plan(each)
      expect(items.map((item) => [item.mode, item.dose.sets.length, item.capacity])).toEqual(
        items.map(() => ['assess', 1, true]),
      )
      diary.train(each, held)
    }
    const item = diary.item(day(7), 'side-plank')
    expect([item.mode, item.level, code(item)]).toEqual(['work', 'knees-5', 'start-found'])
    expect(seconds(item)).toBeLessThanOrEqual(0.7 * 38)
    expect(seconds(item)).toBeGreaterThan(0.45 * 38)
    expect(sayReason(item.why[0] ?? { code: 'setup', facts: {} })).toBe(
      'You start here: each set is about 70% of the 38 s that stayed steady.',
    )
  })

  it('goes on to the next level where the cap was reached, a level a session, with no more work', () => {
    const diary = new Diary()
    const levels = sessionDays(1).map((each) => {
      const item = diary.item(each, 'bridge')
      diary.train(each, limits({ bridge: 150 }))
      return item.level
    })
    expect(levels).toEqual(['partial', 'full', 'holds'])
  })

  it('counts of holds in a row only what was steady before form gave', () => {
    const diary = new Diary()
    const broken = { holds: [10, 10, 10], steadyLimit: 2, stop: 'form' as const, capacity: true }
    for (const each of sessionDays(1)) diary.train(each, (set) => (set.holds.length > 0 ? broken : undefined))
    const item = diary.item(day(7), 'side-plank')
    expect(sayReason(item.why[0] ?? { code: 'setup', facts: {} })).toContain('the 22 s that stayed steady')
  })

  it('finds no start in looks that were mostly unseen: the smallest of the level', () => {
    const diary = new Diary()
    for (const each of sessionDays(1)) {
      diary.train(each, (set, item, index) => {
        const look = limits({ bridge: 200 })(set, item, index)
        return look && { ...look, coverage: 0.4 }
      })
    }
    const item = diary.item(day(7), 'bridge')
    expect([item.level, code(item), item.base]).toEqual([
      'partial',
      'start-unknown',
      ladders.bridge.levels[0]?.start,
    ])
  })

  it('is not asked of a programme that runs: it goes on from its dose', () => {
    const item = Diary.running().item(monday, 'bridge')
    expect([item.mode, item.level, item.base]).toEqual(['work', 'partial', ladders.bridge.levels[0]?.start])
  })

  it('waits while the light is amber', () => {
    const diary = new Diary()
    diary.train(monday, limits({ bridge: 150 }), {}, { pain: 3 })
    const item = diary.item(day(2), 'bridge')
    expect([item.level, item.mode, code(item)]).toEqual(['partial', 'lighter', 'hold-light'])
  })
})

/** A person whose limit is so many seconds everywhere, for some weeks; the bridge's item after each session. */
function weeks(diary: Diary, count: number, limit: (week: number) => number, from = monday): PlanItem[] {
  return sessionDays(count, from).flatMap((each, index) => {
    if (diary.plan(each).kind !== 'session') return []
    const most = limit(index / 3)
    const item = diary.item(each, 'side-plank')
    diary.train(each, limits({ bridge: most, 'bird-dog': most, 'side-plank': most }))
    return [item]
  })
}

describe('the measured limit', () => {
  it('pulls the dose after it, a micro-step a session, to no more than 0.8 of it', () => {
    const items = weeks(new Diary(), 12, (week) => 36 + 1.2 * week)
    const shares = items.map((item, index) => seconds(item) / (36 + 1.2 * (index / 3)))
    expect(Math.min(...shares.slice(12))).toBeGreaterThan(0.5)
    expect(Math.max(...shares.slice(3))).toBeLessThanOrEqual(0.8)
    items.slice(4).forEach((item, index) => {
      const before = items[index + 3]
      if (before?.level !== item.level) return
      item.base.sets.forEach((set, at) => {
        expect(set.reps - (before.base.sets[at]?.reps ?? 0)).toBeLessThanOrEqual(1)
      })
    })
  })

  it('lets the dose down when it moves in, and says so', () => {
    const diary = new Diary()
    weeks(diary, 4, () => 45)
    const high = seconds(diary.item(day(28), 'side-plank'))
    const items = weeks(diary, 5, () => 25, day(28))
    expect(items.map(code)).toContain('less-limit')
    expect(seconds(items.at(-1) ?? diary.item(day(63), 'side-plank'))).toBeLessThan(high)
  })

  it('opens the next level from one and a half times the top and two passes', () => {
    const diary = new Diary()
    const codes = weeks(diary, 10, (week) => (week < 2 ? 38 : 60)).map(code)
    expect(codes).toContain('level-up-limit')
    expect(weeks(new Diary(), 10, () => 45).map((item) => item.level)).not.toContain('knees-10')
  })

  it('of nothing holds and lowers: form was off from the start', () => {
    const diary = Diary.running()
    diary.train(monday, limits({ 'side-plank': 0 }))
    expect(code(diary.item(day(2), 'side-plank'))).toBe('less-limit')
  })

  it('of another level or another variation is not used', () => {
    const plain = Diary.running()
    plain.train(monday)
    for (const change of [{ level: 'knees-10' }, { variation: 'feet' }]) {
      const diary = Diary.running()
      diary.train(monday, (set, item, index) => {
        const look = limits({ 'side-plank': 5 })(set, item, index)
        return look && { ...look, ...change }
      })
      expect(code(diary.item(day(2), 'side-plank'))).not.toBe('less-limit')
    }
  })

  it('of before weeks away is forgotten: less to begin with, and a look at once', () => {
    const diary = new Diary()
    weeks(diary, 4, () => 40)
    const { items } = diary.plan(day(28 + 21))
    expect(items.map(code)).toEqual(['gap-less', 'gap-less', 'gap-less'])
    expect(items.filter((item) => item.capacity)).toHaveLength(2)
  })
})

describe('reasons', () => {
  it('say at the floor that nothing can go lower after a red', () => {
    const diary = Diary.running()
    let at = 0
    for (let times = 0; times < 4; times++) {
      diary.train(day(at), undefined, { sharp: true })
      at += 7
    }
    const item = diary.item(day(at), 'bridge')
    expect(code(item)).toBe('floor-red')
    expect(item.base).toEqual(
      diary.log
        .findLast((entry) => entry.kind === 'session')
        ?.planned.find((each) => each.exercise === 'bridge')?.base,
    )
  })

  it('know what an older log may hold and say nothing of it', () => {
    expect(sayReason({ code: 'calms-last', facts: {} } as never)).toBe('')
  })
})
