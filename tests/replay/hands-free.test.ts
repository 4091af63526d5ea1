/** Whole sets without a hand, with the real judge and the real placement coach, from recorded landmarks. */
import { describe, expect, it } from 'vitest'
import { LiveSet } from '../../src/app/set/live-set.svelte'
import { adviceText, facingOf, placementWish } from '../../src/sentences/set/placement-words'
import type { SetPlan } from '../../src/exercises/set-plan'
import type { CoachLine, ToneName } from '../../src/app/coach/set-coach'
import { createAnalyser } from '../../src/core/analysis/create-analyser'
import type { PoseFrame } from '../../src/core/pose/frame'
import { PlacementCoach } from '../../src/core/pose/placement'
import { exercises } from '../../src/exercises'
import type { SetRecord } from '../../src/storage/records/schema'
import { framesOf } from '../support/replay'
import { seated } from '../support/variants'

const birdDog: SetPlan = {
  ...{ exercise: 'bird-dog', variation: 'opposite-pair', side: null, target: 3, raised: null },
}
const bridge: SetPlan = {
  ...{ exercise: 'bridge', variation: 'double-leg', side: null, target: 3, raised: null },
}

/** A camera in front of which one set comes after the other; its clock never stops. */
class Room {
  now = 0
  readonly heard: string[] = []

  begin(plan: SetPlan): LiveSet {
    const facing = facingOf(plan)
    const placement = new PlacementCoach(placementWish(plan, facing))
    const { exercise, variation, side, target, raised } = plan
    return new LiveSet({
      head: {
        ...{
          id: 'a',
          startedAt: '2026-11-20T07:30:00.000Z',
          zone: 'UTC',
          day: '2026-11-20',
          source: 'camera',
        },
        ...{ exercise, variation, side, target },
      },
      onBreakdown: 'stop',
      createAnalyser: () => createAnalyser({ exercise: exercises[exercise], variation, side, raised }),
      assess: (frame) => placement.assess(frame),
      placementText: (advice) => adviceText(advice, plan, facing),
      coach: {
        tone: (name: ToneName) => this.heard.push(`(${name})`),
        say: ({ key }: CoachLine) => this.heard.push(key),
      },
      keepDraft: () => Promise.resolve(),
      keepSet: () => Promise.resolve(),
    })
  }

  /** Plays frames on the room's clock until they end or `enough`. */
  play(set: LiveSet, frames: readonly PoseFrame[], enough: () => boolean = () => false): void {
    const first = frames[0]?.time ?? 0
    const from = this.now + 0.1
    for (const frame of frames) {
      this.now = from + frame.time - first
      set.take({ ...frame, time: this.now })
      if (set.current.state === 'ended' || enough()) return
    }
  }

  /** Holds one picture for so many seconds. */
  keep(set: LiveSet, frame: PoseFrame, seconds: number): void {
    for (let n = 0; n < seconds * 10; n += 1) {
      this.now += 0.1
      set.take({ ...frame, time: this.now })
    }
  }
}

const some = (frames: readonly PoseFrame[]): PoseFrame => {
  const [frame] = frames
  if (frame === undefined) throw new Error('an empty trace')
  return frame
}
const end = ({ current }: LiveSet): [SetRecord['stopReason'] | undefined, number | undefined] => {
  const record = current.state === 'ended' ? current.record : null
  return [record?.stopReason, record?.analysis.reps.filter(({ complete }) => complete).length]
}

describe('a session without a hand', () => {
  it('does two exercises one after the other, each begun by its start position and ended by its target', () => {
    const room = new Room()
    const first = room.begin(birdDog)
    room.play(first, framesOf('birddog_clean_side'))
    expect(end(first)).toEqual(['plan-complete', 3])
    const second = room.begin(bridge)
    room.play(second, framesOf('bridge_clean_side'))
    expect(end(second)).toEqual(['plan-complete', 3])
    expect(room.heard.filter((one) => one === '(done)')).toHaveLength(2)
  })

  it('counts nothing of another exercise, says what to do, and leaves the set out in the end', () => {
    const room = new Room()
    const set = room.begin(birdDog)
    while (set.current.state !== 'ended' && room.now < 200) room.play(set, framesOf('bridge_clean_side'))
    expect(set.current).toEqual({ state: 'ended', record: null, reason: 'skipped' })
    expect(room.heard).toContain('start-position')
    expect(room.heard).toContain('skipping')
    expect(room.heard).not.toContain('(go)')
  })

  it('pauses when the person sits up, counts nothing of it, and goes on when they lie down again', () => {
    const frames = framesOf('bridge_clean_side')
    const room = new Room()
    const set = room.begin({ ...bridge, target: 4 })
    room.play(set, frames, () => set.current.state === 'working' && set.current.count === 2)
    expect(set.current).toMatchObject({ state: 'working', count: 2 })
    room.keep(set, seated(some(frames)), 5)
    expect(set.current).toMatchObject({ count: 2, interruption: { kind: 'paused', reason: 'up' } })
    room.play(set, frames)
    expect(end(set)).toEqual(['plan-complete', 4])
    const turns = room.heard.filter((one) => ['(pause)', 'paused', '(resume)', 'resumed'].includes(one))
    expect(turns).toEqual(['(pause)', 'paused', '(resume)', 'resumed'])
  })

  it('gives a pause up after half a minute, with what was done', () => {
    const frames = framesOf('bridge_clean_side')
    const room = new Room()
    const set = room.begin({ ...bridge, target: 4 })
    room.play(set, frames, () => set.current.state === 'working' && set.current.count === 2)
    room.keep(set, seated(some(frames)), 40)
    expect(end(set)).toEqual(['user', 2])
  })
})

