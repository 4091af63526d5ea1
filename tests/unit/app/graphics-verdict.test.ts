import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  differenceOf,
  verdictOf,
  WORTHWHILE_SHARE,
  type Look,
} from '../../../src/app/camera/graphics-verdict'
import type { PoseFrame } from '../../../src/core/pose/frame'
import { framesOf } from '../../support/replay'

const seen = framesOf('bridge_clean_side').filter(({ body }) => body?.contour)
const [first, second, third] = seen.slice(30) as [PoseFrame, PoseFrame, PoseFrame]
const pictures = [first, second, third]

/** The same frame with every joint and every column moved: shares of width, height, and trunk lengths. */
function moved(
  frame: PoseFrame,
  joint: (index: number) => readonly [x: number, y: number],
  column: (index: number) => number,
): PoseFrame {
  if (!frame.body?.contour) throw new Error('no outline')
  const landmarks = Float32Array.from(
    frame.body.landmarks,
    (value, i) => value + (i % 4 < 2 ? (joint(i >> 2)[i % 4] ?? 0) : 0),
  )
  const side = (values: Float32Array): Float32Array => values.map((value, i) => value + column(i))
  const { clockwise, counter } = frame.body.contour
  return {
    ...frame,
    body: { ...frame.body, landmarks, contour: { clockwise: side(clockwise), counter: side(counter) } },
  }
}
/** Noise that differs from joint to joint and is no shift. */
const noisy = (frame: PoseFrame, size: number): PoseFrame =>
  moved(
    frame,
    (joint) => [joint % 2 ? size : -size, joint % 3 ? -size : size],
    (column) => (column % 2 ? size : -size),
  )

const looks = (frames: readonly (PoseFrame | null)[], milliseconds: number): Look[] =>
  frames.map((frame) => ({ frame, milliseconds }))
const asked = (graphics: readonly (PoseFrame | null)[], milliseconds = 10) => ({
  processor: looks(pictures, 45),
  half: looks(
    pictures.map((frame) => noisy(frame, 0.004)),
    40,
  ),
  graphics: looks(graphics, milliseconds),
})

describe('whether the graphics chip may see', () => {
  it('takes one that is quicker and as near as the processor is on half the picture', () => {
    expect(verdictOf(asked(pictures.map((frame) => noisy(frame, 0.003))))).toBe('graphics')
  })

  it('refuses one that is hardly quicker', () => {
    expect(verdictOf(asked(pictures, 45 * WORTHWHILE_SHARE + 0.1))).toBe('slower')
    expect(verdictOf(asked(pictures, 45 * WORTHWHILE_SHARE - 0.1))).toBe('graphics')
  })

  it('refuses one that sees joints or outline elsewhere, or no outline at all', () => {
    const bent = pictures.map((frame) =>
      moved(
        frame,
        (joint) => [0, joint === 25 || joint === 26 ? 0.05 : 0],
        () => 0,
      ),
    )
    const arched = pictures.map((frame) =>
      moved(
        frame,
        () => [0, 0],
        (column) => 0.05 * Math.sin((column / 31) * Math.PI),
      ),
    )
    const blank = pictures.map((frame): PoseFrame => {
      if (!frame.body) throw new Error('nobody')
      return { ...frame, body: { ...frame.body, contour: null } }
    })
    for (const graphics of [bent, arched, blank]) expect(verdictOf(asked(graphics))).toBe('differs')
  })

  it('calls it failed when a picture brought nothing, and asks again when the processor saw nobody', () => {
    expect(verdictOf(asked([first, null, third]))).toBe('failed')
    expect(verdictOf(asked([]))).toBe('failed')
    const nobody = asked(pictures)
    expect(
      verdictOf({ ...nobody, processor: looks([first, { ...second, body: null }, third], 45) }),
    ).toBeNull()
  })

  it('does not mind a shift of the whole body, which no angle sees', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.05, max: 0.05, noNaN: true }), (shift) => {
        const there = moved(
          first,
          () => [shift, -shift],
          () => shift,
        )
        const { joints, outline } = differenceOf(first, there) ?? { joints: NaN, outline: NaN }
        expect(joints).toBeLessThan(1e-5)
        expect(outline).toBeLessThan(1e-5)
      }),
    )
  })

  it('grows with what differs', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.02, noNaN: true }),
        fc.double({ min: 1.1, max: 3, noNaN: true }),
        (size, more) => {
          const little = differenceOf(first, noisy(first, size))
          const much = differenceOf(first, noisy(first, size * more))
          expect(much?.joints).toBeGreaterThan(little?.joints ?? NaN)
          expect(much?.outline).toBeGreaterThan(little?.outline ?? NaN)
        },
      ),
    )
  })
})
