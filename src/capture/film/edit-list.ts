/**
 * Reads the edit list of an MP4 or QuickTime film: which stretches of the recorded media the film shows, and in
 * which order (ISO/IEC 14496-12, 8.6.6). A phone that trims without loss writes one and leaves the media whole.
 *
 * mediabunny 1.61 uses only where the first edit begins; not where it ends, no further edits, and no speed.
 * Delete this when mediabunny honours edit lists by itself.
 */

/** One stretch of the recorded media that the film shows. */
export interface Stretch {
  /** Seconds on mediabunny's clock for the track, `to` exclusive; Infinity where it runs to the end. */
  readonly from: number
  readonly to: number
}

export interface EditList {
  /** In the order in which the film shows them. */
  readonly stretches: readonly Stretch[]
  /** Whether the author slowed or sped up a part. Keel reads each part at the speed at which it was recorded. */
  readonly retimed: boolean
}

interface Box {
  readonly type: string
  readonly dataAt: number
  readonly end: number
}

interface Edit {
  /** In units of the movie. */
  readonly duration: number
  /** In units of the track's media; -1 for a pause before it. */
  readonly mediaTime: number
  readonly rate: number
}

/** A film's index is at most a few megabytes; more is no index that Keel reads. */
const MOST_INDEX_BYTES = 64 * 2 ** 20

/** The edit list of a track, or null where the film has none, or where it shows the whole media anyway. */
export async function readEditList(film: Blob, trackId: number): Promise<EditList | null> {
  const movie = await movieBox(film)
  if (!movie) return null
  const inside = boxes(movie, 0, movie.byteLength)
  const movieScale = timescale(movie, inside, 'mvhd')
  for (const track of inside.filter(({ type }) => type === 'trak')) {
    const parts = boxes(movie, track.dataAt, track.end)
    if (idOf(movie, parts) !== trackId) continue
    const media = parts.find(({ type }) => type === 'mdia')
    const list = parts
      .filter(({ type }) => type === 'edts')
      .flatMap(({ dataAt, end }) => boxes(movie, dataAt, end))
      .find(({ type }) => type === 'elst')
    if (!media || !list) return null
    const mediaScale = timescale(movie, boxes(movie, media.dataAt, media.end), 'mdhd')
    return asEditList(edits(movie, list), movieScale, mediaScale)
  }
  return null
}

function asEditList(all: readonly Edit[], movieScale: number, mediaScale: number): EditList | null {
  const first = all.findIndex(({ mediaTime }) => mediaTime >= 0)
  const shown = all.filter(({ mediaTime }) => mediaTime >= 0)
  const begin = shown[0]
  if (!begin || !(movieScale > 0 && mediaScale > 0)) return null
  // What mediabunny takes off the media's clock: it ignores a list whose first edit is retimed.
  const pause = all.slice(0, first).reduce((sum, { duration }) => sum + duration, 0) / movieScale
  const offset = begin.rate === 1 ? begin.mediaTime / mediaScale - pause : 0
  const stretches = shown.map(({ mediaTime, duration, rate }): Stretch => {
    const from = mediaTime / mediaScale - offset
    // No duration: to the end of a film that was written in fragments. Rate 0 shows one picture.
    return { from, to: duration === 0 ? Infinity : from + (duration / movieScale) * rate }
  })
  return {
    stretches: stretches.filter(({ from, to }) => to > from),
    retimed: shown.some(({ rate }) => rate !== 1),
  }
}

function edits(movie: DataView, { dataAt, end }: Box): Edit[] {
  if (dataAt + 8 > end) return []
  const long = movie.getUint8(dataAt) === 1
  const size = long ? 20 : 12
  const count = Math.min(movie.getUint32(dataAt + 4), Math.floor((end - dataAt - 8) / size))
  return Array.from({ length: count }, (_, k) => {
    const at = dataAt + 8 + k * size
    return {
      duration: long ? Number(movie.getBigUint64(at)) : movie.getUint32(at),
      mediaTime: long ? Number(movie.getBigInt64(at + 8)) : movie.getInt32(at + 4),
      rate: movie.getInt32(at + size - 4) / 0x10000,
    }
  })
}

/** Units a second, from a head whose longer form has 8 bytes more of dates before it; NaN where there is none. */
function timescale(movie: DataView, among: readonly Box[], type: 'mvhd' | 'mdhd'): number {
  const head = among.find((box) => box.type === type)
  if (!head || head.dataAt + 24 > head.end) return NaN
  return movie.getUint32(head.dataAt + (movie.getUint8(head.dataAt) === 1 ? 20 : 12))
}

function idOf(movie: DataView, parts: readonly Box[]): number {
  const head = parts.find(({ type }) => type === 'tkhd')
  if (!head || head.dataAt + 24 > head.end) return NaN
  return movie.getUint32(head.dataAt + (movie.getUint8(head.dataAt) === 1 ? 20 : 12))
}

async function movieBox(film: Blob): Promise<DataView | null> {
  let at = 0
  while (at + 8 <= film.size) {
    const head = new DataView(await film.slice(at, at + 16).arrayBuffer())
    const box = boxAt(head, 0, film.size - at)
    if (!box) return null
    const size = box.end
    if (box.type === 'moov')
      return size <= MOST_INDEX_BYTES
        ? new DataView(await film.slice(at + box.dataAt, at + size).arrayBuffer())
        : null
    at += size
  }
  return null
}

function boxes(view: DataView, from: number, to: number): Box[] {
  const found: Box[] = []
  for (let box = boxAt(view, from, to); box; box = boxAt(view, box.end, to)) found.push(box)
  return found
}

/** The box that begins at a byte; null where none that fits does. `limit` is where its parent ends. */
function boxAt(view: DataView, at: number, limit: number): Box | null {
  if (at + 8 > Math.min(limit, view.byteLength)) return null
  const short = view.getUint32(at)
  const type = String.fromCharCode(...[4, 5, 6, 7].map((k) => view.getUint8(at + k)))
  if (short === 1 && at + 16 > view.byteLength) return null
  const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short === 0 ? limit - at : short
  const head = short === 1 ? 16 : 8
  return size < head || at + size > limit ? null : { type, dataAt: at + head, end: at + size }
}
