import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Body, PoseFrame } from '../../src/core/pose/frame'
import { decodeTrace, encodeTrace, TraceError } from '../../src/core/pose/trace'

const value = fc.double({ min: -3.2, max: 3.2, noNaN: true })
const floats = (length: number, item = value): fc.Arbitrary<Float32Array> =>
  fc.array(item, { minLength: length, maxLength: length }).map((list) => Float32Array.from(list))
const offset = fc.oneof({ weight: 4, arbitrary: value }, fc.constant(NaN))
const body: fc.Arbitrary<Body> = fc.record({
  landmarks: floats(33 * 4),
  world: floats(33 * 3),
  contour: fc.option(fc.record({ clockwise: floats(32, offset), counter: floats(32, offset) })),
  silhouette: fc.option(fc.record({ left: value, top: value, right: value, bottom: value })),
})
const frames: fc.Arbitrary<PoseFrame[]> = fc
  .array(
    fc.record({
      step: fc.double({ min: 0.001, max: 2, noNaN: true }),
      width: fc.integer({ min: 4, max: 640 }),
      height: fc.integer({ min: 1, max: 640 }),
      brightness: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      body: fc.option(body),
    }),
    { maxLength: 8 },
  )
  .map((list) => {
    let time = 0
    return list.map(({ step, ...frame }) => ({ ...frame, time: (time += step) }))
  })

function expectSame(actual: ArrayLike<number>, expected: ArrayLike<number>, within: number): void {
  expect(actual.length).toBe(expected.length)
  for (let i = 0; i < expected.length; i++) {
    if (Number.isNaN(expected[i])) expect(actual[i]).toBeNaN()
    else expect(Math.abs((actual[i] ?? NaN) - (expected[i] ?? NaN))).toBeLessThanOrEqual(within)
  }
}

const WITHIN = 0.5e-4 + 1e-6

describe('a trace', () => {
  it('gives back what was recorded, to the rounding that it promises', () => {
    fc.assert(
      fc.property(frames, (recorded) => {
        const replayed = decodeTrace(encodeTrace(recorded))
        expect(replayed.length).toBe(recorded.length)
        recorded.forEach((frame, i) => {
          const seen = replayed[i]
          if (!seen) throw new Error('a frame is missing')
          expect(Math.abs(seen.time - frame.time)).toBeLessThan(1e-5)
          expect([seen.width, seen.height]).toEqual([frame.width, frame.height])
          expect(seen.brightness === null).toBe(frame.brightness === null)
          expect(Math.abs((seen.brightness ?? 0) - (frame.brightness ?? 0))).toBeLessThan(1 / 255)
          expect(seen.body === null).toBe(frame.body === null)
          if (!seen.body || !frame.body) return
          expectSame(seen.body.landmarks, frame.body.landmarks, WITHIN)
          expectSame(seen.body.world, frame.body.world, WITHIN)
          expect(seen.body.contour === null).toBe(frame.body.contour === null)
          expectSame(seen.body.contour?.clockwise ?? [], frame.body.contour?.clockwise ?? [], WITHIN)
          expectSame(seen.body.contour?.counter ?? [], frame.body.contour?.counter ?? [], WITHIN)
          expectSame(
            Object.values(seen.body.silhouette ?? {}),
            Object.values(frame.body.silhouette ?? {}),
            WITHIN,
          )
        })
      }),
    )
  })

  it('loses nothing more when it is recorded again', () => {
    fc.assert(
      fc.property(frames, (recorded) => {
        const bytes = encodeTrace(recorded)
        expect(encodeTrace(decodeTrace(bytes))).toEqual(bytes)
      }),
    )
  })

  it('clamps what is far out of the picture', () => {
    const [seen] = decodeTrace(
      encodeTrace([
        {
          time: 0,
          width: 640,
          height: 480,
          brightness: null,
          body: {
            landmarks: new Float32Array(132).fill(50),
            world: new Float32Array(99).fill(-50),
            contour: null,
            silhouette: null,
          },
        },
      ]),
    )
    expect(seen?.body?.landmarks[0]).toBeCloseTo(3.2767, 4)
    expect(seen?.body?.world[0]).toBeCloseTo(-3.2767, 4)
  })

  it('refuses other bytes and every part of itself', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(() => decodeTrace(bytes)).toThrow(TraceError)
      }),
    )
    fc.assert(
      fc.property(frames, fc.double({ min: 0, max: 0.999, noNaN: true }), (recorded, share) => {
        const bytes = encodeTrace(recorded)
        expect(() => decodeTrace(bytes.subarray(0, Math.floor(bytes.length * share)))).toThrow(TraceError)
      }),
    )
  })
})
