/** Whether Keel works without a network here, and whether a newer one waits. */
import { isStoredSoFar, type StoredSoFar, type ToServiceWorker } from '../../service-worker/messages'

/** `none`: this browser, or this way of opening Keel, can't store it. */
export type OfflineState = 'none' | 'unknown' | 'storing' | 'incomplete' | 'stored'

/** Held by every page in which a set, a session or a film is under way. */
const IN_USE = 'keel-in-use'
/** Milliseconds that a new version may take to take over before Keel starts with the old one, and reloads later. */
const TAKE_OVER_WITHIN = 2000
/** Milliseconds from one asking of a version that waits to the next. */
const ASK_AGAIN_AFTER = 400
/** Milliseconds between two looks for a new version while a page stays open. */
const LOOK_AGAIN_AFTER = 3_600_000

export class Offline {
  readonly #workers: ServiceWorkerContainer | undefined
  #registration: ServiceWorkerRegistration | null = null
  #lookedAt = 0
  /** A take-over that this page has asked for, and whether anything was begun in it since. */
  #awaited: { touched: boolean } | null = null
  /** A newer Keel has taken over from under this page. */
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
    // The first one takes over from none.
    let update = this.#workers?.controller !== null
    this.#workers?.addEventListener('controllerchange', () => {
      if (update) this.#takenOver()
      update = true
    })
    const touch = (): void => {
      if (this.#awaited !== null) this.#awaited.touched = true
    }
    for (const kind of ['pointerdown', 'keydown']) host.addEventListener(kind, touch, { capture: true })
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
  /** A newer Keel is stored and waits. */
  get newer(): boolean {
    return this.#newer
  }
  /** It was asked for, but a set runs in another window. */
  get heldElsewhere(): boolean {
    return this.#heldElsewhere
  }

  /**
   * Stores Keel on this device, or looks whether all of it still is there. Call when the first screen is drawn:
   * it takes many megabytes, which nobody should wait for.
   */
  async start(): Promise<void> {
    const workers = this.#workers
    if (workers === undefined) return
    const first = workers.controller === null
    workers.addEventListener('message', this.#hear)
    window.addEventListener('online', () => void this.goOn())
    document.addEventListener('visibilitychange', () => void this.#lookAgain())
    if (first) this.#state = 'storing'
    await this.goOn()
  }

  /** Stores what is still missing. */
  async goOn(): Promise<void> {
    const workers = this.#workers
    if (workers === undefined) return
    // Without a network it can't be registered anew, but one from before still tells what it has.
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
      registration.addEventListener('updatefound', () => this.#follow(registration.installing))
    }
    this.#follow(registration.installing)
    this.#newer = this.#replaced || (registration.waiting !== null && registration.active !== null)
    this.#say(registration.active, 'fill')
  }

  /** Lets the newer Keel take over and reloads, unless something is under way in any window. */
  async renew(): Promise<void> {
    await this.#whenFree(() => {
      if (this.#replaced) {
        location.reload()
        return
      }
      this.awaitTakeOver()
      const waiting = this.#registration?.waiting
      if (waiting) askToTakeOver(waiting)
    })
  }

  /** A take-over has been asked for: reloads when it comes, unless somebody has begun something in this page by then. */
  awaitTakeOver(): void {
    this.#awaited = { touched: false }
  }

  /** From here on the parts of this page that it has not fetched yet may be gone. */
  #takenOver(): void {
    this.#replaced = true
    this.#newer = true
    if (this.#awaited?.touched === false) void this.#whenFree(() => location.reload())
  }

  async #whenFree(go: () => void): Promise<void> {
    await navigator.locks.request(IN_USE, { ifAvailable: true }, (lock) => {
      this.#heldElsewhere = lock === null
      if (lock !== null) go()
    })
  }

  #say(worker: ServiceWorker | null, message: ToServiceWorker): void {
    worker?.postMessage(message)
  }

  readonly #hear = (event: MessageEvent<unknown>): void => {
    const { data } = event
    if (!isStoredSoFar(data)) return
    // What a newer version stores is its own affair.
    if (this.#registration?.active && this.#registration.installing) return
    this.#soFar = data
    const whole = data.bytes >= data.total
    if (!this.#registration?.active) return
    if (whole && (this.#state === 'storing' || this.#state === 'incomplete')) this.#justStored = true
    this.#state = whole ? 'stored' : data.broken ? 'incomplete' : 'storing'
  }

  /** Follows a worker that is being installed to its end. */
  #follow(worker: ServiceWorker | null): void {
    if (worker === null) return
    const update = this.#workers?.controller !== null
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed' && update) this.#newer = true
      if (worker.state === 'activated' && !update) {
        this.#state = 'stored'
        this.#justStored = true
      }
      if (worker.state === 'redundant' && !update) this.#state = 'incomplete'
    })
  }

  async #lookAgain(): Promise<void> {
    if (document.visibilityState !== 'visible' || Date.now() - this.#lookedAt < LOOK_AGAIN_AFTER) return
    this.#lookedAt = Date.now()
    // Without a network there is nothing new.
    await this.#registration?.update().catch(() => undefined)
  }
}

/**
 * Asks a version that waits to take over, until it does: a browser that misses the moment in which the older one is
 * idle looks for the next one only half a minute later, unless it is asked again.
 */
function askToTakeOver(waiting: ServiceWorker): void {
  const ask = (): void => {
    if (waiting.state === 'installed') waiting.postMessage('take-over' satisfies ToServiceWorker)
    else clearInterval(timer)
  }
  const timer = setInterval(ask, ASK_AGAIN_AFTER)
  ask()
}

/** Says to every window that something is under way here, until the returned function is called. */
export function holdVersion(): () => void {
  let release = (): void => undefined
  const over = new Promise<void>((resolve) => (release = resolve))
  void navigator.locks.request(IN_USE, { mode: 'shared' }, () => over)
  return () => {
    release()
  }
}

/**
 * Before anything is shown: lets a version that waits take over, unless something is under way in any window. Where
 * none waits, nothing is held up.
 * @returns `reloads` when the page is about to be loaded anew, `late` when the newer one is still on its way
 */
export async function renewAtStart(underWay: boolean): Promise<'stays' | 'reloads' | 'late'> {
  if (!import.meta.env.PROD || underWay || !('serviceWorker' in navigator)) return 'stays'
  const { serviceWorker } = navigator
  if (serviceWorker.controller === null) return 'stays'
  const waiting = (await serviceWorker.getRegistration())?.waiting
  if (!waiting) return 'stays'
  const taken = await navigator.locks.request(IN_USE, { ifAvailable: true }, async (lock) => {
    if (lock === null) return 'stays'
    return new Promise<'reloads' | 'late'>((resolve) => {
      serviceWorker.addEventListener('controllerchange', () => resolve('reloads'), { once: true })
      // It waits for what the older one is still fetching, and a busy machine starts it slowly.
      setTimeout(() => resolve('late'), TAKE_OVER_WITHIN)
      askToTakeOver(waiting)
    })
  })
  if (taken === 'reloads') location.reload()
  return taken
}
