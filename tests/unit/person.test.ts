import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PersonKeeper, type Who } from '../../src/core/pose/person'

const RATE = 12

/** A body at a place in the picture, 100 pixels a trunk unless it looks smaller. */
interface Spot {
  readonly x: number
  readonly unit?: number
}

/** Feeds the keeper one body after another for so many seconds each; null: nobody. Returns what it said last of each. */
function watch(...parts: readonly (readonly [Spot | null, number])[]): (Who | null)[] {
  const keeper = new PersonKeeper()
  let frame = 0
  return parts.map(([spot, seconds]) => {
    let said: Who | null = null
    for (let i = 0; i < seconds * RATE; i++) {
      const time = ++frame / RATE
      if (spot) said = keeper.follow({ time, x: spot.x, y: 240, unit: spot.unit ?? 100, box: null })
    }
    return said
  })
}

const me: Spot = { x: 300 }

describe('the person who is followed', () => {
  it('is not taken for one who appears elsewhere, and is the same when seen again', () => {
    expect(watch([me, 10], [{ x: 480 }, 2], [me, 1])).toEqual(['same', 'other', 'same'])
  })

  it('is not taken for one of another size in the same place', () => {
    expect(watch([me, 10], [{ x: 300, unit: 40 }, 2], [me, 1])).toEqual(['same', 'other', 'same'])
    expect(watch([me, 10], [{ x: 300, unit: 220 }, 2], [me, 1])).toEqual(['same', 'other', 'same'])
  })

  it('is still waited for after a second out of the picture', () => {
    expect(watch([me, 10], [null, 1], [{ x: 550 }, 2], [null, 1], [me, 1])).toEqual([
      'same',
      null,
      'other',
      null,
      'same',
    ])
  })

  it('is given up for one who stays, once', () => {
    const keeper = new PersonKeeper()
    const said: Who[] = []
    for (let i = 0; i < 20 * RATE; i++)
      said.push(keeper.follow({ time: i / RATE, x: i < 10 * RATE ? 300 : 520, y: 240, unit: 100, box: null }))
    expect(said.filter((who) => who === 'new')).toHaveLength(1)
    expect(said.indexOf('new') / RATE).toBeCloseTo(15, 0)
    expect(said.at(-1)).toBe('same')
  })

  it('is not given up for flickers all over the picture', () => {
    const keeper = new PersonKeeper()
    for (let i = 0; i < 10 * RATE; i++)
      keeper.follow({ time: i / RATE, x: 300, y: 240, unit: 100, box: null })
    for (let i = 10 * RATE; i < 30 * RATE; i++)
      expect(keeper.follow({ time: i / RATE, x: i % 2 ? 620 : 20, y: 40, unit: 60, box: null })).toBe('other')
  })

  it('is given up sooner when they were hardly there', () => {
    expect(watch([{ x: 600, unit: 250 }, 0.5], [me, 1.2])).toEqual(['same', 'same'])
  })

  it('is known by the silhouette where the skeleton leaps', () => {
    const keeper = new PersonKeeper()
    const box = { left: 0.3, right: 0.6, top: 0.4, bottom: 0.8 }
    const leaping = (i: number): Who =>
      keeper.follow({ time: i / RATE, x: i % 2 ? 200 : 400, y: 240, unit: i % 3 ? 50 : 150, box })
    for (let i = 0; i < 10 * RATE; i++) expect(leaping(i)).toBe('same')
  })

  it('may get up and walk at any rate of frames', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 60 }),
        fc.double({ min: 0, max: 2.9, noNaN: true }),
        (rate, speed) => {
          const keeper = new PersonKeeper()
          for (let i = 0; i < 2 * rate; i++)
            expect(
              keeper.follow({ time: i / rate, x: (100 * speed * i) / rate, y: 0, unit: 100, box: null }),
            ).toBe('same')
        },
      ),
    )
  })
})
