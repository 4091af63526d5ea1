import { describe, expect, it } from 'vitest'
import { openFilm, type FilmRun, type FilmRunOptions } from '../../src/capture/film'
import type { CaptureFaultCode } from '../../src/capture/fault'
import { NobodyThere } from '../support/estimators'
import { makeFilm, makeSound } from '../support/made-film'

interface Watched {
  readonly run: FilmRun
  readonly times: number[]
  readonly model: NobodyThere
}

async function watch(blob: Blob, options: FilmRunOptions = {}): Promise<Watched> {
  const film = await openFilm(blob)
  const model = new NobodyThere()
  const times: number[] = []
  try {
    const run = await film.poses(model, (frame) => times.push(frame.time), options)
    return { run, times, model }
  } finally {
    film.close()
  }
}

const expectFault = (blob: Blob, code: CaptureFaultCode): Promise<void> =>
  expect(openFilm(blob)).rejects.toMatchObject({ name: 'CaptureFault', code })

describe('a film', () => {
  it('gives every frame once, in order, one at a time', async () => {
    const progress: number[] = []
    const { run, times, model } = await watch(await makeFilm({ frames: 45 }), {
      onProgress: (share) => progress.push(share),
    })
    expect(run).toEqual({ frames: 45, analysedFrames: 45, fault: null })
    times.forEach((time, i) => {
      expect(time).toBeCloseTo(i / 30, 2)
    })
    expect(model.most).toBe(1)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(progress.at(-1)).toBeCloseTo(1, 1)
  })

  it('says what it is', async () => {
    const film = await openFilm(await makeFilm({ frames: 30, width: 1280, height: 720, container: 'mp4' }))
    expect(film).toMatchObject({ width: 1280, height: 720, fitted: { width: 640, height: 360 } })
    expect(film.duration).toBeCloseTo(1, 1)
    expect(film.codec).toMatch(/^vp09/)
    film.close()
  })

  it('is shown upright and in the fitted size', async () => {
    const blob = await makeFilm({ frames: 3, width: 1280, height: 720, container: 'mp4', rotation: 90 })
    const corners: number[][] = []
    const { model } = await watch(blob, {
      onPicture: (picture) => {
        const context = new OffscreenCanvas(360, 640).getContext('2d')
        context?.drawImage(picture, 0, 0)
        const at = (x: number, y: number): number => context?.getImageData(x, y, 1, 1).data[0] ?? NaN
        corners.push([at(20, 20), at(340, 20)])
      },
    })
    expect(model.seen[0]).toMatchObject({ width: 360, height: 640 })
    // The white quarter was left above; turned clockwise it is right above.
    expect(corners[0]?.[0]).toBeLessThan(60)
    expect(corners[0]?.[1]).toBeGreaterThan(200)
  })

  it('can be looked at less often', async () => {
    const { run, times } = await watch(await makeFilm({ frames: 60 }), { everyFps: 10 })
    expect(run).toMatchObject({ frames: 60, analysedFrames: 20 })
    times.forEach((time, i) => {
      expect(time).toBeCloseTo(i / 10, 2)
    })
  })

  it.each(['webm', 'mp4'] as const)('keeps what came before a cut (%s)', async (container) => {
    const whole = await makeFilm({ frames: 90, container, width: 320, height: 240 })
    const { run, times } = await watch(whole.slice(0, Math.floor(whole.size * 0.6)))
    expect(run.fault).toMatchObject({ code: 'film-cut-off' })
    expect(run.frames).toBeGreaterThan(20)
    expect(run.frames).toBeLessThan(90)
    expect(times).toHaveLength(run.frames)
  })

  it('stops when it is told to', async () => {
    const film = await openFilm(await makeFilm({ frames: 60 }))
    const stop = new AbortController()
    const model = new NobodyThere(20)
    let given = 0
    const run = film.poses(
      model,
      () => {
        if (++given === 5) stop.abort(new Error('enough'))
      },
      { signal: stop.signal },
    )
    await expect(run).rejects.toThrow('enough')
    expect(given).toBe(5)
    expect(model.inFlight).toBe(0)
    film.close()
  })

  it('passes on what the model fails with', async () => {
    const film = await openFilm(await makeFilm({ frames: 10 }))
    const run = film.poses({ estimate: () => Promise.reject(new Error('no model')) }, () => undefined)
    await expect(run).rejects.toThrow('no model')
    film.close()
  })

  it('is refused by name when it can’t be used', async () => {
    await expectFault(new Blob([]), 'film-empty')
    await expectFault(new Blob(['this is a shopping list, not a film']), 'film-unreadable')
    await expectFault(await makeSound(), 'film-no-picture')
    const whole = await makeFilm({ frames: 30, container: 'mp4' })
    await expectFault(whole.slice(0, 40), 'film-unreadable')
  })
})
