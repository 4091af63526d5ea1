import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANDMARK_COUNT, LM, type PoseFrame } from '../../src/core/pose/frame'
import { linesOfFrame } from '../../src/ui/parts/drawing/body'

const COLUMNS = 32
/** Somebody whose trunk lies from (0.3, 0.5) to (0.6, 0.5) of a square picture, with this outline. */
function framed(clockwise: readonly number[]): PoseFrame {
  const landmarks = new Float32Array(LANDMARK_COUNT * 4)
  for (const [point, x] of [
    [LM.leftShoulder, 0.3],
    [LM.rightShoulder, 0.3],
    [LM.leftHip, 0.6],
    [LM.rightHip, 0.6],
  ] as const)
    landmarks.set([x, 0.5, 0, 1], point * 4)
  const contour = {
    clockwise: Float32Array.from(clockwise),
    counter: new Float32Array(COLUMNS).fill(NaN),
  }
  return { time: 0, width: 480, height: 480, brightness: null, body: { landmarks, contour } } as PoseFrame
}
const outlineOf = (offsets: readonly number[]) => linesOfFrame(framed(offsets))?.outline ?? []
const even = Array.from({ length: COLUMNS }, () => 0.2)

describe('the line of the trunk', () => {
  it('is one whole stroke from shoulder to hip, over gaps and over an arm that crosses', () => {
    const holed = even.map((one, k) => (k % 7 === 3 ? NaN : k > 18 && k < 23 ? 0.6 : one))
    const [stroke, ...rest] = outlineOf(holed)
    expect(rest).toEqual([])
    expect(stroke).toHaveLength(COLUMNS)
    for (const [, y] of stroke ?? []) expect(y).toBeCloseTo(0.5 + 0.3 * 0.2, 5)
  })

  it('is left out where a quarter of it would be made up', () => {
    expect(outlineOf(even.map((one, k) => (k > 8 && k < 20 ? NaN : one)))).toEqual([])
    expect(outlineOf(even.map((one, k) => (k > 22 ? NaN : one)))).toEqual([])
  })

  it('is never in pieces, whatever is missing', () => {
    const column = fc.oneof(fc.constant(NaN), fc.double({ min: -0.5, max: 0.8, noNaN: true }))
    fc.assert(
      fc.property(fc.array(column, { minLength: COLUMNS, maxLength: COLUMNS }), (offsets) => {
        const strokes = outlineOf(offsets)
        expect(strokes.length).toBeLessThanOrEqual(1)
        for (const stroke of strokes) expect(stroke.flat().every(Number.isFinite)).toBe(true)
      }),
    )
  })
})
