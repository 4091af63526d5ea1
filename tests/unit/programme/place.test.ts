import { describe, expect, it } from 'vitest'
import {
  ladderPlaces,
  type LadderPlace,
  type Look,
  type SteadyLimit,
  type Step,
  type Takes,
} from '../../../src/core/programme'
import { addDays } from '../../../src/core/programme/days'
import { Diary, expectedLadders, monday, sessionDays } from './diary'

const placeOf = (diary: Diary, day: string, exercise = 'bridge'): LadderPlace => {
  const place = ladderPlaces(diary.log, day, expectedLadders).find((each) => each.exercise === exercise)
  if (!place) throw new Error(`no place for ${exercise}`)
  return place
}

describe('the place on the ladder', () => {
  it('is the first level before the first session, with no limit and no share', () => {
    const place = placeOf(new Diary(), monday)
    expect(place).toMatchObject({ level: 0, limits: [], share: null, takes: { code: 'look' } })
    expect(place.levels[0]).toBe('partial')
  })

  it('has the limit of a look on this level, and the dose as a share of it', () => {
    const diary = new Diary()
    diary.train(monday, (set, item, index) =>
      set.exercise === 'bridge' && index === item.dose.sets.length - 1
        ? {
            capacity: true,
            reps: 15,
            steadyLimit: 15,
            stop: 'form',
            breakdown: { check: 'hip-sag', side: null },
          }
        : undefined,
    )
    const place = placeOf(diary, addDays(monday, 1))
    const [limit]: readonly SteadyLimit[] = place.limits
    const [look]: readonly Look[] = place.looks
    expect(look?.seconds).toBe(limit?.seconds)
    const perRep = 2 + (place.dose.sets[0]?.hold ?? 0) + (place.dose.sets[0]?.lower ?? 0)
    expect(place.limits).toMatchObject([{ side: null, seconds: 15 * perRep, looks: 1, atLeast: false }])
    expect(place.share).toBeCloseTo(place.seconds / (15 * perRep), 9)
  })

  it('has a limit for each side where the level has sides', () => {
    const diary = new Diary()
    diary.train(monday, (set, item, index) =>
      set.exercise === 'side-plank' && index === item.dose.sets.length - 1
        ? {
            capacity: true,
            reps: 1,
            holds: [set.side === 'left' ? 40 : 25],
            steadyLimit: set.side === 'left' ? 40 : 25,
            stop: 'form',
          }
        : undefined,
    )
    const { limits, share, seconds } = placeOf(diary, addDays(monday, 1), 'side-plank')
    expect(limits.map(({ side, seconds: each }) => [side, each])).toEqual([
      ['left', 40],
      ['right', 25],
    ])
    expect(share).toBeCloseTo(seconds / 25, 9)
  })

  it('takes no limit from a look that was mostly unseen, quiet, or ended by the person', () => {
    for (const change of [{ coverage: 0.5 }, { quiet: true }, { stop: 'user' as const }]) {
      const diary = new Diary()
      diary.train(monday, (set) =>
        set.exercise === 'bridge'
          ? { capacity: true, steadyLimit: 4, reps: 4, stop: 'form', ...change }
          : undefined,
      )
      expect(placeOf(diary, addDays(monday, 1)).limits, JSON.stringify(change)).toEqual([])
    }
  })

  it('takes a limit of nothing as a limit', () => {
    const diary = new Diary()
    diary.train(monday, (set) =>
      set.exercise === 'bridge' ? { capacity: true, steadyLimit: 0, reps: 1, stop: 'form' } : undefined,
    )
    expect(placeOf(diary, addDays(monday, 1)).limits).toMatchObject([{ seconds: 0, atLeast: false }])
  })

  it('says what the next step takes', () => {
    const diary = new Diary()
    diary.trainOn(sessionDays(1).slice(0, 1))
    const { next, takes } = placeOf(diary, addDays(monday, 1))
    const step: Step | null | undefined = next?.step
    expect(step).toEqual({ axis: 'reps', direction: 'more', by: 1, set: null })
    expect(takes).toEqual<Takes>({ code: 'look' })
  })
})
