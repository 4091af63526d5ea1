import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createGraphClock } from '../../src/pose-worker/graph-clock'

it('always moves on by whole milliseconds, whatever it is given', () => {
  const seconds = fc.oneof(
    fc.double({ min: 0, max: 1e5, noNaN: true }),
    fc.constantFrom(NaN, Infinity, -Infinity, 0, 1),
  )
  fc.assert(
    fc.property(fc.array(seconds), (times) => {
      const clock = createGraphClock()
      const stamps = times.map(clock)
      stamps.forEach((stamp, i) => {
        expect(Number.isSafeInteger(stamp)).toBe(true)
        expect(stamp).toBeGreaterThan(stamps[i - 1] ?? -1)
      })
    }),
  )
})

it('keeps the pace of a source that starts again', () => {
  const clock = createGraphClock()
  expect([0, 0.033, 20].map(clock)).toEqual([0, 33, 20_000])
  expect([0, 0.033, 0.067].map(clock)).toEqual([21_000, 21_033, 21_067])
  expect([5, 5, 4.9].map(clock)).toEqual([26_000, 26_001, 26_002])
})
