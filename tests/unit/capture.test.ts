import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cameraFault } from '../../src/capture/camera'
import { sampler } from '../../src/capture/sampler'
import { fitted } from '../../src/capture/picture'
import { FramePump } from '../../src/capture/pump'
import { createStamper } from '../../src/capture/stamp'

describe('fitted', () => {
  it('fits the box, keeps the shape, never enlarges, and has a width that the model takes', () => {
    const side = fc.integer({ min: 64, max: 4096 })
    fc.assert(
      fc.property(side, side, (width, height) => {
        fc.pre(Math.max(width, height) / Math.min(width, height) < 4)
        const size = fitted({ width, height })
        expect(size.width % 4).toBe(0)
        expect(size.width).toBeLessThanOrEqual(Math.min(width, width >= height ? 640 : 480))
        expect(size.height).toBeLessThanOrEqual(Math.min(height, width >= height ? 480 : 640))
        expect(Math.abs(size.height - (size.width * height) / width)).toBeLessThanOrEqual(0.5)
      }),
    )
  })

  it('leaves a camera at 640×480 alone and turns an upright phone film upright', () => {
    expect(fitted({ width: 640, height: 480 })).toEqual({ width: 640, height: 480 })
    expect(fitted({ width: 1920, height: 1080 })).toEqual({ width: 640, height: 360 })
    expect(fitted({ width: 1080, height: 1920 })).toEqual({ width: 360, height: 640 })
    expect(fitted({ width: 322, height: 242 })).toEqual({ width: 320, height: 240 })
  })
})

describe('sampler', () => {
  it('picks the same moments from a film whatever its own frame rate', () => {
    const picked = (fps: number): number[] => {
      const due = sampler(10)
      return Array.from({ length: fps * 3 }, (_, i) => i / fps).filter(due)
    }
    for (const fps of [20, 24, 25, 30, 60]) {
      const times = picked(fps)
      expect(times).toHaveLength(30)
      times.forEach((time, i) => {
        expect(time - i / 10).toBeGreaterThanOrEqual(-1e-4)
        expect(time - i / 10).toBeLessThan(1 / fps)
      })
    }
  })

  it('takes every frame when no rate is asked for', () => {
    const due = sampler(null)
    expect([0, 0.01, 0.02].map(due)).toEqual([true, true, true])
  })
})

describe('the frame pump', () => {
  const picture = (name: number): { name: number; close: () => void } => ({ name, close: vi.fn() })

  it('keeps one in flight, lets the newest wait and closes what it drops', async () => {
    const seen: number[] = []
    const gates: (() => void)[] = []
    const pump = new FramePump<ReturnType<typeof picture>>(
      (item, time) => {
        seen.push(item.name, time)
        return new Promise((resolve) => gates.push(resolve))
      },
      () => expect.unreachable(),
    )
    const pictures = [1, 2, 3, 4].map(picture)
    pictures.forEach((item, i) => {
      pump.offer(item, i / 10)
    })
    expect(seen).toEqual([1, 0])
    gates[0]?.()
    await vi.waitFor(() => {
      expect(seen).toEqual([1, 0, 4, 0.3])
    })
    expect(pictures.map(({ close }) => vi.mocked(close).mock.calls.length)).toEqual([0, 1, 1, 0])
    expect(pump.dropped).toBe(2)
  })

  describe('with a steady source', () => {
    beforeEach(() => void vi.useFakeTimers())
    afterEach(() => void vi.useRealTimers())

    /** A consumer that takes so many milliseconds, beside pictures that come every 30; the moment each was taken, and its age. */
    async function ages(
      work: number,
      came: (index: number) => number = (index) => index * 30,
    ): Promise<number[]> {
      const taken: number[] = []
      const began = performance.now()
      const pump = new FramePump<ReturnType<typeof picture>>(
        (_, time) => {
          taken.push(performance.now() - began - 1000 * time)
          return new Promise((resolve) => setTimeout(resolve, work))
        },
        () => expect.unreachable(),
      )
      for (let index = 0; index < 200; index++) {
        const at = came(index)
        await vi.advanceTimersByTimeAsync(at - (performance.now() - began))
        pump.offer(picture(index), at / 1000)
      }
      const stopped = pump.stop()
      await vi.runAllTimersAsync()
      await stopped
      return taken.slice(10)
    }

    it('waits for a picture that is due within a quarter of the interval, and takes none that is older', async () => {
      for (const work of [20, 35, 50, 55, 65, 85]) {
        const seen = await ages(work)
        expect(Math.max(...seen), String(work)).toBeLessThanOrEqual(22.5)
      }
      // Done 5 ms before the next: takes that one, every second, though it could do six of ten.
      expect(Math.max(...(await ages(55)))).toBeLessThan(0.001)
      // Done in time for none that is near: never waits.
      expect(await ages(45)).toHaveLength(Math.floor((200 * 30) / 45) - 10)
    })

    it('goes on with what it has when the due one is late', async () => {
      const seen = await ages(55, (index) => index * 30 + (index === 100 ? 25 : 0))
      expect(Math.max(...seen)).toBeLessThanOrEqual(37.5)
    })

    it('ends a wait when it is stopped', async () => {
      const taken: number[] = []
      const pump = new FramePump<ReturnType<typeof picture>>(
        (_, time) => {
          taken.push(time)
          return new Promise((resolve) => setTimeout(resolve, 55))
        },
        () => expect.unreachable(),
      )
      const pictures = [0, 1, 2].map(picture)
      pump.offer(pictures[0] ?? picture(0), 0)
      await vi.advanceTimersByTimeAsync(30)
      pump.offer(pictures[1] ?? picture(1), 0.03)
      await vi.advanceTimersByTimeAsync(27)
      await pump.stop()
      expect(taken).toEqual([0])
      expect(pictures[1]?.close).toHaveBeenCalledOnce()
    })
  })

  it('gives strictly later times and each picture once, whatever it is offered', async () => {
    const time = fc.oneof(fc.double(), fc.integer({ min: 0, max: 5 }))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ time, pause: fc.boolean() })), async (offers) => {
        const passed: number[] = []
        let closed = 0
        const pump = new FramePump<{ close: () => void }>(
          (item, at) => {
            passed.push(at)
            item.close()
            return Promise.resolve()
          },
          () => expect.unreachable(),
        )
        for (const offer of offers) {
          pump.offer({ close: () => closed++ }, offer.time)
          if (offer.pause) await new Promise<void>((resolve) => setImmediate(resolve))
        }
        await vi.waitFor(() => {
          expect(passed.length + pump.dropped).toBe(offers.length)
        })
        expect(passed).toEqual([...passed].sort((a, b) => a - b))
        expect(new Set(passed).size).toBe(passed.length)
        expect(closed).toBe(offers.length)
      }),
    )
  })

  it('tells of a failure once, stops, and closes what comes after', async () => {
    const errors: unknown[] = []
    const pump = new FramePump<ReturnType<typeof picture>>(
      () => Promise.reject(new Error('no model')),
      (error) => errors.push(error),
    )
    pump.offer(picture(1), 0)
    const waiting = picture(2)
    pump.offer(waiting, 1)
    await vi.waitFor(() => {
      expect(errors).toHaveLength(1)
    })
    const late = picture(3)
    pump.offer(late, 2)
    expect(waiting.close).toHaveBeenCalledOnce()
    expect(late.close).toHaveBeenCalledOnce()
  })
})

