import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONTOUR_COLUMNS, traceContour } from '../../src/core/pose/contour'
import { LM, type TrunkContour } from '../../src/core/pose/frame'

const WIDTH = 320
const HEIGHT = 240

interface Point {
  readonly x: number
  readonly y: number
}
/** A trunk as an ellipse along the chord, a different thickness on each side of it. */
interface Trunk {
  readonly shoulder: Point
  readonly hip: Point
  /** Half-axes across the chord in trunk lengths: clockwise and counter-clockwise. */
  readonly front: number
  readonly back: number
}

/** Half the ellipse's length along the chord: it reaches beyond shoulder and hip. */
const LONG = 0.8

function maskOf({ shoulder, hip, front, back }: Trunk): Float32Array {
  const length = Math.hypot(hip.x - shoulder.x, hip.y - shoulder.y)
  const [ux, uy] = [(hip.x - shoulder.x) / length, (hip.y - shoulder.y) / length]
  const mask = new Float32Array(WIDTH * HEIGHT)
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const [px, py] = [x + 0.5 - (shoulder.x + hip.x) / 2, y + 0.5 - (shoulder.y + hip.y) / 2]
      const along = (px * ux + py * uy) / (LONG * length)
      const across = (-px * uy + py * ux) / length
      const r = Math.hypot(along, across / (across > 0 ? front : back))
      // Falls from 1 to 0 over a few pixels, as the model's does, and is one half where r is 1.
      mask[y * WIDTH + x] = 1 / (1 + Math.exp(((r - 1) * Math.min(front, back) * length) / 1.5))
    }
  return mask
}

function landmarksOf({ shoulder, hip }: Pick<Trunk, 'shoulder' | 'hip'>): Float32Array {
  const landmarks = new Float32Array(33 * 4)
  // Left and right apart by some pixels: only their middle counts.
  const put = (left: number, right: number, { x, y }: Point): void => {
    landmarks.set([(x - 5) / WIDTH, (y + 3) / HEIGHT, 0, 1], left * 4)
    landmarks.set([(x + 5) / WIDTH, (y - 3) / HEIGHT, 0, 1], right * 4)
  }
  put(LM.leftShoulder, LM.rightShoulder, shoulder)
  put(LM.leftHip, LM.rightHip, hip)
  return landmarks
}

function traced(trunk: Trunk): TrunkContour {
  const contour = traceContour(maskOf(trunk), WIDTH, HEIGHT, landmarksOf(trunk))
  if (!contour) throw new Error('no contour')
  return contour
}

/** Where the ellipse's edge lies at a column, in trunk lengths. */
function truth(column: number, thickness: number): number {
  const along = ((column + 0.5) / CONTOUR_COLUMNS - 0.5) / LONG
  return thickness * Math.sqrt(1 - along * along)
}

function expectNear(actual: Float32Array, expected: (column: number) => number, within: number): void {
  actual.forEach((value, k) => {
    expect(Math.abs(value - expected(k)), `column ${k}`).toBeLessThan(within)
  })
}

const middle = { x: WIDTH / 2, y: HEIGHT / 2 }
function trunkAt(centre: Point, length: number, degrees: number, front = 0.3, back = 0.2): Trunk {
  const [dx, dy] = [
    (Math.cos((degrees * Math.PI) / 180) * length) / 2,
    (Math.sin((degrees * Math.PI) / 180) * length) / 2,
  ]
  return {
    shoulder: { x: centre.x - dx, y: centre.y - dy },
    hip: { x: centre.x + dx, y: centre.y + dy },
    front,
    back,
  }
}

