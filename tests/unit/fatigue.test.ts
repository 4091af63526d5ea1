/** The figures beside a sign of tiring are those that it compares. */
import { describe, expect, it } from 'vitest'
import { comparedIn, repFatigue } from '../../src/core/analysis/fatigue'

/** The first rep and the last took least; in between they grew slower. */
const seconds = [2.5, 1.6, 1.7, 1.6, 2.2, 2.4, 2.6, 2.3]
const reps = seconds.map((tempo, at) => ({ index: at + 1, tempo, range: NaN, sway: NaN }))

describe('the figures of a sign of tiring', () => {
  it('are the middles that it compares, not the first value and the last', () => {
    const slowing = repFatigue(reps).find(({ id }) => id === 'tempo-slowing')
    if (slowing === undefined) throw new Error('eight reps tell of their tempo')
    const [early, late] = comparedIn({ ...slowing, ofHold: false }) ?? [NaN, NaN]
    expect([early, late]).toEqual([1.6, 2.45])
    expect(slowing.change).toBeCloseTo(100 * (late / early - 1))
  })

  it('are none where a sign tells of one stretch alone', () => {
    const uneven = repFatigue(reps).find(({ id }) => id === 'tempo-unevenness')
    expect(uneven && comparedIn({ ...uneven, ofHold: false })).toBeNull()
    const few = [1, 2].map((x) => ({ x, value: 2 }))
    expect(comparedIn({ id: 'tempo-slowing', points: few, ofHold: false })).toBeNull()
  })

  it('are the first and the last windows in a hold', () => {
    const points = [1, 1, 1, 2, 3, 4, 4, 4].map((value, x) => ({ x, value }))
    expect(comparedIn({ id: 'sway-growth', points, ofHold: true })).toEqual([1, 4])
  })
})
