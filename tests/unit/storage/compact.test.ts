import { describe, expect, it } from 'vitest'
import { compactSeries } from '../../../src/storage/records/compact'

/** Three seconds of a rising angle at the given rate, unseen after two. */
function series(rate: number) {
  const time = Array.from({ length: rate * 3 }, (_, index) => index / rate)
  const drive = time.map((second) => (second < 2 ? 120 + 20 * second : NaN))
  return { time, drive, hipLeft: drive, hipRight: drive, kneeLeft: drive, kneeRight: drive }
}

describe('compactSeries', () => {
  it.each([12, 24, 30, 60])('keeps about ten samples a second of %i frames a second', (rate) => {
    const kept = compactSeries(series(rate)).time.length
    expect(kept).toBeGreaterThanOrEqual(28)
    expect(kept).toBeLessThanOrEqual(31)
  })

  it('keeps all arrays as long as time, and what was unseen as null', () => {
    const kept = compactSeries(series(30))
    for (const values of Object.values(kept)) expect(values).toHaveLength(kept.time.length)
    expect(kept.drive.at(-1)).toBeNull()
    expect(kept.drive[5]).toBeCloseTo(130, 0)
  })
})
