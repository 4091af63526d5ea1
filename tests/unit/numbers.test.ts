/** Numbers looked over in place say what a list copied afresh would. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deviation, median } from '../../src/core/pose/geometry'
import { Numbers } from '../../src/core/pose/float-queue'

// A sort may put 0 and -0 in either order, so there is no -0.
const number = fc.double({ min: -1e3, max: 1e3, noNaN: true }).map((x) => x + 0)
const value = fc.oneof(number, fc.constant(NaN))
const values = fc.array(value, { maxLength: 120 })

function middle(list: readonly number[]): number {
  const sorted = list.filter(Number.isFinite).toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? NaN : (low + high) / 2
}

describe('the median', () => {
  it('is the middle of any stretch, short or long, of a list or of a typed one', () => {
    fc.assert(
      fc.property(values, fc.nat(120), fc.nat(120), (list, a, b) => {
        const from = Math.min(a, b, list.length)
        const to = Math.min(Math.max(a, b), list.length)
        const stretch = list.slice(from, to)
        expect(median(list, from, to)).toBe(middle(stretch))
        expect(median(Float64Array.from(list), from, to)).toBe(median(stretch))
        expect(deviation(list, from, to)).toBe(deviation(stretch))
      }),
    )
  })
})

describe('numbers kept from frame to frame', () => {
  it('are a list that grows at one end and shrinks at the other', () => {
    const step = fc.oneof({ weight: 3, arbitrary: value }, { weight: 2, arbitrary: fc.constant(null) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 1000, size: 'max' }), fc.nat(20), (steps, from) => {
        const numbers = new Numbers()
        const list: number[] = []
        for (const pushed of steps) {
          if (pushed === null) {
            numbers.shift()
            list.shift()
          } else {
            numbers.push(pushed)
            list.push(pushed)
          }
          expect(numbers.length).toBe(list.length)
          expect(numbers.at(0)).toBe(list[0] ?? NaN)
          expect(numbers.at(list.length)).toBeNaN()
        }
        const rest = list.slice(from)
        expect(numbers.countSeen(from)).toBe(rest.filter(Number.isFinite).length)
        expect(numbers.median(from)).toBe(median(rest))
        expect(numbers.deviation(from)).toBe(deviation(rest))
      }),
    )
  })

  it('are none once cleared', () => {
    const numbers = new Numbers()
    numbers.push(1)
    numbers.clear()
    expect([numbers.length, numbers.at(0), numbers.median()]).toEqual([0, NaN, NaN])
    numbers.push(2)
    expect(numbers.median()).toBe(2)
  })
})
