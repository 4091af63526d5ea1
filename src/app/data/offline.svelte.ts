/** Whether Keel works without a network here, and whether a newer one waits. */
import { isStoredSoFar, type StoredSoFar, type ToServiceWorker } from '../../service-worker/messages'
import { requestTakeOver, whenNothingIsUnderWay } from './new-version'

/** `none`: this browser, or this way of opening Keel, can't store it. */
export type OfflineState = 'none' | 'unknown' | 'storing' | 'incomplete' | 'stored'

/** Milliseconds between two looks for a new version while a page stays open. */
const LOOK_EVERY_MS = 3_600_000

export class Offline {
  readonly #workers: ServiceWorkerContainer | undefined
  #registration: ServiceWorkerRegistration | null = null
  #lookedAt = 0
  /** A take-over that this page has requested, and whether the person has used the page since. */
  #requested: { used: boolean } | null = null
  /** A newer version has taken over while this page runs the old one. */
  #replaced = false

  #state = $state.raw<OfflineState>('unknown')
  #soFar = $state.raw<StoredSoFar | null>(null)
  #justStored = $state.raw(false)
  #newer = $state.raw(false)
  #heldElsewhere = $state.raw(false)

  constructor(host: Window) {
    this.#workers =
      import.meta.env.PROD && 'serviceWorker' in host.navigator ? host.navigator.serviceWorker : undefined
    if (this.#workers === undefined) this.#state = 'none'
    // On a first visit the first change is from no version to this one.
    let isUpdate = this.#workers?.controller !== null
    this.#workers?.addEventListener('controllerchange', () => {
      if (isUpdate) this.#noteTakeOver()
      isUpdate = true
    })
    const noteUse = (): void => {
      if (this.#requested !== null) this.#requested.used = true
    }
    for (const kind of ['pointerdown', 'keydown']) host.addEventListener(kind, noteUse, { capture: true })
  }

  get state(): OfflineState {
    return this.#state
  }
  /** Whole per cent of Keel's bytes that are on this device; null when not told. */
  get percent(): number | null {
    return this.#soFar === null
      ? null
      : Math.min(100, Math.floor((100 * this.#soFar.bytes) / this.#soFar.total))
  }
  /** Megabytes that are still missing, and of how many. */
  get missing(): { readonly megabytes: number; readonly of: number } | null {
    if (this.#soFar === null) return null
    const { bytes, total } = this.#soFar
    return { megabytes: Math.max(1, Math.round((total - bytes) / 1e6)), of: Math.round(total / 1e6) }
  }
  /** True when it became complete while this page was open. */
  get justStored(): boolean {
    return this.#justStored
  }
  /** A newer version is stored and waits, or has taken over while this page runs the old one. */
  get newer(): boolean {
    return this.#newer
  }
  /** The newer version was requested, but a set runs in another window. */
  get heldElsewhere(): boolean {
    return this.#heldElsewhere
  }

  /**
   * Stores Keel on this device, or checks whether all of it is still there. Call after the first screen is drawn:
   * it fetches many megabytes, which the first screen should not wait for.
   */
  async start(): Promise<void> {
    const workers = this.#workers
    if (workers === undefined) return
    workers.addEventListener('message', this.#noteProgress)
    window.addEventListener('online', () => void this.storeMissing())
    document.addEventListener('visibilitychange', () => void this.#lookForUpdate())
    if (workers.controller === null) this.#state = 'storing'
    await this.storeMissing()
  }

  /** Stores what is still missing. */
  async storeMissing(): Promise<void> {
    const workers = this.#workers
    if (workers === undefined) return
    // Registering fails without a network; a worker from an earlier visit still tells what it has stored.
    const registration = await workers
      .register('/sw.js')
      .catch(() => workers.getRegistration())
      .catch(() => undefined)
    if (registration === undefined) {
      this.#state = 'incomplete'
      return
    }
    this.#lookedAt = Date.now()
    if (registration !== this.#registration) {
      this.#registration = registration
      registration.addEventListener('updatefound', () => this.#followInstall(registration.installing))
    }
    this.#followInstall(registration.installing)
    this.#newer = this.#replaced || (registration.waiting !== null && registration.active !== null)
    this.#send(registration.active, 'fill')
  }

  /** Lets the newer version take over and reloads, unless something is under way in any window. */
  async renew(): Promise<void> {
    await this.#whenFree(() => {
      if (this.#replaced) {
        location.reload()
        return
      }
      this.awaitTakeOver()
      const waiting = this.#registration?.waiting
      if (waiting) requestTakeOver(waiting)
    })
  }

  /** A take-over has been requested: reloads when it comes, unless the person has used this page by then. */
  awaitTakeOver(): void {
    this.#requested = { used: false }
  }

  /** The parts of this page that it has not fetched yet may be gone from now on. */
  #noteTakeOver(): void {
    this.#replaced = true
    this.#newer = true
    if (this.#requested?.used === false) void this.#whenFree(() => location.reload())
  }

  async #whenFree(action: () => void): Promise<void> {
    this.#heldElsewhere = !(await whenNothingIsUnderWay(action))
  }

  #send(worker: ServiceWorker | null, message: ToServiceWorker): void {
    worker?.postMessage(message)
  }

  readonly #noteProgress = (event: MessageEvent<unknown>): void => {
    const { data } = event
    if (!isStoredSoFar(data)) return
    // While a newer version is being stored, the progress is not this version's.
    if (this.#registration?.active && this.#registration.installing) return
    this.#soFar = data
    const isComplete = data.bytes >= data.total
    if (!this.#registration?.active) return
    if (isComplete && (this.#state === 'storing' || this.#state === 'incomplete')) this.#justStored = true
    this.#state = isComplete ? 'stored' : data.broken ? 'incomplete' : 'storing'
  }

  /** Follows the installation of a worker to its end. */
  #followInstall(worker: ServiceWorker | null): void {
    if (worker === null) return
    const isUpdate = this.#workers?.controller !== null
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed' && isUpdate) this.#newer = true
      if (worker.state === 'activated' && !isUpdate) {
        this.#state = 'stored'
        this.#justStored = true
      }
      if (worker.state === 'redundant' && !isUpdate) this.#state = 'incomplete'
    })
  }

  async #lookForUpdate(): Promise<void> {
    if (document.visibilityState !== 'visible' || Date.now() - this.#lookedAt < LOOK_EVERY_MS) return
    this.#lookedAt = Date.now()
    // Fails without a network, and then nothing new can be found.
    await this.#registration?.update().catch(() => undefined)
  }
}
