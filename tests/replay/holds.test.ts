/** Ways in which a side plank goes down and up, made from a recorded one by playing its frames at another time. */
import { describe, expect, it } from 'vitest'
import type { PoseFrame } from '../../src/core/pose/frame'
import { hiding } from '../support/variants'
import { framesOf, replay } from '../support/replay'
import { LM } from '../../src/core/pose/frame'

const recorded = framesOf('sideplank_clean_front')
/** The line of each recorded frame: about −22 on the floor, 0 held. */
const lines = replay('side-plank', recorded).analysis.series.drive.map((drive) => drive - 180)
const RATE = 12
const [FLOOR, HELD] = [-21, -1]

const nearest = (line: number, among: readonly number[]): number =>
  among.reduce((best, i) =>
    Math.abs((lines[i] ?? 0) - line) < Math.abs((lines[best] ?? 0) - line) ? i : best,
  )

/** Frames of the rise: each line that the hips pass. */
const rise = recorded.flatMap(({ time }, i) => (time > 1 && time < 5 ? [i] : []))

/** Plays the recorded poses so that the line is what `line` says at each second, degrees. */
function played(seconds: number, line: (time: number) => number): readonly PoseFrame[] {
  return Array.from({ length: Math.round(seconds * RATE) }, (_, k): PoseFrame => {
    const time = k / RATE
    const frame = recorded[nearest(line(time), rise)]
    if (!frame) throw new Error('no frame')
    return { ...frame, time }
  })
}

/** Up at 2 s, and then what `held` says. */
const lifted =
  (held: (time: number) => number) =>
  (time: number): number =>
    time < 2 ? FLOOR : time < 3 ? FLOOR + (time - 2) * (HELD - FLOOR) : held(time)

describe('hips that go down', () => {
  it('end the hold when they are put down', () => {
    const { holds, breakdown } = replay(
      'side-plank',
      played(
        20,
        lifted((t) => (t < 12 ? HELD : Math.max(FLOOR, HELD - (t - 12) * 25))),
      ),
    ).analysis
    expect(holds).toHaveLength(1)
    expect(Math.abs((holds[0]?.end ?? NaN) - 12)).toBeLessThan(0.6)
    expect(breakdown).toBeNull()
  })

  it('sag slowly and deeply without ending the hold, and form gives', () => {
    // To a fifth of the lift, at 3 degrees a second; put down at 25 s.
    const sag = (t: number): number => Math.max(-17, HELD - Math.max(0, t - 10) * 3)
    const { holds, breakdown } = replay(
      'side-plank',
      played(
        30,
        lifted((t) => (t < 25 ? sag(t) : FLOOR)),
      ),
    ).analysis
    expect(holds).toHaveLength(1)
    expect(Math.abs((holds[0]?.end ?? NaN) - 25)).toBeLessThan(1)
    expect(breakdown).toMatchObject({ check: 'hip-sag' })
    expect(breakdown?.seconds).toBeLessThan(16)
    const flagged = holds[0]?.findings.find(
      (f) => f.check === 'hip-sag' && f.verdict === 'flagged' && f.grade === 2,
    )
    expect(flagged).toBeDefined()
  })

  it('dip and come up again in one hold, which says how often and is not flagged for it', () => {
    const wave = (t: number): number => HELD - 6.5 * (1 - Math.cos((2 * Math.PI * (t - 8)) / 2))
    const { holds, breakdown } = replay(
      'side-plank',
      played(
        24,
        lifted((t) => (t < 8 || t > 18 ? HELD : wave(t))),
      ),
    ).analysis
    expect(holds).toHaveLength(1)
    expect(holds[0]).toMatchObject({ dips: 5 })
    expect(holds[0]?.end).toBeGreaterThan(23)
    expect(breakdown).toBeNull()
    const sagged = holds[0]?.findings.filter(
      (f) => f.check === 'hip-sag' && f.verdict === 'flagged' && f.grade > 1,
    )
    expect(sagged).toEqual([])
  })

  it('end it in a recording that began in the hold, where nobody saw them rest', () => {
    const { holds } = replay(
      'side-plank',
      played(14, (t) => (t < 8 ? HELD : Math.max(FLOOR, HELD - (t - 8) * 25))),
    ).analysis
    expect(holds).toHaveLength(1)
    expect(holds[0]?.start).toBeLessThan(0.5)
    expect(Math.abs((holds[0]?.end ?? NaN) - 8)).toBeLessThan(0.6)
  })
})

describe('lying on the side', () => {
  it('is no hold, however long', () => {
    const { holds } = replay(
      'side-plank',
      played(20, () => FLOOR),
    ).analysis
    expect(holds).toEqual([])
  })
})

describe('the side on the floor', () => {
  it('is what all frames agree on, though the model turns the person round in some', () => {
    // What it did to a film against the light: every label exchanged, and the face away from the lens.
    const turned = recorded.map((frame, i): PoseFrame => {
      const { body } = frame
      if (!body || i % 5 < 2) return frame
      const [landmarks, world] = [body.landmarks.slice(), body.world.slice()]
      for (let left = 7; left < 33; left += 2) {
        const right = left + 1
        landmarks.set(body.landmarks.subarray(4 * right, 4 * right + 4), 4 * left)
        landmarks.set(body.landmarks.subarray(4 * left, 4 * left + 4), 4 * right)
        world.set(body.world.subarray(3 * right, 3 * right + 3), 3 * left)
        world.set(body.world.subarray(3 * left, 3 * left + 3), 3 * right)
      }
      for (let k = 2; k < world.length; k += 3) world[k] = -(world[k] ?? NaN)
      return { ...frame, body: { ...body, landmarks, world } }
    })
    const { holds } = replay('side-plank', turned).analysis
    expect(holds.map(({ side }) => side)).toEqual(
      replay('side-plank', recorded).analysis.holds.map(({ side }) => side),
    )
  })

  it('does not depend on seeing the ears', () => {
    const { holds } = replay('side-plank', hiding([LM.leftEar, LM.rightEar])(recorded)).analysis
    expect(holds.map(({ side }) => side)).toEqual(['left'])
  })
})
