import { describe, expect, it } from 'vitest'
import { FILM_DAYS, SetFilm, type Filmed } from '../../../src/app/set/recording/set-film'
import { MediaStore } from '../../../src/storage/device/media'
import { memoryDb } from '../storage/memory'

const now = new Date('2026-11-20T08:00:00.000Z')
const stream = {} as MediaStream

function aFilm(bytes = 10) {
  const media = new MediaStore(memoryDb())
  let started = 0
  let stopped = 0
  const film = new SetFilm({
    media,
    now: () => now,
    start: () => {
      started += 1
      return {
        stop: () => {
          stopped += 1
          return Promise.resolve(bytes === 0 ? null : new Blob([new Uint8Array(bytes)]))
        },
      }
    },
  })
  return { media, film, counts: () => [started, stopped] }
}

const settling: Filmed = { current: { state: 'settling' } }
const working: Filmed = { current: { state: 'working' } }

describe('the film of a set', () => {
  it('is of the work alone, kept under the set’s id for its days', async () => {
    const { media, film, counts } = aFilm()
    const one: { current: Filmed['current'] } = { ...settling }
    film.follow(one, stream, 1, true)
    expect(counts()).toEqual([0, 0])
    one.current = { state: 'working' }
    film.follow(one, stream, 4.5, true)
    film.follow(one, stream, 4.6, true)
    one.current = { state: 'ended', record: { id: 'a' } }
    await film.end()
    film.follow(one, stream, 9, true)
    expect(counts()).toEqual([1, 1])
    const [kept] = await media.videos()
    expect(kept).toMatchObject({ id: 'a', bytes: 10 })
    expect(Date.parse(kept?.until ?? '') - now.getTime()).toBe(FILM_DAYS * 86_400_000)
    expect((await media.readVideo('a', now))?.from).toBe(4.5)
  })

  it('is never begun unless it was asked for', () => {
    const { film, counts } = aFilm()
    film.follow(working, stream, 1, false)
    expect(counts()).toEqual([0, 0])
  })

  it('leaves nothing of a set in which nothing was counted', async () => {
    const { media, film, counts } = aFilm()
    film.follow(working, stream, 1, true)
    await film.end()
    expect(counts()).toEqual([1, 1])
    expect(await media.videos()).toEqual([])
  })
})
