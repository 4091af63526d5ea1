/** The app: what it keeps, what it sees with, and where the user is. Made once, in `main.ts`. */
import { PoseClient } from '../pose-worker/client'
import { openIndexedDb } from '../storage/keyvalue'
import { Store } from '../storage/store'
import { exportEverything } from '../storage/transfer'
import { getLocale } from '../words/compiled/runtime'
import { Coach } from './coach.svelte'
import { HistoryState } from './history.svelte'
import type { LiveSession } from './live-session.svelte'
import { Programme } from './programme.svelte'
import { Router } from './router.svelte'
import { SettingsState } from './settings.svelte'
import { Tones } from './sound'
import { pageSynthesis, Voice } from './voice'

export class Keel {
  readonly store: Store
  readonly router: Router
  readonly settings: SettingsState
  readonly history: HistoryState
  readonly programme: Programme
  readonly pose = new PoseClient()
  readonly voice = new Voice(pageSynthesis(), getLocale())
  readonly coach: Coach
  /** What is open in front of the camera; null when nothing is. */
  live: LiveSession | null = null

  constructor(host: Window) {
    this.store = new Store(openIndexedDb())
    this.history = new HistoryState(this.store)
    this.programme = new Programme(this.store)
    this.programme.followClock(host)
    this.router = new Router(host)
    this.settings = new SettingsState(this.store, host.document.documentElement)
    this.coach = new Coach({
      settings: () => this.settings.current,
      voice: this.voice,
      tones: new Tones(),
      now: () => performance.now() / 1000,
    })
  }

  /** Closes the camera, and lets the coach fall silent. */
  closeLive(): void {
    this.live?.close()
    this.live = null
    void this.coach.sleep()
  }

  /** Deletes a set, and covers it in the log where it stands there: no decision is built on it any more. */
  async deleteSet(id: string): Promise<void> {
    await this.store.deleteSet(id)
    const logged = this.programme.log.some(
      (entry) => entry.kind === 'session' && entry.sets.some((set) => set.id === id),
    )
    if (logged) await this.programme.remove(id)
  }

  /** Everything that is kept, as a JSON file. */
  async exportFile(): Promise<File> {
    const now = new Date()
    const document = await exportEverything(this.store, now)
    return new File([JSON.stringify(document)], `keel-${now.toISOString().slice(0, 10)}.json`, {
      type: 'application/json',
    })
  }
}

/** Hands a file to the browser's downloads. */
export function download(file: File): void {
  const link = document.createElement('a')
  const url = URL.createObjectURL(file)
  link.href = url
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
