/** The judge fed with what a broken model or a broken room could give: it never throws, never counts, and is clear of nothing. */
import fc from 'fast-check'
import { expect } from 'vitest'
import type { ExerciseId } from '../../src/core/analysis/model'
import { LANDMARK_COUNT, type Body, type PoseFrame } from '../../src/core/pose/frame'
import { exercises } from '../../src/exercises'
import { clip, framesOf, replay } from '../support/replay'
import { fuzz } from './fuzz'

const EXERCISES = Object.keys(exercises) as ExerciseId[]
const FILMS = ['birddog_clean_side', 'bridge_clean_side', 'sideplank_clean_front'] as const

/** What a landmark may be: in the picture, far out of it, or no number at all. */
const coordinate = fc.oneof(
  { weight: 8, arbitrary: fc.float({ min: -0.5, max: 1.5, noNaN: true }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, 3e38, -3e38, 1e-45, 0, -0),
  },
)
const floats = (length: number): fc.Arbitrary<Float32Array> =>
  fc
    .array(coordinate, { minLength: length, maxLength: length, size: 'max' })
    .map((values) => Float32Array.from(values))

const anyBody: fc.Arbitrary<Body> = fc.record({
  landmarks: floats(LANDMARK_COUNT * 4),
  world: floats(LANDMARK_COUNT * 3),
  contour: fc.option(fc.record({ clockwise: floats(32), counter: floats(32) }), { nil: null }),
  silhouette: fc.option(
    fc.record({ left: coordinate, top: coordinate, right: coordinate, bottom: coordinate }),
    { nil: null },
  ),
})

/** Times as no clock gives them: repeated, backward, far ahead, none. */
const anyStep = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 0.01, max: 0.3, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -1, -1e9, 3, 7200, 1e12, NaN, Infinity, -Infinity) },
)

/** A handful of bodies that take turns: a random one for each frame would be slow to make and no more random. */
const anyStream: fc.Arbitrary<PoseFrame[]> = fc
  .record({
    bodies: fc.array(fc.option(anyBody, { nil: null }), { minLength: 1, maxLength: 3 }),
    turns: fc.array(fc.record({ body: fc.nat(2), step: anyStep }), { minLength: 20, maxLength: 50 }),
    width: fc.constantFrom(640, 480, 4, 0, NaN),
  })
  .map(({ bodies, turns, width }) => {
    let time = 0
    return turns.map(({ body, step }) => {
      time = Number.isFinite(time + step) ? time + step : step
      return { time, width, height: 480, brightness: null, body: bodies[body % bodies.length] ?? null }
    })
  })

fuzz(
  'the judge counts nothing and is clear of nothing in bodies made of chance',
  fc.record({ exercise: fc.constantFrom(...EXERCISES), frames: anyStream, cut: fc.nat(40) }),
  ({ exercise, frames, cut }) => {
    const { analysis } = replay(exercise, frames, [cut / 10])
    expect(analysis.reps.filter(({ complete }) => complete)).toEqual([])
    expect(analysis.holds).toEqual([])
    expect(analysis.breakdown).toBeNull()
    const clear = analysis.reps.flatMap(({ findings }) => findings.filter((f) => f.verdict === 'clear'))
    expect(clear).toEqual([])
  },
)

/** One frame of a real film spoilt: landmarks that are no numbers, that leap, or that are missing. */
const spoilt = fc.record({
  every: fc.integer({ min: 2, max: 9 }),
  how: fc.constantFrom('nan', 'leap', 'missing', 'invisible', 'far') satisfies fc.Arbitrary<string>,
  first: fc.nat(LANDMARK_COUNT - 1),
  count: fc.integer({ min: 1, max: LANDMARK_COUNT }),
})

function spoil(
  body: Body,
  { how, first, count }: { how: string; first: number; count: number },
): Body | null {
  if (how === 'missing') return null
  const landmarks = body.landmarks.slice()
  for (let n = 0; n < count; n++) {
    const at = 4 * ((first + n) % LANDMARK_COUNT)
    if (how === 'nan') landmarks.fill(NaN, at, at + 2)
    if (how === 'leap') landmarks[at] = 1 - (landmarks[at] ?? 0)
    if (how === 'far') landmarks[at + 1] = 1e30
    if (how === 'invisible') landmarks[at + 3] = 0
  }
  return { ...body, landmarks }
}

fuzz(
  'the judge counts no more than was done when frames of a real film are spoilt',
  fc.record({ name: fc.constantFrom(...FILMS), spoilt }),
  ({ name, spoilt: { every, ...damage } }) => {
    const { exercise, reps } = clip(name)
    const frames = framesOf(name).map((frame, i) =>
      frame.body && i % every === 0 ? { ...frame, body: spoil(frame.body, damage) } : frame,
    )
    const { analysis } = replay(exercise, frames)
    expect(analysis.reps.filter(({ complete }) => complete).length).toBeLessThanOrEqual(reps)
    expect(analysis.holds.length).toBeLessThanOrEqual(exercise === 'side-plank' ? 1 : 0)
  },
  0.05,
)
