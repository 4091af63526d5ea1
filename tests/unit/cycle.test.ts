/** Reps in one signal: what counts as a rise and a return, whatever its pace and the frame rate. */
import { describe, expect, it } from 'vitest'
import { CycleDetector, type Cycle } from '../../src/core/analysis/reps/cycle'

/** [seconds, height] corners of a signal, joined by smooth ways. */
type Corners = readonly (readonly [number, number])[]

function heightAt(corners: Corners, time: number): number {
  const after = corners.findIndex(([at]) => at > time)
  const [to, from] = [corners[after] ?? corners.at(-1), corners[after - 1] ?? corners[0]]
  if (!to || !from || after <= 0) return to?.[1] ?? 0
  const share = (time - from[0]) / (to[0] - from[0])
  return from[1] + (to[1] - from[1]) * (share * share * (3 - 2 * share))
}

function cyclesIn(corners: Corners, fps = 15): readonly Cycle[] {
  const detector = new CycleDetector()
  const end = corners.at(-1)?.[0] ?? 0
  const found: Cycle[] = []
  for (let frame = 0; frame / fps <= end; frame++) {
    const time = frame / fps
    const height = heightAt(corners, time)
    const cycle = detector.step({ time, height, posture: height < 0.35 ? 'start' : 'working' })
    if (cycle) found.push(cycle)
  }
  const last = detector.finish()
  return last ? [...found, last] : found
}

/** Reps one after another, each up in `way` seconds, held, and down to `low` again. */
function reps(count: number, way: number, hold: number, low = 0): Corners {
  const corners: [number, number][] = [
    [0, 0],
    [1, 0],
  ]
  for (let i = 0; i < count; i++) {
    const at = corners.at(-1)?.[0] ?? 0
    const floor = i === count - 1 ? 0 : low
    corners.push([at + way, 1], [at + way + hold, 1], [at + 2 * way + hold, floor])
  }
  return [...corners, [(corners.at(-1)?.[0] ?? 0) + 1, 0]]
}

describe.each([7.5, 12, 15, 30, 60])('at %d frames a second', (fps) => {
  it.each([
    [0.5, 0.2],
    [1, 1],
    [2, 12],
    [5, 2],
  ])('counts reps with ways of %d s and holds of %d s', (way, hold) => {
    const found = cyclesIn(reps(4, way, hold), fps)
    expect(found).toHaveLength(4)
    found.forEach(({ start, end }, i) => {
      expect(Math.abs(start - (1 + i * (2 * way + hold)))).toBeLessThan(0.2 + 0.2 * way)
      expect(Math.abs(end - (1 + (i + 1) * (2 * way + hold)))).toBeLessThan(0.2 + 0.2 * way)
    })
  })

  it('counts reps that never land', () => {
    expect(cyclesIn(reps(5, 0.8, 0.8, 0.3), fps)).toHaveLength(5)
  })

  it('takes pulses and corrections at the top for one rep', () => {
    const pulses: Corners = [
      [0, 0],
      [1, 0],
      [2, 1],
      [2.6, 0.65],
      [3.2, 1],
      [3.8, 0.6],
      [4.4, 1.05],
      [5.4, 0],
      [6.4, 0],
    ]
    expect(cyclesIn(pulses, fps)).toHaveLength(1)
  })

  it('counts the rep that the recording began at the top of, and the one that it ended at the top of', () => {
    const found = cyclesIn(
      [
        [0, 1],
        [1.5, 1],
        [2.5, 0],
        [3.5, 0],
        [4.5, 1],
        [6, 1],
      ],
      fps,
    )
    expect(found.map(({ begun, open }) => [begun, open])).toEqual([
      [true, false],
      [false, true],
    ])
  })

  it('knows a rep that the recording began half-way up as cut', () => {
    const found = cyclesIn(
      [
        [0, 0.45],
        [0.6, 1],
        [2, 1],
        [3, 0],
        [4, 0],
      ],
      fps,
    )
    expect(found.map(({ begun }) => begun)).toEqual([true])
  })

  it('counts nothing where the signal only drifts and fidgets', () => {
    const drift: Corners = [
      [0, 0],
      [5, 0.15],
      [6, 0.05],
      [7, 0.2],
      [20, 0.1],
      [21, 0.22],
      [30, 0.15],
    ]
    expect(cyclesIn(drift, fps)).toEqual([])
  })
})

it('counts nothing of what was under way when nobody watched', () => {
  const detector = new CycleDetector()
  const corners: Corners = [
    [0, 0],
    [1, 0],
    [2, 1],
    [4, 1],
    [5, 0],
    [7, 0],
  ]
  const found: Cycle[] = []
  for (let frame = 0; frame < 7 * 15; frame++) {
    const time = frame / 15
    if (frame === 45) detector.reset()
    const cycle = detector.step({ time, height: heightAt(corners, time), posture: 'working' })
    if (cycle) found.push(cycle)
  }
  expect(found).toEqual([])
})
