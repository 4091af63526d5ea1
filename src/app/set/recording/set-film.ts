/** The video of a set, recorded only when the user asked for it, from the start of the work to its end. */
import { startRecording, type Recording } from '../../../capture/recording'
import type { SetState } from '../set-state'
import type { MediaStore } from '../../../storage/device/media'

/** Days after which a kept video is deleted. */
export const FILM_DAYS = 14

/** What the recording needs to know of a live set. */
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

  /** Call after every frame of a set: starts recording with its work where the video is wanted, and stops with it. */
  follow(set: Filmed, stream: MediaStream, time: number, wanted: boolean): void {
    const { state } = set.current
    if (state === 'ended') void this.end()
    if (state !== 'working' || set === this.#last || !wanted) return
    this.#last = set
    const recording = (this.#options.start ?? startRecording)(stream)
    if (recording !== null) this.#running = { set, recording, from: time }
  }

  /** Stops recording, and keeps the video when something was counted in the set. */
  async end(): Promise<void> {
    const running = this.#running
    this.#running = null
    if (running === null) return
    const film = await running.recording.stop()
    const { current } = running.set
    const record = current.state === 'ended' ? current.record : null
    if (film === null || record === null) return
    const until = new Date(this.#options.now().getTime() + FILM_DAYS * 24 * 60 * 60 * 1000)
    // Without room for the video the set is still kept.
    await this.#options.media
      .keepVideo(record.id, { film, from: running.from, until: until.toISOString() })
      .catch(() => undefined)
  }
}
