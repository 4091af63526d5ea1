import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
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

  it('gives a free consumer the newest picture at once, however near the next one is', async () => {
    vi.useFakeTimers()
    try {
      const taken: number[] = []
      const began = performance.now()
      const pump = new FramePump<ReturnType<typeof picture>>(
        () => {
          taken.push(performance.now() - began)
          return new Promise((resolve) => setTimeout(resolve, 55))
        },
        () => expect.unreachable(),
      )
      pump.offer(picture(0), 0)
      await vi.advanceTimersByTimeAsync(30)
      pump.offer(picture(1), 0.03)
      // Free at 55 ms, 5 ms before the third picture is due.
      await vi.advanceTimersByTimeAsync(30)
      expect(taken).toEqual([0, 55])
    } finally {
      vi.useRealTimers()
    }
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