describe('the placement coach', () => {
  const advice = (plan: SetPlan, name: string, change: (frame: PoseFrame) => PoseFrame = (f) => f) => {
    const coach = new PlacementCoach(placementWish(plan, facingOf(plan)))
    let last = null
    for (const frame of framesOf(name).slice(0, 30)) last = coach.assess(change(frame))
    return last
  }
  /** The picture with everything moved and made larger or smaller about its middle. */
  const moved =
    (scale: number, dx = 0, dy = 0) =>
    (frame: PoseFrame): PoseFrame => {
      if (frame.body === null) return frame
      const landmarks = frame.body.landmarks.map((value, i) =>
        i % 4 === 0
          ? 0.5 + scale * (value - 0.5) + dx
          : i % 4 === 1
            ? 0.5 + scale * (value - 0.5) + dy
            : value,
      )
      return { ...frame, body: { ...frame.body, landmarks } }
    }

  it.each(['birddog_clean_side', 'birddog_arch_side_table', 'birddog_legonly_side'])(
    'is content with the place of %s',
    (name) => expect(advice(birdDog, name)).toMatchObject({ ready: true, advice: null }),
  )
  it.each(['bridge_clean_side', 'bridge_lumbar_side_table'])('is content with the place of %s', (name) =>
    expect(advice(bridge, name)).toMatchObject({ ready: true, advice: null }),
  )

  it('says what to move for each thing that is off', () => {
    const off = (change: (frame: PoseFrame) => PoseFrame) => advice(birdDog, 'birddog_clean_side', change)
    expect(off((frame) => ({ ...frame, brightness: 0.02 }))?.advice).toBe('dark')
    expect(off((frame) => ({ ...frame, brightness: 0.97 }))?.advice).toBe('bright')
    expect(off((frame) => ({ ...frame, body: null }))?.advice).toBe('come-in')
    expect(off(moved(2.2))?.advice).toBe('laptop-back')
    expect(off(moved(0.4))?.advice).toBe('laptop-closer')
    expect(off(moved(1, 0, 0.45))?.advice).toBe('tilt-forward')
    expect(off(moved(1, 0, -0.5))?.advice).toBe('tilt-back')
    expect(off(seated)?.advice).toBe('start-position')
    expect(off((frame) => ({ ...frame, body: frame.body && { ...frame.body, contour: null } }))?.advice).toBe(
      'outline',
    )
  })

  it('wants room for a reach that has not happened yet', () => {
    expect(advice(birdDog, 'birddog_clean_side', moved(1, 0.2))?.advice).toBe('room-to-reach')
    expect(advice({ ...birdDog, exercise: 'bridge' }, 'birddog_clean_side', moved(1, 0.2))?.advice).toBeNull()
  })

  it('is not ready from the head end, and says how to turn', () => {
    expect(advice(bridge, 'bridge_clean_headend')).toMatchObject({ ready: false, advice: 'feet-nearer' })
    expect(advice(bridge, 'bridge_valgus_feetend')).toMatchObject({ ready: false })
  })

  it('asks for the other side of a side plank, and not for the one that is there', () => {
    const plank = (side: 'left' | 'right'): SetPlan => ({
      ...{ exercise: 'side-plank', variation: 'feet', side, target: 10, raised: null },
    })
    const [right, wrong] = [plank('left'), plank('right')].map(
      (plan) => advice(plan, 'sideplank_clean_front')?.advice,
    )
    expect([right, wrong].sort()).toEqual([null, 'other-side'].sort())
  })
})