describe('the stamper', () => {
  it('uses the camera’s own clock where it is known, and stays with it', () => {
    const stamp = createStamper()
    expect(stamp({ captureTime: 5000, mediaTime: 0, presentationTime: 9000 })).toBe(0)
    expect(stamp({ captureTime: 5033, mediaTime: 0, presentationTime: 9100 })).toBeCloseTo(0.033)
    expect(stamp({ mediaTime: 0, presentationTime: 9133 })).toBeNull()
  })

  it('falls back on the page’s clock', () => {
    const stamp = createStamper()
    expect(stamp({ mediaTime: 0, presentationTime: 9000 })).toBe(0)
    expect(stamp({ captureTime: 1, mediaTime: 0, presentationTime: 9040 })).toBeCloseTo(0.04)
  })

  it.each([
    ['forward, as after a sleep that only the camera counts', 90_000],
    ['back, as when another camera takes over', 12],
    ['an hour back', -3_600_000],
  ])('goes on at the page’s pace when the camera’s clock jumps %s', (_, captureTime) => {
    const stamp = createStamper()
    stamp({ captureTime: 5000, mediaTime: 0, presentationTime: 9000 })
    expect(stamp({ captureTime: 15_000, mediaTime: 0, presentationTime: 19_000 })).toBeCloseTo(10)
    expect(stamp({ captureTime, mediaTime: 0, presentationTime: 19_500 })).toBeCloseTo(10.5)
    expect(stamp({ captureTime: captureTime + 33, mediaTime: 0, presentationTime: 19_540 })).toBeCloseTo(
      10.533,
    )
  })

  it.each([NaN, Infinity])('places no picture at %s, first or later', (broken) => {
    const stamp = createStamper()
    expect(stamp({ captureTime: broken, mediaTime: 0, presentationTime: 9000 })).toBeNull()
    expect(stamp({ captureTime: 5000, mediaTime: 0, presentationTime: 9000 })).toBe(0)
    expect(stamp({ captureTime: broken, mediaTime: 0, presentationTime: 9040 })).toBeNull()
    expect(stamp({ captureTime: 5033, mediaTime: 0, presentationTime: broken })).toBeNull()
    expect(stamp({ captureTime: 5066, mediaTime: 0, presentationTime: 9066 })).toBeCloseTo(0.066)
  })
})

describe('cameraFault', () => {
  const named = (name: string): Error => Object.assign(new Error('why'), { name })

  it.each([
    ['NotAllowedError', 'camera-denied'],
    ['NotFoundError', 'camera-missing'],
    ['NotReadableError', 'camera-busy'],
    ['OverconstrainedError', 'camera-unsuitable'],
  ] as const)('reads %s as %s', (name, code) => {
    expect(cameraFault(named(name), false).code).toBe(code)
  })

  it('takes a chosen camera that can’t be had for one that is gone', () => {
    expect(cameraFault(named('OverconstrainedError'), true).code).toBe('camera-missing')
  })
})
