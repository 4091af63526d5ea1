/** The film of a set: none unless asked for, from the first moment of the work to its end. */
import { startRecording, type Recording } from '../../../capture/recording'
import type { SetState } from '../set-state'
import type { MediaStore } from '../../../storage/device/media'

/** Days after which a kept film goes by itself. */
export const FILM_DAYS = 14

/** As much of a live set as its film needs. */
export interface Filmed {
  readonly current:
    | { readonly state: Exclude<SetState['state'], 'ended'> }
    /** `record`: what was done; null when nothing was. */
    | { readonly state: 'ended'; readonly record: { readonly id: string } | null }
}

export interface SetFilmOptions {
  readonly media: Pick<MediaStore, 'keepVideo'>
  readonly now: () => Date
  readonly start?: (stream: MediaStream) => Recording | null
}

export class SetFilm {
  readonly #options: SetFilmOptions
  #running: { readonly set: Filmed; readonly recording: Recording; readonly from: number } | null = null
  #last: Filmed | null = null

  constructor(options: SetFilmOptions) {
    this.#options = options
  }

  /** After every frame of a set: begins with its work where the film is wanted, ends with it. */
  follow(set: Filmed, stream: MediaStream, time: number, wanted: boolean): void {
    const { state } = set.current
    if (state === 'ended') void this.end()
    if (state !== 'working' || set === this.#last || !wanted) return
    this.#last = set
    const recording = (this.#options.start ?? startRecording)(stream)
    if (recording !== null) this.#running = { set, recording, from: time }
  }

  /** Keeps the film where the set came to something; a set of nothing leaves none. */
  async end(): Promise<void> {
    const running = this.#running
    this.#running = null
    if (running === null) return
    const film = await running.recording.stop()
    const { current } = running.set
    const record = current.state === 'ended' ? current.record : null
    if (film === null || record === null) return
    const until = new Date(this.#options.now().getTime() + FILM_DAYS * 24 * 60 * 60 * 1000)
    // A film that finds no room is no reason to trouble the set, which is kept.
    await this.#options.media
      .keepVideo(record.id, { film, from: running.from, until: until.toISOString() })
      .catch(() => undefined)
  }
}
