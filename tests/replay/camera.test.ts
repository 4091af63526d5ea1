/** The verdict must not depend on the camera: rate, mirroring, distance. */
import { describe, expect, it } from 'vitest'
import type { SetAnalysis } from '../../src/core/analysis/model'
import { clip, framesOf, replay } from '../support/replay'
import { atRate, mirrored, scaled } from '../support/variants'

const CLIPS = [
  'birddog_arch_side',
  'birddog_rom_fatigue_side',
  'bridge_lumbar_side_table',
  'bridge_fatigue_rom_side',
  'bridge_valgus_headend',
  'sideplank_sag_front',
  'sideplank_roll_front_table',
]

const count = ({ reps, holds }: SetAnalysis): number =>
  reps.filter(({ complete }) => complete).length + holds.length
const sides = ({ reps, holds }: SetAnalysis): readonly (string | null)[] =>
  [...reps, ...holds].map(({ side }) => side)

/** Checks that make a rep or hold off-form somewhere in the set. */
function flagged({ reps, holds }: SetAnalysis): readonly string[] {
  const checks = [...reps, ...holds].flatMap(({ findings }) =>
    findings.flatMap((f) => (f.verdict === 'flagged' && f.grade >= 2 ? [f.check] : [])),
  )
  return [...new Set(checks)].filter((check) => check !== 'sway' && check !== 'tempo-drift').sort()
}

function expectSame(found: SetAnalysis, base: SetAnalysis): void {
  expect(count(found)).toBe(count(base))
  expect(flagged(found)).toEqual(flagged(base))
  expect(found.breakdown === null).toBe(base.breakdown === null)
  if (!found.breakdown || !base.breakdown) return
  if (base.breakdown.rep === null)
    expect(Math.abs(found.breakdown.seconds - base.breakdown.seconds)).toBeLessThanOrEqual(2)
  else expect(Math.abs((found.breakdown.rep ?? NaN) - base.breakdown.rep)).toBeLessThanOrEqual(1)
}

describe.each(CLIPS)('%s', (name) => {
  const { exercise } = clip(name)
  const frames = framesOf(name)
  const base = replay(exercise, frames).analysis

  it('is judged the same at 10 frames a second', () => {
    expectSame(replay(exercise, atRate(10)(frames)).analysis, base)
  })

  it('is judged the same with the person 30% smaller', () => {
    const found = replay(exercise, scaled(0.7)(frames)).analysis
    expectSame(found, base)
    expect(sides(found)).toEqual(sides(base))
  })

  it('swaps sides in a mirror, and nothing else', () => {
    const found = replay(exercise, mirrored(frames)).analysis
    expectSame(found, base)
    const swap = { left: 'right', right: 'left' } as const
    expect(sides(found)).toEqual(
      sides(base).map((side) => (side === 'left' || side === 'right' ? swap[side] : side)),
    )
  })
})

describe.each(['bridge_lumbar_side_table', 'birddog_arch_side', 'sideplank_sag_front'])(
  '%s at 6 frames a second',
  (name) => {
    const { exercise } = clip(name)
    const { events, analysis } = replay(exercise, atRate(6)(framesOf(name)))
    const parts = [...analysis.reps, ...analysis.holds]

    it('is counted, and judged in nothing', () => {
      expect(count(analysis)).toBeGreaterThan(0)
      const verdicts = new Set(parts.flatMap(({ findings }) => findings.map(({ verdict }) => verdict)))
      expect(verdicts).toEqual(new Set(['unseen']))
      expect(analysis.breakdown).toBeNull()
      expect(events.filter(({ kind }) => kind === 'cue' || kind === 'breakdown' || kind === 'stop')).toEqual(
        [],
      )
    })

    it('says that frames were too few, where the camera place is no reason', () => {
      const reasons = parts.flatMap(({ findings }) =>
        findings.flatMap((f) => (f.verdict === 'unseen' && f.reason === 'slow' ? [f.check] : [])),
      )
      expect(reasons).toContain(exercise === 'side-plank' ? 'hip-sag' : 'lumbar-extension')
    })
  },
)
