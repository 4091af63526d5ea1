/** What the breakdown is shown against: the best rep, the best second, and the same moment of both. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestRep, bestSecond } from '../../src/core/analysis/best'
import type { Finding } from '../../src/core/analysis/model'
import { phaseAt, timeAt } from '../../src/core/analysis/phase'
import { exercises } from '../../src/exercises'
import { clips, framesOf, replay } from '../support/replay'

const { checks } = exercises.bridge.rules
const clear = (check: Finding['check'], value: number, unit = 'deg'): Finding => ({
  check,
  verdict: 'clear',
  value,
  unit,
})
const rep = (index: number, findings: readonly Finding[], side: 'left' | 'right' | null = null) => ({
  index,
  side,
  complete: true,
  findings,
})

describe('the best rep', () => {
  it('has its nearest limit furthest away', () => {
    // Short of the top is mild from 6°, past straight from 4°: 2° of the one leave more room than 3° of the other.
    const near = rep(2, [clear('short-range', 0), clear('hip-overextension', 3)])
    const far = rep(3, [clear('short-range', 2), clear('hip-overextension', -2)])
    expect(bestRep([near, far], checks)).toBe(3)
  })

  it('is never one with a flag, nor a short one', () => {
    const flagged = rep(2, [
      clear('short-range', -9),
      { check: 'hip-overextension', verdict: 'flagged', grade: 1, value: 5, unit: 'deg' },
    ])
    const short = { ...rep(3, [clear('short-range', -9)]), complete: false }
    expect(bestRep([flagged, short], checks)).toBeNull()
    expect(bestRep([flagged, short, rep(4, [clear('short-range', 5)])], checks)).toBe(4)
  })

  it('does not win by having been seen less', () => {
    const seen = rep(2, [clear('short-range', 4), clear('hip-overextension', 3)])
    const hidden = rep(3, [
      clear('short-range', 0),
      { check: 'hip-overextension', verdict: 'unseen', reason: 'coverage' },
    ])
    expect(bestRep([seen, hidden], checks)).toBe(2)
  })

  it('is of the side that is asked for', () => {
    const reps = [rep(1, [clear('short-range', 0)], 'left'), rep(2, [clear('short-range', 3)], 'right')]
    expect(bestRep(reps, checks, 'right')).toBe(2)
    expect(bestRep(reps, checks, null)).toBe(1)
  })

  it('comes before the true breakdown in every film in which form gave after a good start', () => {
    const broken = clips.filter((clip) => clip.reps > 0 && (clip.breakdown?.rep ?? 1) > 1)
    expect(broken.length).toBeGreaterThan(4)
    for (const clip of broken) {
      const { analysis } = replay(clip.exercise, framesOf(clip.name))
      const side = analysis.breakdown?.side ?? null
      const best = bestRep(analysis.reps, exercises[clip.exercise].rules.checks, side)
      if (best !== null) expect(best, clip.name).toBeLessThan(clip.breakdown?.rep ?? 0)
    }
  }, 60_000)
})

describe('the best second of a hold', () => {
  const series = {
    time: Array.from({ length: 200 }, (_, i) => i / 10),
    drive: Array.from({ length: 200 }, (_, i) => (i > 80 && i < 90 ? 176 : i > 120 ? 165 : 178 + (i % 2))),
  }
  const hold = { start: 1, end: 19, findings: [] }

  it('lies before form gave and where the line is its own', () => {
    const at = bestSecond(hold, series, { rep: null, seconds: 12, side: 'left', check: 'hip-sag' })
    expect(at).toBeGreaterThanOrEqual(1.5)
    expect(at).toBeLessThanOrEqual(11.5)
    expect(at === null || at < 7.6 || at > 9.4).toBe(true)
  })

  it('is in no flagged stretch, and none where all of it was flagged', () => {
    const flag = (from: number, to: number): Finding[] => [
      { check: 'hip-sag', verdict: 'flagged', grade: 1, value: 6, unit: 'deg', from, to },
    ]
    expect(bestSecond({ ...hold, findings: flag(0, 10) }, series, null)).toBeGreaterThan(10)
    expect(bestSecond({ ...hold, findings: flag(0, 20) }, series, null)).toBeNull()
  })
})

describe('the same moment of two reps', () => {
  it('goes from start to top to end, and back to the time it came from', () => {
    const span = { start: 4, top: 5, end: 9 }
    expect([4, 5, 7, 9, 12].map((time) => phaseAt(span, time))).toEqual([0, 1, 1.5, 2, 2])
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.double({ min: 0.1, max: 8, noNaN: true }),
        fc.double({ min: 0.1, max: 8, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (start, up, down, share) => {
          const any = { start, top: start + up, end: start + up + down }
          const time = start + share * (up + down)
          expect(timeAt(any, phaseAt(any, time))).toBeCloseTo(time, 6)
        },
      ),
    )
  })
})
