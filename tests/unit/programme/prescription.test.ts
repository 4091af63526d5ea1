import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/core/programme/days'
import {
  contradictions,
  noPrescription,
  validateEntry,
  type Asked,
  type Prescription,
} from '../../../src/core/programme'
import { ladderPlaces } from '../../../src/core/programme/ladder/place'
import { ladders } from '../../../src/exercises/ladders'
import { sayReason } from '../../../src/sentences/programme/plan-reasons'
import { sayContradiction, sheetLines } from '../../../src/sentences/programme/sheet-words'
import { Diary, expectedLadders, limits, monday, profile, sessionDays } from './diary'

const sheet = (asked: Partial<Prescription>): Prescription => ({ ...noPrescription, ...asked })
const day = (offset: number) => addDays(monday, offset)
const start = (exercise: Prescription['start'][number]['exercise'], level: string) => ({ exercise, level })
const strong = limits({ bridge: 500, 'bird-dog': 500, 'side-plank': 500 })

describe('a sheet that contradicts itself', () => {
  const said = (asked: Partial<Asked>) =>
    contradictions({ ...noPrescription, ...asked }, ladders).map(sayContradiction)

  it('is refused in plain words', () => {
    expect(
      said({
        start: [start('bridge', 'march')],
        ceiling: [start('bridge', 'full')],
      }),
    ).toEqual([expect.stringMatching(/^Bridge: the start, .+, lies above the end, .+\.$/)])
    expect(said({ painLimit: 0 })).toEqual(['A pain limit of 0 can’t be: it is from 1 to 10.'])
    expect(said({ painLimit: 11 })).toEqual(['A pain limit of 11 can’t be: it is from 1 to 10.'])
    expect(said({ painLimit: NaN })).toHaveLength(1)
    expect(said({ minutes: 12 })).toEqual(['12 minutes can’t be: a session has 10, 15 or 20.'])
    expect(said({ start: [{ exercise: 'squat', level: 'deep' }] })).toEqual([
      '“squat” is no exercise that Keel knows.',
    ])
    expect(said({ ceiling: [start('bridge', 'flying')] })).toEqual(['Bridge: “flying” is no level of it.'])
    expect(said({ start: [start('bridge', 'full'), start('bridge', 'march')] })).toHaveLength(1)
  })

  it('may lock anything, but not everything', () => {
    const one = { what: 'side', exercise: 'side-plank', side: 'left' } as const
    const locks = [
      { what: 'position', position: 'kneeling' },
      { what: 'exercise', exercise: 'bridge' },
      one,
    ] as const
    expect(said({ locks })).toEqual([])
    expect(said({ locks: [...locks, { ...one, side: 'right' }] })).toEqual([
      'Everything is left out: nothing would be left to do.',
    ])
  })

  it('is not followed where it came into the log by another way', () => {
    const prescription = sheet({ start: [start('bridge', 'march')], ceiling: [start('bridge', 'full')] })
    expect(new Diary({ prescription }).plan(monday)).toEqual(new Diary().plan(monday))
  })
})

