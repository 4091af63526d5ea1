import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverOf } from '../../src/ui/live/overlay'
import type { Box } from '../../src/ui/parts/drawing/paint'

const stage = { width: 1280, height: 800 }
const nothing = { left: 0, top: 0, width: 0, height: 0 }
const areaOf = ({ width, height }: Box): number => width * height

/** A body anywhere, also half or wholly beside the stage. */
const body = fc.record({
  left: fc.double({ min: -500, max: 1500, noNaN: true }),
  top: fc.double({ min: -500, max: 1000, noNaN: true }),
  width: fc.double({ min: 20, max: 1600, noNaN: true }),
  height: fc.double({ min: 20, max: 1000, noNaN: true }),
})

describe('the canvas over the live picture', () => {
  it('lies on the stage, in whole pixels, and covers all of the body that is on it', () => {
    fc.assert(
      fc.property(fc.array(body, { minLength: 1 }), (bodies) => {
        let cover: Box = nothing
        for (const one of bodies) {
          cover = coverOf(cover, one, stage)
          const { left, top, width, height } = cover
          expect([left, top, width, height].every((value) => Number.isInteger(value) && value >= 0)).toBe(
            true,
          )
          if (areaOf(cover) === 0) continue
          expect(left).toBeLessThanOrEqual(Math.max(0, one.left))
          expect(top).toBeLessThanOrEqual(Math.max(0, one.top))
          expect(left + width).toBeGreaterThanOrEqual(Math.min(stage.width, one.left + one.width))
          expect(top + height).toBeGreaterThanOrEqual(Math.min(stage.height, one.top + one.height))
          expect(left + width).toBeLessThanOrEqual(stage.width)
          expect(top + height).toBeLessThanOrEqual(stage.height)
        }
      }),
    )
  })

  it('stays where it is while the body moves a little, and follows when it leaves, shrinks, or the stage turns', () => {
    const lying = { left: 300, top: 500, width: 600, height: 150 }
    const cover = coverOf(nothing, lying, stage)
    expect(areaOf(cover)).toBeLessThan(0.25 * stage.width * stage.height)
    expect(coverOf(cover, { ...lying, top: 460, height: 190 }, stage)).toBe(cover)
    expect(coverOf(cover, { ...lying, left: 350, width: 500 }, stage)).toBe(cover)
    expect(coverOf(cover, { ...lying, left: 200 }, stage)).not.toBe(cover)
    const far = { left: 600, top: 550, width: 100, height: 60 }
    expect(areaOf(coverOf(cover, far, stage))).toBeLessThan(areaOf(cover) / 3)
    const upright = coverOf(
      cover,
      { left: 50, top: 300, width: 300, height: 80 },
      { width: 390, height: 844 },
    )
    expect(upright.left + upright.width).toBeLessThanOrEqual(390)
  })
})
