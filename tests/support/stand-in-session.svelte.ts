/** A session in front of a recording: the camera and the model are left out, the set and all that judges are real. */
import type { Pace } from '../../src/app/camera/frame-budget'
import type { LiveSession, Painter, SessionState, Watcher } from '../../src/app/camera/live-session.svelte'
import type { LiveSet } from '../../src/app/set/live-set.svelte'
import type { CaptureFault } from '../../src/capture/fault'
import type { Blindness } from '../../src/capture/camera-watchdog'
import type { PoseFrame } from '../../src/core/pose/frame'

export class StandInSession {
  state = $state.raw<SessionState>('asking')
  set = $state.raw<LiveSet | null>(null)
  fault = $state.raw<CaptureFault | null>(null)
  blind = $state.raw<Blindness | null>(null)
  stream = $state.raw<MediaStream | null>(null)
  lighter = $state.raw(false)
  cameraFellBack = $state.raw(false)
  pace = $state.raw<Pace>({ path: 'full', slow: false })
  filmWanted = $state.raw(false)
  #painter: Painter | null = null
  #watcher: Watcher | null = null
  #last: PoseFrame | null = null

  paintWith(painter: Painter | null): void {
    this.#painter = painter
  }
  watchWith(watcher: Watcher | null): void {
    this.#watcher = watcher
  }
  wantFilm(wanted: boolean): void {
    this.filmWanted = wanted
  }
  tellsSlow(): boolean {
    return false
  }
  /** Takes a frame as the camera would give it. */
  take(frame: PoseFrame): void {
    this.#last = frame
    this.#painter?.(frame)
    if (this.set === null) this.#watcher?.(frame)
    else this.set.take(frame)
  }
  /** Draws the last frame again, say on a stage of another size. */
  repaint(): void {
    if (this.#last !== null) this.#painter?.(this.#last)
  }
  begin(): Promise<void> {
    this.fault = null
    this.state = 'running'
    return Promise.resolve()
  }
  beginSet(set: LiveSet): void {
    this.set = set
  }
  leaveSet(set: LiveSet | null): void {
    set?.endSet()
    if (this.set === set) this.set = null
  }
  close(): void {
    this.state = 'closed'
  }

  /** As the screens take it. */
  get asSession(): LiveSession {
    return this as unknown as LiveSession
  }
}
