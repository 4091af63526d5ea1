import { describe, expect, it } from 'vitest'
import { levelChange, openChanges, otherLevels } from '../../../src/app/programme/overrides'
import { againstLastTime, doseInWords, exerciseInWords } from '../../../src/sentences/programme/today-words'
import { levelOf, stepAim, stepPlace } from '../../../src/app/programme/programme-words'
import {
  setOf,
  stepAfter,
  stepsOf,
  withOwedSide,
  type SessionStep,
} from '../../../src/app/programme/session-steps'
import { validateEntry, type DoneSet, type LogEntry, type PlanItem } from '../../../src/core/programme'
import { addDays } from '../../../src/core/programme/days'
import { Diary, monday } from '../programme/diary'
import { ladders } from '../../../src/exercises/ladders'
import { aRecord } from '../storage/records'

// A programme that runs, at its first dose, with the left side's turn to begin.
const diary = Diary.running()
diary.train(monday)
const plan = diary.plan(addDays(monday, 2))
const steps = stepsOf(plan.items)
const plank = plan.items.find(({ exercise }) => exercise === 'side-plank')
if (!plank) throw new Error('no side plank on the first day')

describe('a session, set by set', () => {
  it('does the sides of a set one after the other', () => {
    expect(steps.slice(0, 3).map((step) => `${stepPlace(step)}: ${stepAim(step)}`)).toEqual([
      'left side, set 1 of 3: 4 holds of 5 s',
      'right side, set 1 of 3: 4 holds of 5 s',
      'left side, set 2 of 3: 3 holds of 5 s',
    ])
  })

  it('puts what is on offer into the last set only', () => {
    const offered = stepsOf([{ ...plank, capacity: true }])
    expect(offered.map(({ capacity }) => capacity)).toEqual([false, false, false, false, true, true])
    expect(offered.map(stepAim).at(-1)).toBe('until form gives')
  })

  it('goes on after the last set that was done, past the skipped ones', () => {
    const done = (exercise: 'side-plank' | 'bridge', side: 'left' | 'right' | null) => ({
      ...setOf(aRecord('a'), null),
      exercise,
      side,
    })
    expect(stepAfter(steps, [])).toBe(0)
    expect(stepAfter(steps, [done('side-plank', 'left')])).toBe(1)
    expect(stepAfter(steps, [done('side-plank', 'left'), done('side-plank', 'left')])).toBe(3)
    const bridgeAt = steps.findIndex(({ exercise }) => exercise === 'bridge')
    expect(stepAfter(steps, [done('bridge', null)])).toBe(bridgeAt + 1)
  })

  it('asks for the side that is still owed, after a set on the other side', () => {
    const stepAt = (at: number): SessionStep => {
      const step = steps[at]
      if (!step) throw new Error(`no step ${at}`)
      return step
    }
    const right = {
      ...setOf(aRecord('a', { side: 'right' }), { ...stepAt(0), level: 'x' }),
      exercise: 'side-plank' as const,
    }
    expect(right.side).toBe('right')
    const next = (at: number, sets: readonly DoneSet[]) => withOwedSide(stepAt(at), at, steps, sets).side
    expect(steps.slice(0, 3).map(({ side }) => side)).toEqual(['left', 'right', 'left'])
    expect(next(1, [right])).toBe('left')
    expect(next(2, [right, { ...right, side: 'left' }])).toBe('left')
    expect(next(1, [])).toBe('right')
  })

  it('makes an entry that the log takes of any set', () => {
    const record = aRecord('a', { stopReason: null })
    const set = setOf({ ...record, analysis: { ...record.analysis, steadyLimit: 99 } }, null)
    expect(set).toMatchObject({ stop: 'user', steadyLimit: set.reps })
    const entry: LogEntry = {
      ...{ kind: 'session', id: 's', seq: 1, day: monday, at: Date.parse(monday), zone: 'UTC' },
      planned: [],
      sets: [set],
    }
    expect(validateEntry(entry, monday).ok).toBe(true)
  })

  it('says each exercise as a person would', () => {
    expect(
      plan.items.map((item) => {
        const dose = doseInWords(levelOf(item), ladders[item.exercise].kind, item.dose, 'kg')
        return `${exerciseInWords(item)}: ${dose}`
      }),
    ).toEqual([
      'Side plank, each side: 4, 3 and 3 holds of 5 s',
      'Bird dog: 2 sets of 6 reps',
      'Bridge: 2 sets of 6 reps, 20° short of full range',
    ])
  })

  it('says what changed against the last time, and nothing on the first', () => {
    const first = new Diary()
    expect(againstLastTime(first.item(monday, 'side-plank'), first.log, monday, 'kg')).toBe(
      'for the first time',
    )
    const diary = Diary.running()
    const item = diary.item(monday, 'side-plank')
    diary.train(monday)
    const more = {
      ...item,
      dose: { ...item.dose, sets: item.dose.sets.map((set) => ({ ...set, reps: set.reps + 1 })) },
    }
    const on = (day: string, now: PlanItem) => againstLastTime(now, diary.log, day, 'kg')
    expect(on(addDays(monday, 2), item)).toMatch(/^the same as Monday$/)
    expect(on(addDays(monday, 2), more)).toBe(`${item.dose.sets.length} more than Monday`)
    expect(on(addDays(monday, 1), { ...more, dose: item.dose })).toBe('the same as yesterday')
    expect(on(addDays(monday, 20), item)).toMatch(/^the same as \d+ \w+$/)
  })
})

describe('what may be changed', () => {
  it('says what follows from more, less and none', () => {
    expect(openChanges(plank).map(({ label, consequence }) => `${label}: ${consequence}`)).toEqual([
      'One more: 4-4-3 × 5 s each side: one more hold in set 2. The plan goes on from there.',
      'One less: 3 × 3 × 5 s each side: one fewer hold in set 1. The plan goes on from there.',
      'Skip it today: Left out today. You keep your place.',
    ])
  })

  it('never goes below one rep', () => {
    const one = { ...plank, dose: { ...plank.dose, sets: [{ reps: 1, hold: 5, lower: 0 }] } }
    expect(openChanges(one).map(({ id }) => id)).toEqual(['more', 'skip'])
  })

  it('offers the other levels at what they start with', () => {
    const [next] = otherLevels(plank, null)
    if (!next) throw new Error('the ladder has one level')
    expect(levelChange(plank, next).consequence).toBe(
      '4-3-3 × 10 s each side, a harder variation. The plan goes on from there.',
    )
  })
})
