/** A session in front of a recording: the camera and the model are left out, the set and all that judges are real. */
import type { Pace } from '../../src/app/camera/frame-budget'
import type { LiveSession, SessionState } from '../../src/app/camera/live-session.svelte'
import type { LiveSet } from '../../src/app/set/live-set.svelte'
import type { CaptureFault } from '../../src/capture/fault'
import type { Blindness } from '../../src/capture/camera-watchdog'

export class StandInSession {
  state = $state.raw<SessionState>('asking')
  set = $state.raw<LiveSet | null>(null)
  fault = $state.raw<CaptureFault | null>(null)
  blind = $state.raw<Blindness | null>(null)
  readonly stream = null
  readonly lighter = false
  readonly pace: Pace = { path: 'full', slow: false }

  paintWith(): void {
    // There is no picture to paint on.
  }
  watchWith(): void {
    // Nobody looks between sets.
  }
  beginSet(set: LiveSet): void {
    this.set = set
  }
  leaveSet(set: LiveSet | null): void {
    set?.endSet()
  }
  close(): void {
    this.state = 'closed'
  }

  /** As the screens take it. */
  get asSession(): LiveSession {
    return this as unknown as LiveSession
  }
}
