import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignment, chordOf, frameAt, moved, SAME_PLACE } from '../../src/core/pose/align'
import { LM, type PoseFrame } from '../../src/core/pose/frame'
import { packTrace, TraceRecorder, unpackTrace } from '../../src/app/set/recording/trace-recorder'
import { framesOf } from '../support/replay'

const spot = fc.record({
  x: fc.double({ min: -2, max: 2, noNaN: true }),
  y: fc.double({ min: -2, max: 2, noNaN: true }),
})
const chord = fc
  .record({ shoulders: spot, hips: spot })
  .filter(({ shoulders, hips }) => Math.hypot(shoulders.x - hips.x, shoulders.y - hips.y) > 0.05)

describe('alignment by the trunk', () => {
  it('lays shoulders on shoulders and hips on hips, and keeps every angle', () => {
    fc.assert(
      fc.property(chord, chord, spot, (from, onto, other) => {
        const lay = alignment(from, onto)
        for (const end of ['shoulders', 'hips'] as const) {
          expect(moved(lay, from[end]).x).toBeCloseTo(onto[end].x, 6)
          expect(moved(lay, from[end]).y).toBeCloseTo(onto[end].y, 6)
        }
        // A similarity: all lengths grow by the same.
        const scale = Math.hypot(lay.a, lay.b)
        const [a, b] = [moved(lay, from.hips), moved(lay, other)]
        const before = Math.hypot(from.hips.x - other.x, from.hips.y - other.y)
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeCloseTo(scale * before, 5)
      }),
    )
  })

  it('moves nothing where a trunk is seen from its end', () => {
    const flat = { shoulders: { x: 0.5, y: 0.5 }, hips: { x: 0.51, y: 0.5 } }
    const long = { shoulders: { x: 0.2, y: 0.5 }, hips: { x: 0.6, y: 0.5 } }
    expect(alignment(flat, long)).toEqual(SAME_PLACE)
  })
})

const frames = framesOf('bridge_clean_side')
const hipX = (frame: PoseFrame | undefined): number => frame?.body?.landmarks[4 * LM.leftHip] ?? NaN

describe('the body between two frames', () => {
  it('is the frame itself at its time, and between its neighbours otherwise', () => {
    const [a, b] = [frames[40], frames[41]]
    if (!a || !b) throw new Error('a film of forty frames')
    expect(hipX(frameAt(frames, a.time))).toBeCloseTo(hipX(a), 6)
    expect(hipX(frameAt(frames, (a.time + b.time) / 2))).toBeCloseTo((hipX(a) + hipX(b)) / 2, 6)
  })

  it('is nobody far outside what was recorded, and in a gap', () => {
    const last = frames.at(-1)?.time ?? 0
    expect(frameAt(frames, last + 5)).toBeUndefined()
    const holed = frames.filter(({ time }) => time < 3 || time > 6)
    expect(frameAt(holed, 4.5)).toBeUndefined()
  })
})

describe('the movement that is kept', () => {
  const keeper = new TraceRecorder()
  for (const frame of frames) keeper.take(frame)
  const kept = keeper.frames([{ start: 4, end: 8 }])

  it('is the work with a little room, at most ten times a second', () => {
    expect(kept[0]?.time).toBeGreaterThanOrEqual(2.5)
    expect(kept.at(-1)?.time).toBeLessThanOrEqual(9.5)
    for (const [i, frame] of kept.entries())
      if (i > 0) expect(frame.time - (kept[i - 1]?.time ?? 0)).toBeGreaterThan(0.08)
  })

  it('is whole and in order, and no longer than a quarter of an hour', () => {
    const whole = keeper.frames([]).map(({ time }) => time)
    expect(whole.length).toBeGreaterThan(150)
    for (const [i, time] of whole.entries())
      if (i > 0) expect(Math.abs(time - (whole[i - 1] ?? 0) - 0.13)).toBeLessThan(0.05)

    const long = new TraceRecorder()
    const nobody = { width: 640, height: 480, brightness: 1, body: null }
    for (let tenths = 0; tenths < 10_000; tenths++) long.take({ ...nobody, time: tenths / 10 })
    const kept = long.frames([])
    expect(kept).toHaveLength(9001)
    expect(kept.at(-1)?.time).toBe(900)
  })

  it('comes back from the text as it went in, within a pixel, and small', async () => {
    const whole = keeper.frames([])
    const text = await packTrace(whole)
    const back = await unpackTrace(text)
    expect(back).toHaveLength(whole.length)
    for (const [i, frame] of back.entries()) {
      const original = frames.find(({ time }) => Math.abs(time - frame.time) < 1e-4)
      expect(original, String(i)).toBeDefined()
      expect(Math.abs(hipX(frame) - hipX(original)) * 640).toBeLessThan(0.5)
      expect(chordOf(frame)).not.toBeNull()
    }
    const seconds = (whole.at(-1)?.time ?? 0) - (whole[0]?.time ?? 0)
    expect(text.length / seconds).toBeLessThan(4000)
  })
})
