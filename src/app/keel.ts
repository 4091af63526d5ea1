/** The composition root of the app: its state, its devices and its router. Created once, in `main.ts`. */
import { PoseClient } from '../pose-worker/client'
import { Device } from '../storage/device/device'
import { openIndexedDb, type KeyValue } from '../storage/device/keyvalue'
import { Store } from '../storage/device/store'
import { getLocale } from '../words/compiled/runtime'
import type { FrameBudget } from './camera/frame-budget'
import type { Graphics } from './camera/graphics'
import { Coach } from './coach/coach.svelte'
import { DataState } from './data/data.svelte'
import { HistoryState } from './data/history.svelte'
import type { LiveSession } from './camera/live-session.svelte'
import { Offline } from './data/offline.svelte'
import { Programme } from './programme/programme.svelte'
import { Router } from './router.svelte'
import { SettingsState } from './settings.svelte'
import { Tones } from './coach/sound'
import { pageSynthesis, Voice } from './coach/voice'

/** What Keel takes from the browser, where a page brings its own. */
export interface KeelParts {
  /** Opens the database; the browser's IndexedDB unless given. */
  readonly connect?: () => KeyValue
  /** Seconds that never go back, for what the coach says and when; the page's own unless given. */
  readonly seconds?: () => number
}

export class Keel {
  readonly store: Store
  readonly router: Router
  readonly settings: SettingsState
  readonly history: HistoryState
  readonly programme: Programme
  readonly data: DataState
  readonly offline: Offline
  readonly pose = new PoseClient()
  readonly voice = new Voice(pageSynthesis(), getLocale())
  readonly coach: Coach
  /** The session in front of the camera; null when none is open. */
  live: LiveSession | null = null
  /** What this machine can do, learnt from its sets; null before the first. */
  frameBudget: FrameBudget | null = null
  /** What is known of its graphics chip; null until something asks. */
  graphics: Graphics | null = null

  constructor(
    host: Window,
    { connect = openIndexedDb, seconds = () => performance.now() / 1000 }: KeelParts = {},
  ) {
    const device = new Device(connect)
    const store = new Store(device, (kept) => this.data.noteSet(kept))
    this.store = store
    // Kept videos are deleted after some days. A store that can't be read is reported elsewhere.
    void store.media.dropExpired(new Date()).catch(() => undefined)
    this.history = new HistoryState(this.store)
    this.programme = new Programme(this.store)
    this.programme.followClock(host)
    this.router = new Router(host)
    this.offline = new Offline(host)
    this.settings = new SettingsState(this.store, host.document.documentElement)
    this.coach = new Coach({
      settings: () => this.settings.current,
      voice: this.voice,
      tones: new Tones(),
      now: seconds,
    })
    const { history, programme, settings } = this
    this.data = new DataState({ store, device, history, programme, settings }, host)
  }

  /** Closes the camera and silences the coach. */
  closeLive(): void {
    this.live?.close()
    this.live = null
    this.data.endRecording()
    this.coach.sleep()
  }
}
