import { describe, expect, it } from 'vitest'
import { ladderPlaces } from '../../../src/core/programme'
import { addDays } from '../../../src/core/programme/days'
import { nextStep, whatItTakes } from '../../../src/sentences/programme/place-words'
import { historyDays, stretchesOf, stretchText } from '../../../src/sentences/programme/trend-words'
import { Diary, expectedLadders, gives, monday, sessionDays } from './diary'

describe('days of the history', () => {
  const days = sessionDays(2)
  const stretches = (diary: Diary) => stretchesOf(historyDays([], diary.log))

  it('are one line where nothing happened but the work, and the latest stands by itself', () => {
    const diary = new Diary()
    diary.trainOn(days)
    const [latest, rest, ...more] = stretches(diary)
    expect(latest).toMatchObject({ folded: false, days: [{ day: days.at(-1) }] })
    expect(rest?.folded).toBe(true)
    expect(rest?.days).toHaveLength(days.length - 1)
    expect(more).toEqual([])
    expect(rest && stretchText(rest.days)).toBe('5 days, steady throughout: 2 March to 11 March')
  })

  it('stand open where form gave, pain ended a set or form was not seen', () => {
    for (const change of [
      gives('bridge', 3),
      () => ({ stop: 'pain' as const }),
      () => ({ coverage: 0.3 }),
    ] as const) {
      const diary = new Diary()
      days.slice(0, 2).forEach((day) => diary.train(day))
      const odd = days[2] ?? ''
      diary.train(odd, change, {}, null)
      const after = sessionDays(1, addDays(monday, 14))
      after.forEach((day) => diary.train(day))
      const all = stretches(diary)
      expect(all.map(({ folded, days: some }) => [folded, some.length])).toEqual([
        [false, 1],
        [true, 2],
        [false, 1],
        [true, 2],
      ])
      expect(all[2]?.days[0]?.day).toBe(odd)
    }
  })

  it('are never lost or doubled, and keep their order', () => {
    const diary = new Diary()
    diary.trainOn(days, (set, item, index) =>
      set.reps > 4 && index === 0 ? gives('bridge', 3)(set, item, index) : {},
    )
    const all = historyDays([], diary.log)
    expect(stretchesOf(all).flatMap(({ days: some }) => some)).toEqual(all)
  })
})

describe('the place of an exercise', () => {
  const bridgeOf = (diary: Diary, day: string) => {
    const place = ladderPlaces(diary.log, day, expectedLadders).find(({ exercise }) => exercise === 'bridge')
    if (!place) throw new Error('no bridge')
    return place
  }

  it('says what comes next, and asks for a first look before there is a limit', () => {
    const place = bridgeOf(new Diary(), monday)
    expect(nextStep(place, 'kg')).toMatch(/^Next: .*\.$/)
    expect(whatItTakes(place)).toMatch(/first look at your limit/)
  })

  it('says the limit that the next step waits for in reps where the exercise has reps', () => {
    const place = bridgeOf(new Diary(), monday)
    const perRep = place.seconds / Math.max(...place.dose.sets.map(({ reps }) => reps))
    const takes = { code: 'limit', seconds: 12 * perRep, have: 9 * perRep } as const
    expect(whatItTakes({ ...place, takes })).toBe(
      'It takes 12 reps steady in one set; the last look showed 9 reps.',
    )
  })
})
