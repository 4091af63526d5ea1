import { expect, it } from 'vitest'
import { openTrace, saveTrace } from '../../src/capture/trace'
import type { PoseFrame } from '../../src/core/pose/frame'

const frames: PoseFrame[] = Array.from({ length: 50 }, (_, i) => ({
  time: i / 10,
  width: 640,
  height: 480,
  brightness: null,
  body:
    i % 7 === 0
      ? null
      : {
          landmarks: new Float32Array(132).fill(i / 100),
          world: new Float32Array(99).fill(-i / 100),
          contour: null,
          silhouette: null,
        },
}))

it('replays a recorded trace, which is small', async () => {
  const blob = await saveTrace(frames)
  expect(blob.size).toBeLessThan(3000)
  const trace = await openTrace(blob)
  expect(trace.duration).toBeCloseTo(4.9)
  const seen: PoseFrame[] = []
  const run = await trace.poses((frame) => seen.push(frame))
  expect(run).toEqual({ frames: 50, analysedFrames: 50, fault: null, gaps: [], turns: 0 })
  expect(seen.map(({ time }) => time)).toEqual(frames.map(({ time }) => time))
  expect(seen.map(({ body }) => body === null)).toEqual(frames.map(({ body }) => body === null))
  expect(seen[3]?.body?.landmarks[5]).toBeCloseTo(0.03, 4)
})

it('refuses what is not a trace or only a part of one', async () => {
  const blob = await saveTrace(frames)
  for (const bad of [new Blob([]), new Blob(['text']), blob.slice(0, blob.size / 2)])
    await expect(openTrace(bad)).rejects.toMatchObject({ code: 'trace-unreadable' })
})