describe('a sheet that is followed', () => {
  it('begins an exercise at its start, and says so', () => {
    const item = new Diary({ prescription: sheet({ start: [start('bridge', 'holds')] }) }).item(
      monday,
      'bridge',
    )
    expect([item.level, item.mode]).toEqual(['holds', 'assess'])
    expect(item.why.map(sayReason).join(' ')).toContain('Your physiotherapist’s sheet begins at')
  })

  it('leaves an exercise that runs already where it stands', () => {
    const diary = Diary.running({ prescription: sheet({ start: [start('bridge', 'holds')] }) })
    expect(diary.item(monday, 'bridge').level).toBe('partial')
  })

  it('goes no further than the ceiling, and comes down to it at no more work', () => {
    const diary = new Diary()
    diary.trainOn(sessionDays(6), strong)
    const later = day(44)
    const before = diary.item(later, 'bridge')
    expect(['partial', 'full']).not.toContain(before.level)
    const prescription = sheet({ ceiling: [start('bridge', 'full')] })
    diary.add({
      kind: 'profile',
      day: day(43),
      profile: { ...profile, prescription },
    })
    const item = diary.item(later, 'bridge')
    expect(item.level).toBe('full')
    expect(item.why.map(({ code }) => code)).toContain('sheet-lowered')
    const place = ladderPlaces(diary.log, later, expectedLadders).find((each) => each.exercise === 'bridge')
    expect([place?.levels[place.level], place?.levels.length]).toEqual(['full', ladders.bridge.levels.length])
  })

  it('says that it ends there, not that the ladder does', () => {
    const diary = new Diary({ prescription: sheet({ ceiling: [start('bridge', 'partial')] }) })
    diary.trainOn(sessionDays(9), strong)
    const codes = diary.log.flatMap((entry) =>
      entry.kind === 'session'
        ? entry.planned.filter((item) => item.exercise === 'bridge').flatMap((item) => item.why)
        : [],
    )
    expect(codes.some(({ code }) => code === 'sheet-ceiling')).toBe(true)
    expect(codes.some(({ code }) => code === 'hold-top')).toBe(false)
  })

  it('leaves out exercises, positions and sides, with the reason', () => {
    const plan = new Diary({
      prescription: sheet({
        locks: [
          { what: 'exercise', exercise: 'bridge' },
          { what: 'position', position: 'wrists' },
          { what: 'side', exercise: 'side-plank', side: 'left' },
        ],
      }),
    }).plan(monday)
    expect(plan.items.map(({ exercise, sides }) => [exercise, sides])).toEqual([['side-plank', ['right']]])
    expect(plan.leftOut.map(({ exercise, why }) => [exercise, why.code])).toEqual([
      ['bird-dog', 'sheet-position'],
      ['bridge', 'sheet-locked'],
    ])
    expect(plan.items[0]?.why.map(sayReason)).toContain(
      'Your physiotherapist’s sheet leaves the left side out.',
    )
  })

  it('leaves out a level that needs the locked side', () => {
    const locks = [{ what: 'side', exercise: 'bridge', side: 'left' }] as const
    const { leftOut } = new Diary({ prescription: sheet({ locks }) }).plan(monday)
    expect(leftOut.map(({ exercise, why }) => [exercise, why.code])).toEqual([['bridge', 'sheet-side-all']])
  })

  it('judges pain during a session by its own limit', () => {
    const light = (prescription: Prescription | null) => {
      const diary = new Diary({ prescription })
      diary.train(monday, undefined, { pain: 4 }, null)
      return diary.plan(day(1)).light
    }
    expect([light(null), light(sheet({ painLimit: 5 })), light(sheet({ painLimit: 3 }))]).toEqual([
      'amber',
      'unknown',
      'amber',
    ])
  })

  it('keeps a session to its minutes, and every exercise has its turn', () => {
    const diary = Diary.running({ prescription: sheet({ minutes: 10 }) })
    const done = new Set<string>()
    for (const each of sessionDays(2)) {
      const plan = diary.plan(each)
      expect(plan.minutes).toBeLessThanOrEqual(10)
      for (const item of plan.items) done.add(item.exercise)
      diary.train(each)
    }
    expect([...done].sort()).toEqual(['bird-dog', 'bridge', 'side-plank'])
    expect(Diary.running().plan(monday).minutes).toBeGreaterThan(10)
  })

  it('leaves aside a change of the day that goes over the ceiling', () => {
    const diary = new Diary({ prescription: sheet({ ceiling: [start('bridge', 'full')] }) })
    const { dose } = diary.item(monday, 'bridge')
    diary.add({
      kind: 'override',
      day: monday,
      change: { what: 'dose', exercise: 'bridge', level: 'march', dose },
    })
    const plan = diary.plan(monday)
    expect(plan.items.find(({ exercise }) => exercise === 'bridge')?.level).toBe('partial')
    expect(plan.notices.map(({ code }) => code)).toEqual(['override-ceiling'])
  })
})

describe('a sheet in the log', () => {
  const entryWith = (prescription: unknown) => ({
    ...new Diary().log.find(({ kind }) => kind === 'profile'),
    profile: { ...profile, prescription },
  })
  const fits = (prescription: unknown) => validateEntry(entryWith(prescription), monday).ok

  it('is checked like the rest of it, and may lack', () => {
    expect([fits(undefined), fits(null), fits(noPrescription)]).toEqual([true, true, true])
    expect(fits({ ...noPrescription, painLimit: 0 })).toBe(false)
    expect(fits({ ...noPrescription, minutes: 12 })).toBe(false)
    expect(fits({ ...noPrescription, locks: [{ what: 'everything' }] })).toBe(false)
    expect(fits({ ...noPrescription, locks: [{ what: 'side', exercise: 'bridge', side: null }] })).toBe(false)
  })
})

it('says what it says in words', () => {
  expect(sheetLines(noPrescription)).toEqual(['Keel plans by its own rules alone.'])
  expect(
    sheetLines(sheet({ painLimit: 4, minutes: 15, locks: [{ what: 'exercise', exercise: 'bridge' }] })),
  ).toEqual([
    'Bridge is left out.',
    'Pain up to 4 of 10 during a session is green.',
    'A session takes 15 minutes at most; exercises take turns.',
  ])
})
