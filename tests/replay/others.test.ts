/** Somebody else in the picture: the count is the person's own, whoever passes, stands about or does the same on a screen. */
import { describe, expect, it } from 'vitest'
import type { PoseFrame } from '../../src/core/pose/frame'
import { clip, framesOf, replay } from '../support/replay'
import { moved, scaled } from '../support/variants'

const count = (name: string, frames: readonly PoseFrame[]): readonly number[] => {
  const { reps, holds } = replay(clip(name).exercise, frames).analysis
  return [reps.filter(({ complete }) => complete).length, holds.length]
}

/** The frames of one film with the bodies of another between two times. */
const instead = (
  frames: readonly PoseFrame[],
  others: readonly PoseFrame[],
  takes: (time: number, index: number) => boolean,
): readonly PoseFrame[] =>
  frames.map((frame, i) =>
    takes(frame.time, i) ? { ...frame, body: others[i % others.length]?.body ?? null } : frame,
  )

/** A film on a television at the edge: another exercise or the same, small and high up. */
const television = (name: string): readonly PoseFrame[] => moved(0.33, -0.3)(scaled(0.35)(framesOf(name)))
/** Somebody close to the lens. */
const passing = (name: string): readonly PoseFrame[] => moved(-0.2, 0.1)(scaled(2.2)(framesOf(name)))

const OTHERS = ['birddog_clean_side', 'bridge_clean_side', 'sideplank_clean_front'] as const

describe.each(OTHERS)('%s', (name) => {
  const frames = framesOf(name)
  const own = count(name, frames)
  const end = frames.at(-1)?.time ?? 0

  it.each(OTHERS)('counts the same with %s on a television that the model looks at now and then', (other) => {
    const flicker = instead(frames, television(other), (_, i) => i % 9 === 4)
    expect(count(name, flicker)).toEqual(own)
  })

  it.each(OTHERS)('counts nothing more when one doing %s passes close by', (other) => {
    const passed = instead(frames, passing(other), (time) => time > end / 2 && time < end / 2 + 1.2)
    const [reps = 0, holds = 0] = count(name, passed)
    expect(reps).toBeLessThanOrEqual(own[0] ?? 0)
    expect(reps).toBeGreaterThanOrEqual((own[0] ?? 0) - 1)
    expect(holds).toBe(own[1])
  })

  it('counts nothing of a television while the person is away for a moment', () => {
    // The last third belongs to the screen alone, for less long than the person is waited for.
    const from = end - 4.5
    const away = instead(frames, television(name), (time) => time > from)
    expect(count(name, away)).toEqual(
      count(
        name,
        frames.filter(({ time }) => time <= from),
      ),
    )
  })

  it('counts nothing on the way out and back', () => {
    // Away for five seconds in the middle, and from the edge to the mat in one.
    const middle = end / 2
    const shown = frames.flatMap((frame): PoseFrame[] => {
      if (frame.time < middle) return [frame]
      const late = { ...frame, time: frame.time + 7 }
      const nobody = [1, 2, 3, 4, 5].map((s) => ({ ...frame, time: middle + s, body: null }))
      const first = frame === frames.find(({ time }) => time >= middle)
      if (!first) return [late]
      const walk = Array.from({ length: 12 }, (_, i) => ({
        ...(moved(0.6 - i / 20, -0.2)([frame])[0] ?? frame),
        time: middle + 5.5 + i / 12,
      }))
      return [...nobody, ...walk, late]
    })
    const [reps = 0, holds = 0] = count(name, shown)
    expect(reps).toBeLessThanOrEqual(own[0] ?? 0)
    expect(reps).toBeGreaterThanOrEqual((own[0] ?? 0) - 1)
    expect(holds).toBeLessThanOrEqual((own[1] ?? 0) + 1)
  })
})

describe('a second of being watched by nobody', () => {
  it('is not in a hold', () => {
    const name = 'sideplank_clean_front'
    const frames = framesOf(name)
    const { exercise } = clip(name)
    const whole = replay(exercise, frames).analysis.holds[0]?.seconds ?? NaN
    const from = (clip(name).hold?.[0] ?? 0) + 5
    // Too short to be missed by tracking, so only the interruption tells.
    const missing = frames.filter(({ time }) => time < from || time > from + 1)
    const cut = replay(exercise, missing, [from]).analysis.holds
    expect(cut).toHaveLength(1)
    expect(cut[0]?.seconds).toBeCloseTo(whole - 1, 0)
    expect(Math.abs((cut[0]?.seconds ?? NaN) - (whole - 1))).toBeLessThan(0.25)
    // Without it the second would have counted.
    expect(replay(exercise, missing).analysis.holds[0]?.seconds).toBeCloseTo(whole, 1)
  })

  it.each([3, 12, 7200])('splits or pauses a hold when it is %i seconds', (gap) => {
    const name = 'sideplank_clean_front'
    const frames = framesOf(name)
    const { exercise } = clip(name)
    const whole = replay(exercise, frames).analysis.holds[0]?.seconds ?? NaN
    const from = (clip(name).hold?.[0] ?? 0) + 6
    const slept = frames.map((frame) => (frame.time < from ? frame : { ...frame, time: frame.time + gap }))
    const { holds } = replay(exercise, slept).analysis
    expect(holds.length).toBe(gap > 10 ? 2 : 1)
    const held = holds.reduce((sum, { seconds }) => sum + seconds, 0)
    expect(Math.abs(held - whole)).toBeLessThan(gap > 10 ? 2.5 : 0.3)
  })

  it('drops the rep under way and no other', () => {
    const name = 'bridge_clean_side'
    const frames = framesOf(name)
    const { exercise } = clip(name)
    const { reps } = replay(exercise, frames).analysis
    const third = reps[2]
    if (!third) throw new Error('no third rep')
    const cut = replay(exercise, frames, [third.top + 0.2]).analysis.reps
    expect(cut.map(({ start }) => Math.round(start))).toEqual(
      reps.filter((rep) => rep !== third).map(({ start }) => Math.round(start)),
    )
  })
})
