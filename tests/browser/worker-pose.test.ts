import { afterEach, describe, expect, it } from 'vitest'
import { openFilm } from '../../src/capture/film/film'
import { LM, type PoseFrame } from '../../src/core/pose/frame'
import { PoseClient } from '../../src/pose-worker/client'
import bridge from '../fixtures/bridge-2s.mp4?url'

let client = new PoseClient()
afterEach(() => {
  client.close()
})

async function started(): Promise<PoseClient> {
  client = new PoseClient()
  await client.start('full', 'CPU')
  return client
}

async function posesOf(film: string, everyFps: number): Promise<PoseFrame[]> {
  const opened = await openFilm(await (await fetch(film)).blob())
  const frames: PoseFrame[] = []
  await opened.poses(client, (frame) => frames.push(frame), { everyFps })
  opened.close()
  return frames
}

async function picture(width: number, height: number): Promise<ImageBitmap> {
  return createImageBitmap(new ImageData(width, height))
}

describe('the pose worker', () => {
  it('sees a person on the floor, side-on, with an outline on both sides of the trunk', async () => {
    await started()
    const frames = await posesOf(bridge, 5)
    expect(frames).toHaveLength(10)
    for (const { body, brightness, width, height } of frames) {
      expect([width, height]).toEqual([640, 480])
      expect(brightness).toBeGreaterThan(0.2)
      expect(brightness).toBeLessThan(0.9)
      if (!body?.contour) throw new Error('no person or no contour')
      const x = (landmark: number): number => body.landmarks[landmark * 4] ?? NaN
      // Head, hips and feet lie in this order along the mat, whichever way round.
      const along = [LM.nose, LM.leftHip, LM.leftAnkle].map(x)
      expect([...along].sort((a, b) => a - b)).toSatisfy(
        (sorted: number[]) => sorted.join() === along.join() || sorted.reverse().join() === along.join(),
      )
      const inner = [...body.contour.clockwise.slice(8, 24), ...body.contour.counter.slice(8, 24)]
      const found = inner.filter((offset) => offset > 0.05 && offset < 0.6)
      expect(found.length).toBeGreaterThan(24)
      expect(body.silhouette?.left).toBeLessThan(body.silhouette?.right ?? NaN)
    }
  })

  it('sees nobody in an empty picture', async () => {
    await started()
    expect(await client.estimate(await picture(640, 480), 0)).toMatchObject({ brightness: 0, body: null })
  })

  it('lives through repeated, backward and impossible times', async () => {
    await started()
    for (const time of [1, 1, 0.5, NaN, Infinity, 2]) {
      const frame = await client.estimate(await picture(640, 480), time)
      expect(frame?.body).toBeNull()
    }
  })

  it('loses only the one frame when the model fails, and works again', async () => {
    await started()
    expect(await client.estimate(await picture(642, 480), 0)).toBeNull()
    expect(await client.estimate(await picture(640, 480), 1)).toMatchObject({ body: null, time: 1 })
  })

  it('comes back as the lighter model when it fails again, and says so when that fails too', async () => {
    await started()
    expect(await client.estimate(await picture(642, 480), 0)).toBeNull()
    expect(await client.estimate(await picture(642, 480), 1)).toBeNull()
    expect([client.setup?.model, client.lighter]).toEqual(['lite', true])
    expect(await client.estimate(await picture(640, 480), 2)).toMatchObject({ body: null })
    await expect(client.estimate(await picture(642, 480), 3)).rejects.toMatchObject({ code: 'pose-failed' })
    expect(client.started).toBe(false)
  })
})
