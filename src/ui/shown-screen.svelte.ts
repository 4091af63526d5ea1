/** The shown screen. It stays until the next one is loaded. */
import type { Route } from '../app/route'
import { preloadAfter, screenOf, type Screen } from './screens'

/** Time after loading in which nothing else uses the network and the processor. */
const FIRST_ALONE_MS = 4000
/** Time to wait for an idle moment before the next screens are loaded anyway. */
const IDLE_WITHIN_MS = 3000

export class ShownScreen {
  #screen = $state.raw<Screen | null>(null)
  #failed = $state.raw(false)
  #wanted: Route | null = null

  /** Null until the first one is loaded. */
  get screen(): Screen | null {
    return this.#screen
  }
  /** True when the screen's code could not be fetched. */
  get failed(): boolean {
    return this.#failed
  }

  async show(route: Route): Promise<void> {
    this.#wanted = route
    this.#failed = false
    try {
      const screen = await screenOf(route)
      if (this.#wanted !== route) return
      this.#screen = screen
    } catch {
      // The server no longer has the chunk, or there is no network. The page offers to try again.
      if (this.#wanted === route) this.#failed = true
      return
    }
    whenIdle(() => void preloadAfter(route.page))
  }
}

const loaded = new Promise<void>((resolve) => {
  if (document.readyState === 'complete') resolve()
  else window.addEventListener('load', () => resolve(), { once: true })
})
const firstAlone = loaded.then(() => new Promise((resolve) => setTimeout(resolve, FIRST_ALONE_MS)))

/** Calls back when the page is idle, and some time after the first screen was loaded. */
export function whenIdle(callback: () => void): void {
  void firstAlone.then(() => {
    if ('requestIdleCallback' in window) requestIdleCallback(callback, { timeout: IDLE_WITHIN_MS })
    else setTimeout(callback, IDLE_WITHIN_MS)
  })
}
