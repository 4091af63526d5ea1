/** What belongs to a set beside its record: its movement, and a film where the user asked for one. */
import { seal } from '../records/envelope'
import { traceKey, videoKey } from '../records/keys'
import type { KeyValue } from './keyvalue'
import type { KeptVideo } from '../records/schema'

/** Number of sets whose movement is kept: some weeks of training, a few megabytes at most. */
export const TRACES_KEPT = 24

export interface VideoEntry {
  /** Id of the set. */
  readonly id: string
  readonly bytes: number
  /** ISO 8601 in UTC. */
  readonly until: string
}

export class MediaStore {
  readonly #db: KeyValue

  constructor(db: KeyValue) {
    this.#db = db
  }

  /** Keeps a set's movement, and deletes the oldest beyond `TRACES_KEPT`. */
  async keepTrace(id: string, at: string, gzip: string): Promise<void> {
    await this.#db.setMany([[traceKey(id), seal('trace', { at, gzip })]])
    if ((await this.#db.keys('trace')).length <= TRACES_KEPT) return
    const { openTrace } = await import('../records/schema')
    const aged = (await this.#db.all('trace')).map(([key, raw]) => {
      const opened = openTrace(raw)
      return { key, at: opened.state === 'ok' ? opened.value.at : '' }
    })
    aged.sort((a, b) => b.at.localeCompare(a.at))
    await this.#db.deleteMany(aged.slice(TRACES_KEPT).map(({ key }) => key))
  }

  /** The packed movement; null when there is none that this Keel can read. */
  async readTrace(id: string): Promise<string | null> {
    const [raw] = await this.#db.getMany([traceKey(id)])
    if (raw === undefined) return null
    const { openTrace } = await import('../records/schema')
    const opened = openTrace(raw)
    return opened.state === 'ok' ? opened.value.gzip : null
  }

  async keepVideo(id: string, video: KeptVideo): Promise<void> {
    await this.#db.setMany([[videoKey(id), seal('video', video)]])
  }

  /** The film of a set; null when there is none or it has expired. */
  async readVideo(id: string, now: Date): Promise<KeptVideo | null> {
    const [raw] = await this.#db.getMany([videoKey(id)])
    if (raw === undefined) return null
    const { openVideo } = await import('../records/schema')
    const opened = openVideo(raw)
    return opened.state === 'ok' && opened.value.until > now.toISOString() ? opened.value : null
  }

  /** Every film that is kept, the one that expires first in front. */
  async videos(): Promise<readonly VideoEntry[]> {
    const videos = await this.#db.all('video')
    if (videos.length === 0) return []
    const { openVideo } = await import('../records/schema')
    return videos
      .map(([key, raw]): VideoEntry => {
        const opened = openVideo(raw)
        return opened.state === 'ok'
          ? { id: key[1] ?? '', bytes: opened.value.film.size, until: opened.value.until }
          : { id: key[1] ?? '', bytes: 0, until: '' }
      })
      .sort((a, b) => a.until.localeCompare(b.until))
  }

  async deleteVideos(ids: readonly string[]): Promise<void> {
    await this.#db.deleteMany(ids.map(videoKey))
  }

  /** Deletes the films that have expired. */
  async dropExpired(now: Date): Promise<void> {
    const videos = await this.videos()
    const over = videos.filter(({ until }) => until <= now.toISOString())
    if (over.length > 0) await this.deleteVideos(over.map(({ id }) => id))
  }
}
