/** Laws of the analyser that hold for whatever it is fed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExerciseId } from '../../src/core/analysis/model'
import { LANDMARK_COUNT, LM, type PoseFrame } from '../../src/core/pose/frame'
import { exercises } from '../../src/exercises'
import { clip, clips, framesOf, replay } from '../support/replay'
import { hiding } from '../support/variants'

const EXERCISES = Object.keys(exercises) as ExerciseId[]

const anyNumber = fc.oneof(
  fc.double({ min: -0.5, max: 1.5, noNaN: true }),
  fc.constantFrom(NaN, Infinity, -Infinity, 1e308, 0),
)
const wildBody = fc
  .record({
    landmarks: fc.array(anyNumber, { minLength: LANDMARK_COUNT * 4, maxLength: LANDMARK_COUNT * 4 }),
    world: fc.array(anyNumber, { minLength: LANDMARK_COUNT * 3, maxLength: LANDMARK_COUNT * 3 }),
  })
  .map(({ landmarks, world }) => ({
    landmarks: Float32Array.from(landmarks),
    world: Float32Array.from(world),
    contour: null,
    silhouette: null,
  }))

describe('whatever it is fed', () => {
  it('never throws, never counts and is never clear of anything in random landmarks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...EXERCISES),
        fc.array(fc.option(wildBody, { nil: null }), { minLength: 30, maxLength: 60 }),
        (exercise, bodies) => {
          const frames = bodies.map((body, i): PoseFrame => ({
            time: i / 12,
            width: 640,
            height: 480,
            brightness: null,
            body,
          }))
          const { analysis } = replay(exercise, frames)
          expect(analysis.reps.filter(({ complete }) => complete)).toEqual([])
          expect(analysis.holds).toEqual([])
          expect(analysis.breakdown).toBeNull()
        },
      ),
      { numRuns: 60 },
    )
  })

  it('counts nothing in the films of the other exercises, lying, kneeling or holding', () => {
    // A bridge is never a side plank, nor the other way about; all fours hold neither.
    const wrong = clips
      .filter(({ azimuth }) => Math.abs(azimuth) < 30)
      .filter((_, i) => i % 3 === 0)
      .flatMap(({ name, exercise }) =>
        EXERCISES.filter((other) => other !== exercise).map((other) => {
          const { analysis } = replay(other, framesOf(name))
          return {
            name,
            other,
            found: analysis.reps.filter((r) => r.complete).length + analysis.holds.length,
          }
        }),
      )
      .filter(({ found }) => found > 0)
    expect(wrong).toEqual([])
  })
})

describe('a recorded set', () => {
  const NAMES = ['birddog_clean_side', 'bridge_clean_side', 'sideplank_clean_front']

  it.each(NAMES)('%s: what happened before a cut is what happens without it', (name) => {
    const frames = framesOf(name)
    const { exercise } = clip(name)
    const whole = replay(exercise, frames).events
    fc.assert(
      fc.property(fc.integer({ min: 1, max: frames.length }), (cut) => {
        const until = frames[cut - 1]?.time ?? 0
        const part = replay(exercise, frames.slice(0, cut)).events
        expect(part).toEqual(whole.filter(({ time }) => time <= until))
      }),
      { numRuns: 8 },
    )
  })

  const LEGS = [LM.leftKnee, LM.rightKnee, LM.leftAnkle, LM.rightAnkle, LM.leftHip, LM.rightHip]
  it.each([
    ['birddog_clean_side', ['leg-high']],
    ['bridge_clean_side', ['short-range', 'hip-overextension', 'feet-far']],
    ['sideplank_clean_front', ['hip-sag', 'hip-high']],
  ])('%s: hidden legs never read as good form', (name, checks) => {
    const judgedIn = (frames: readonly PoseFrame[]): readonly string[] => {
      const { reps, holds } = replay(clip(name).exercise, frames).analysis
      return [...reps, ...holds].flatMap(({ findings }) =>
        findings.flatMap((f) => (f.verdict !== 'unseen' && checks.includes(f.check) ? [f.check] : [])),
      )
    }
    // In plain sight they are judged, or the law would hold of nothing.
    expect(new Set(judgedIn(framesOf(name)))).toEqual(new Set(checks))
    expect(judgedIn(hiding(LEGS)(framesOf(name)))).toEqual([])
  })
})
