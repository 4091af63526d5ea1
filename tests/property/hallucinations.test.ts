/**
 * A limb that the lens can't see is guessed, and a guess must change nothing that is said: counts and sides stay, and a
 * verdict stays or becomes `unseen`. Never is there a flag that was not there before.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/core/analysis/model'
import type { Side } from '../../src/core/pose/frame'
import { hallucinated, type Hallucination } from '../support/hallucinations'
import { clip, framesOf, replay } from '../support/replay'

interface Recording {
  readonly name: string
  /** The side whose limbs are guessed: away from the lens; in side planks the upper arm, in front of the trunk. */
  readonly far: Side
  readonly limbs: readonly Hallucination['limb'][]
  readonly seconds: number
  readonly cases: number
}

const RECORDINGS: readonly Recording[] = [
  { name: 'sideplank_clean_front', far: 'right', limbs: ['arm'], seconds: 10, cases: 600 },
  { name: 'sideplank_clean_up', far: 'left', limbs: ['arm'], seconds: 10, cases: 600 },
  { name: 'sideplank_knees_clean', far: 'right', limbs: ['arm'], seconds: 10, cases: 600 },
  { name: 'bridge_clean_side', far: 'right', limbs: ['arm'], seconds: 11, cases: 800 },
]

const hallucinationOf = (limbs: readonly Hallucination['limb'][]): fc.Arbitrary<Hallucination> =>
  fc.record({
    kind: fc.constantFrom('on the other', 'mirrored', 'noise'),
    limb: fc.constantFrom(...limbs),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    seed: fc.integer({ min: 1, max: 1e6 }),
  })

const flagsIn = (findings: readonly Finding[]): readonly string[] =>
  findings.flatMap((f) => (f.verdict === 'flagged' ? [f.check] : []))

describe.each(RECORDINGS)('$name, whose $far $limbs are guessed', ({ name, far, limbs, seconds, cases }) => {
  const frames = framesOf(name).filter(({ time }) => time < seconds)
  const { exercise } = clip(name)
  const clean = replay(exercise, frames).analysis
  const parts = [...clean.reps, ...clean.holds]

  it('says of it nothing new', () => {
    expect(parts.length).toBeGreaterThan(0)
    fc.assert(
      fc.property(hallucinationOf(limbs), (hallucination) => {
        const { analysis } = replay(exercise, hallucinated(frames, far, hallucination))
        const found = [...analysis.reps, ...analysis.holds]
        expect(found.map(({ side }) => side)).toEqual(parts.map(({ side }) => side))
        found.forEach((part, i) => {
          const before = flagsIn(parts[i]?.findings ?? [])
          expect(flagsIn(part.findings).filter((check) => !before.includes(check))).toEqual([])
        })
        expect(analysis.breakdown).toBeNull()
      }),
      { numRuns: cases },
    )
  })
})
