import { describe, expect, it, vi } from 'vitest'
import { openCamera } from '../../src/capture/camera'
import { createStamper } from '../../src/capture/stamp'
import { NobodyThere } from '../support/estimators'

describe('the camera', () => {
  it('gives strictly later frames in the model’s size, one at a time, until it is told to stop', async () => {
    const camera = await openCamera()
    const model = new NobodyThere(60)
    const times: number[] = []
    const stop = new AbortController()
    await camera.poses(
      model,
      ({ time }) => {
        times.push(time)
        if (times.length === 8) stop.abort()
      },
      stop.signal,
    )
    camera.close()
    expect(times[0]).toBe(0)
    times.slice(1).forEach((time, i) => {
      expect(time).toBeGreaterThan(times[i] ?? NaN)
    })
    // A slow model drops frames and does not fall behind.
    expect(times[7]).toBeGreaterThan(7 * 0.055)
    expect(model.most).toBe(1)
    // The next user of the model finds it free.
    expect(model.inFlight).toBe(0)
    expect(model.seen[0]).toMatchObject({ width: 640, height: 480 })
  })

  it('is lost when it ends', async () => {
    const camera = await openCamera()
    let frames = 0
    const poses = camera.poses(
      new NobodyThere(),
      () => {
        // A page may stop a track without the event; the camera's own end has it.
        if (++frames === 2) camera.stream.getVideoTracks()[0]?.dispatchEvent(new Event('ended'))
      },
      new AbortController().signal,
    )
    await expect(poses).rejects.toMatchObject({ code: 'camera-lost' })
    camera.close()
  })

  it('goes blind when it stays muted and not when it comes back at once, and then sees on', async () => {
    const camera = await openCamera()
    const track = camera.stream.getVideoTracks()[0]
    const stop = new AbortController()
    const said: string[] = []
    let frames = 0
    const sight = new EventTarget()
    const poses = camera.poses(new NobodyThere(), () => frames++, stop.signal, {
      onSight: (blind) => {
        said.push(blind ?? 'sees')
        sight.dispatchEvent(new Event('change'))
      },
    })
    const changed = (): Promise<unknown> =>
      new Promise((resolve) => sight.addEventListener('change', resolve))
    track?.dispatchEvent(new Event('mute'))
    track?.dispatchEvent(new Event('unmute'))
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect([said, frames > 0]).toEqual([[], true])

    const blind = changed()
    track?.dispatchEvent(new Event('mute'))
    await blind
    const before = frames
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect([said, frames]).toEqual([['muted'], before])

    const sees = changed()
    track?.dispatchEvent(new Event('unmute'))
    await sees
    await vi.waitFor(() => expect(frames).toBeGreaterThan(before))
    expect(said).toEqual(['muted', 'sees'])
    stop.abort()
    await poses
    camera.close()
  })

  it('is blind while the model is being replaced, until the next pose', async () => {
    const camera = await openCamera()
    const stop = new AbortController()
    const said: string[] = []
    const model = new NobodyThere(20)
    const poses = camera.poses(model, () => undefined, stop.signal, {
      onSight: (blind) => said.push(blind ?? 'sees'),
    })
    model.restarting = true
    await vi.waitFor(() => expect(said).toContain('model'))
    model.restarting = false
    await vi.waitFor(() => expect(said.at(-1)).toBe('sees'))
    stop.abort()
    await poses
    camera.close()
  })

  it('keeps one clock from camera to camera', async () => {
    const stamp = createStamper()
    const times: number[] = []
    for (const until of [4, 8]) {
      const camera = await openCamera()
      const stop = new AbortController()
      const take = ({ time }: { time: number }): void => {
        times.push(time)
        if (times.length === until) stop.abort()
      }
      await camera.poses(new NobodyThere(), take, stop.signal, { stamp })
      camera.close()
    }
    times.slice(1).forEach((time, i) => {
      expect(time).toBeGreaterThan(times[i] ?? NaN)
    })
  })

  it('passes on what the model fails with', async () => {
    const camera = await openCamera()
    const poses = camera.poses(
      {
        estimate: (image) => {
          image.close()
          return Promise.reject(new Error('no model'))
        },
      },
      () => undefined,
      new AbortController().signal,
    )
    await expect(poses).rejects.toThrow('no model')
    camera.close()
  })

  it('can be chosen, and is missing when the chosen one is gone', async () => {
    const devices = await navigator.mediaDevices.enumerateDevices()
    const first = devices.find(({ kind }) => kind === 'videoinput')
    const camera = await openCamera(first?.deviceId)
    expect(camera.deviceId).toBe(first?.deviceId)
    camera.close()
    await expect(openCamera('gone')).rejects.toMatchObject({ code: 'camera-missing' })
  })
})
