import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  FrameBudget,
  LEAST_RATE,
  PATHS,
  SUSTAINED_SECONDS,
  type Pace,
  type Path,
} from '../../../src/app/camera/frame-budget'

/** Runs a machine of so many frames a second for so long; returns every pace it went through. */
function run(
  budget: FrameBudget,
  clock: { time: number },
  {
    rate,
    seconds,
    inSet = false,
    camera = 30,
  }: { rate: number; seconds: number; inSet?: boolean; camera?: number },
): Pace[] {
  const paces: Pace[] = []
  const end = clock.time + seconds
  while (clock.time < end) {
    clock.time += 1 / Math.min(rate, camera)
    if (budget.step({ time: clock.time, busy: 1 / rate, inSet })) paces.push(budget.pace)
  }
  return paces
}

const pathsOf = (paces: readonly Pace[]): readonly Path[] => paces.map(({ path }) => path)

describe('the way to the model', () => {
  it('stays whole on a machine that keeps up, and on a camera that is slow by itself', () => {
    const clock = { time: 0 }
    expect(run(new FrameBudget(), clock, { rate: 22, seconds: 60, inSet: true })).toEqual([])
    expect(run(new FrameBudget(), clock, { rate: 22, seconds: 60, inSet: true, camera: 10 })).toEqual([])
  })

  it('goes down step by step, and says so each time', () => {
    expect(pathsOf(run(new FrameBudget(), { time: 0 }, { rate: 9, seconds: 30 }))).toEqual([
      'small',
      'half',
      'lite',
    ])
  })

  it('takes the lighter model before a set or after it, never within', () => {
    const budget = new FrameBudget()
    const clock = { time: 0 }
    expect(pathsOf(run(budget, clock, { rate: 9, seconds: 60, inSet: true }))).toEqual(['small', 'half'])
    expect(pathsOf(run(budget, clock, { rate: 9, seconds: 10 }))).toEqual(['lite'])
  })

  it('lets a dip pass that is shorter than the time over which it measures', () => {
    const budget = new FrameBudget()
    const clock = { time: 0 }
    for (let i = 0; i < 20; i++) {
      expect(run(budget, clock, { rate: 20, seconds: SUSTAINED_SECONDS })).toEqual([])
      expect(run(budget, clock, { rate: 6, seconds: SUSTAINED_SECONDS / 4 })).toEqual([])
    }
  })

  it('takes a hidden page for what it is', () => {
    const budget = new FrameBudget()
    const clock = { time: 0 }
    run(budget, clock, { rate: 20, seconds: 10, inSet: true })
    clock.time += 3600
    expect(run(budget, clock, { rate: 20, seconds: 10, inSet: true })).toEqual([])
  })

  it.each([0.3, 1, 3])('notices a machine of %d frames a second', (rate) => {
    const budget = new FrameBudget()
    const clock = { time: 0 }
    run(budget, clock, { rate, seconds: 120 })
    expect(budget.pace).toEqual({ path: 'lite', slow: true })
  })

  it('stops judging below eight a second, and begins again only well above', () => {
    const budget = new FrameBudget('half')
    const clock = { time: 0 }
    expect(run(budget, clock, { rate: LEAST_RATE - 1, seconds: 10, inSet: true })).toEqual([
      { path: 'half', slow: true },
    ])
    expect(run(budget, clock, { rate: LEAST_RATE + 1, seconds: 30, inSet: true })).toEqual([])
    expect(run(budget, clock, { rate: 11, seconds: 10, inSet: true })).toEqual([
      { path: 'half', slow: false },
    ])
  })

  it('goes up one step between sets where there is room, and not again where that failed', () => {
    const budget = new FrameBudget('half')
    const clock = { time: 0 }
    run(budget, clock, { rate: 30, seconds: 10, inSet: true })
    expect(budget.rest()).toBe(true)
    expect(budget.pace.path).toBe('small')
    run(budget, clock, { rate: 9, seconds: 10, inSet: true })
    expect(budget.pace.path).toBe('half')
    run(budget, clock, { rate: 30, seconds: 10, inSet: true })
    expect(budget.rest()).toBe(false)
    expect(budget.pace.path).toBe('half')
  })
})

const life = fc.array(
  fc.record({
    rate: fc.double({ min: 1, max: 60, noNaN: true }),
    seconds: fc.double({ min: 0.5, max: 20, noNaN: true }),
    inSet: fc.boolean(),
    rest: fc.boolean(),
  }),
  { maxLength: 30 },
)

describe('whatever the machine does', () => {
  it('it never goes up but between sets, changes no faster than it measures, and never flaps', () => {
    fc.assert(
      fc.property(life, (stretches) => {
        const budget = new FrameBudget()
        const clock = { time: 0 }
        let changedAt = -Infinity
        for (const { rate, seconds, inSet, rest } of stretches) {
          const end = clock.time + seconds
          while (clock.time < end) {
            const before = budget.pace
            clock.time += 1 / Math.min(rate, 30)
            if (!budget.step({ time: clock.time, busy: 1 / rate, inSet })) {
              expect(budget.pace).toEqual(before)
              continue
            }
            const after = budget.pace
            const steps = PATHS.indexOf(after.path) - PATHS.indexOf(before.path)
            expect(steps === 0 || steps === 1).toBe(true)
            if (inSet) expect(after.path === 'lite' && before.path !== 'lite').toBe(false)
            if (steps === 1) {
              expect(clock.time - changedAt).toBeGreaterThanOrEqual(0.9 * SUSTAINED_SECONDS)
              changedAt = clock.time
            }
          }
          if (!rest) continue
          const before = budget.pace.path
          budget.rest()
          const { path, slow } = budget.pace
          expect(slow).toBe(false)
          if (path === before) continue
          expect(PATHS.indexOf(path)).toBe(PATHS.indexOf(before) - 1)
          changedAt = clock.time
        }
      }),
      { numRuns: 200 },
    )
  })

  it('a machine of one speed comes to rest', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 60, noNaN: true }), (rate) => {
        const budget = new FrameBudget()
        const clock = { time: 0 }
        const changes: Path[] = []
        for (let set = 0; set < 12; set++) {
          const before = budget.pace.path
          run(budget, clock, { rate, seconds: 12 })
          run(budget, clock, { rate, seconds: 30, inSet: true })
          budget.rest()
          if (budget.pace.path !== before) changes.push(budget.pace.path)
        }
        // From the third set on nothing changes any more.
        expect(changes.length).toBeLessThanOrEqual(2)
      }),
    )
  })

  it('nonsense times and costs are no frames', () => {
    const budget = new FrameBudget()
    for (const time of [NaN, Infinity, -1, 0, 0, 5, 4])
      for (const busy of [NaN, Infinity, 0]) budget.step({ time, busy, inSet: true })
    expect(budget.pace).toEqual({ path: 'full', slow: false })
  })
})