describe('traceContour', () => {
  it('finds both outlines on the sides that the names say', () => {
    // Shoulder on the left, hip on the right: clockwise of that direction is down the screen.
    const { clockwise, counter } = traced(trunkAt(middle, 120, 0, 0.4, 0.2))
    expectNear(clockwise, (k) => truth(k, 0.4), 0.005)
    expectNear(counter, (k) => truth(k, 0.2), 0.005)
  })

  it('measures in trunk lengths, wherever the body lies, however large and however turned', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -15, max: 15, noNaN: true }),
        fc.double({ min: -15, max: 15, noNaN: true }),
        fc.double({ min: 60, max: 120, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: 0.15, max: 0.45, noNaN: true }),
        fc.double({ min: 0.15, max: 0.45, noNaN: true }),
        (dx, dy, length, degrees, front, back) => {
          const { clockwise, counter } = traced(
            trunkAt({ x: middle.x + dx, y: middle.y + dy }, length, degrees, front, back),
          )
          expectNear(clockwise, (k) => truth(k, front), 0.015)
          expectNear(counter, (k) => truth(k, back), 0.015)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('swaps the sides and nothing else when the picture is mirrored', () => {
    fc.assert(
      fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (degrees) => {
        const trunk = trunkAt(middle, 100, degrees)
        const mirror = ({ x, y }: Point): Point => ({ x: WIDTH - x, y })
        const mask = maskOf(trunk)
        const mirrored = mask.map((_, i) => mask[i - 2 * (i % WIDTH) + WIDTH - 1] ?? NaN)
        const seen = traced(trunk)
        const other = traceContour(
          mirrored,
          WIDTH,
          HEIGHT,
          landmarksOf({ shoulder: mirror(trunk.shoulder), hip: mirror(trunk.hip) }),
        )
        expectNear(seen.clockwise, (k) => other?.counter[k] ?? NaN, 1e-4)
        expectNear(seen.counter, (k) => other?.clockwise[k] ?? NaN, 1e-4)
      }),
      { numRuns: 30 },
    )
  })

  it('stops at the first edge, not at an arm beyond it', () => {
    const trunk = trunkAt(middle, 120, 0)
    const mask = maskOf(trunk)
    const arm = mask.map((value, i) => (Math.floor(i / WIDTH) > middle.y + 50 ? 1 : value))
    const seen = traceContour(arm, WIDTH, HEIGHT, landmarksOf(trunk))
    expect(seen?.clockwise).toEqual(traced(trunk).clockwise)
  })

  it('has no edge where the picture ends first', () => {
    // Lying at the bottom of the picture, cut off by it.
    const { clockwise, counter } = traced(trunkAt({ x: middle.x, y: HEIGHT - 15 }, 120, 0))
    expect(clockwise[15]).toBeNaN()
    expect(counter[15]).toBeCloseTo(truth(15, 0.2), 2)
  })

  it('has no edge beyond its reach', () => {
    const { clockwise } = traced(trunkAt(middle, 60, 0, 1.2, 0.3))
    expect(clockwise.every(Number.isNaN)).toBe(true)
  })

  it('has no edge where the chord itself is off the body', () => {
    const trunk = trunkAt(middle, 120, 0)
    const mask = maskOf(trunk).map((value, i) => (i % WIDTH < middle.x ? 0 : value))
    const seen = traceContour(mask, WIDTH, HEIGHT, landmarksOf(trunk))
    expect(seen?.clockwise.slice(0, 15).every(Number.isNaN)).toBe(true)
    expect(seen?.clockwise.slice(17).some(Number.isNaN)).toBe(false)
  })

  it('gives nothing for an empty mask, for a chord of no length, and for landmarks that are not numbers', () => {
    const trunk = trunkAt(middle, 120, 0)
    expect(traceContour(new Float32Array(WIDTH * HEIGHT), WIDTH, HEIGHT, landmarksOf(trunk))).toBeNull()
    expect(
      traceContour(maskOf(trunk), WIDTH, HEIGHT, landmarksOf({ shoulder: middle, hip: middle })),
    ).toBeNull()
    expect(traceContour(maskOf(trunk), WIDTH, HEIGHT, new Float32Array(132).fill(NaN))).toBeNull()
  })
})
