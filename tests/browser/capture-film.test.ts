import { describe, expect, it } from 'vitest'
import { openFilm, type FilmRun, type FilmRunOptions } from '../../src/capture/film/film'
import type { CaptureFaultCode } from '../../src/capture/fault'
import { NobodyThere } from '../support/estimators'
import { withEdits } from '../support/edited-film'
import { greyOf, makeFilm, makeSound } from '../support/made-film'

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

/** A film of the fixtures by its name. */
const fixture = async (name: string): Promise<Blob> => (await fetch(`/tests/fixtures/films/${name}`)).blob()

describe('a film', () => {
  it('gives every frame once, in order, one at a time', async () => {
    const progress: number[] = []
    const { run, times, model } = await watch(await makeFilm({ frames: 45 }), {
      onProgress: (share) => progress.push(share),
    })
    expect(run).toEqual({ frames: 45, analysedFrames: 45, fault: null, gaps: [], turns: 0 })
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

describe('a film as it comes from cameras and phones', () => {
  it('has the shape of its pictures, not of its container (interlaced MPEG-TS)', async () => {
    const film = await openFilm(await fixture('interlaced.mpegts'))
    expect(film).toMatchObject({ width: 640, height: 480, fitted: { width: 640, height: 480 } })
    film.close()
  })

  it('begins at its first picture, whatever its clock says', async () => {
    const progress: number[] = []
    const { times, model } = await watch(await fixture('interlaced.mpegts'), {
      onProgress: (share) => progress.push(share),
    })
    expect(times[0]).toBe(0)
    expect(times.at(-1)).toBeGreaterThan(16)
    expect(times.at(-1)).toBeLessThan(16.3)
    expect(progress[0]).toBeLessThan(0.02)
    expect(model.seen[0]).toMatchObject({ width: 640, height: 480 })
  })

  it('is read from the stretch that its author kept (edit list)', async () => {
    const film = await openFilm(await fixture('trimmed.mp4'))
    expect(film.duration).toBeCloseTo(5.3, 1)
    expect(film.retimed).toBe(false)
    film.close()
    const { run, times } = await watch(await fixture('trimmed.mp4'))
    expect(run).toMatchObject({ fault: null, gaps: [], turns: 0 })
    expect(times[0]).toBe(0)
    expect(times.at(-1)).toBeCloseTo(5.27, 1)
  })

  it('goes on behind a damaged place, and says where that is', async () => {
    const breaks: number[] = []
    const film = await openFilm(await fixture('damaged.mp4'))
    const times: number[] = []
    const run = await film.poses(new NobodyThere(), (frame) => times.push(frame.time), {
      onBreak: () => breaks.push(times.length),
    })
    film.close()
    expect(run.fault).toBeNull()
    expect(run.gaps).toHaveLength(1)
    expect(run.gaps[0]).toMatchObject({ because: 'damaged' })
    expect(run.gaps[0]?.from).toBeCloseTo(3.93, 1)
    expect(run.gaps[0]?.to).toBeCloseTo(6, 1)
    expect(times.at(-1)).toBeCloseTo(16.17, 1)
    // The break is told between the last pose before it and the first after it.
    expect(times[breaks[0] ?? -1]).toBeCloseTo(6, 1)
  })

  it('shows each picture in its own shape when the phone was turned', async () => {
    const { run, model } = await watch(await fixture('turned.webm'))
    expect(run.turns).toBe(1)
    expect(model.seen[0]).toMatchObject({ width: 640, height: 480 })
    expect(model.seen.at(-1)).toMatchObject({ width: 360, height: 640 })
  })
})

describe('an edit list', () => {
  const whole = (): Promise<Blob> => makeFilm({ frames: 90, container: 'mp4' })

  it('with several edits shows them in their order, with a break between', async () => {
    const film = await withEdits(await whole(), [
      { seconds: 0.5, from: 2 },
      { seconds: 1, from: 0.5 },
    ])
    const breaks: number[] = []
    const opened = await openFilm(film)
    expect(opened.duration).toBeCloseTo(1.5, 1)
    const greys: number[] = []
    const times: number[] = []
    const run = await opened.poses(new NobodyThere(), (frame) => times.push(frame.time), {
      onPicture: (picture) => greys.push(greyOf(picture)),
      onBreak: () => breaks.push(times.length),
    })
    opened.close()
    expect(run.gaps.map(({ because }) => because)).toEqual(['cut'])
    for (const at of [run.gaps[0]?.from, run.gaps[0]?.to]) expect(at).toBeCloseTo(0.5, 1)
    expect(times[0]).toBe(0)
    expect(times.at(-1)).toBeCloseTo(1.47, 1)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    // The n-th frame of the media is as bright as n of 90.
    expect(greys[0]).toBeCloseTo((255 * 60) / 90, -1)
    expect(greys[breaks[0] ?? -1]).toBeCloseTo((255 * 15) / 90, -1)
  })

  it('with slow motion is read at the speed of the recording, and says so', async () => {
    const film = await openFilm(await withEdits(await whole(), [{ seconds: 6, from: 0.5, rate: 0.25 }]))
    expect(film.retimed).toBe(true)
    expect(film.duration).toBeCloseTo(1.5, 1)
    film.close()
  })

  it('that is nonsense changes nothing', async () => {
    for (const edits of [[], [{ seconds: 0, from: -1 }], [{ seconds: 1, from: 1e6 }]]) {
      const film = await withEdits(await whole(), edits)
      const opened = await openFilm(film).catch((error: unknown) => error)
      if (opened instanceof Error) expect(opened).toMatchObject({ name: 'CaptureFault' })
      else (opened as { close(): void }).close()
    }
  })
})
