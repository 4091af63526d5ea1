/** The screen that is shown: the last one stays until the next is there. */
import type { Route } from '../app/route'
import { screenOf, warm, type Screen } from './screens'

/** Milliseconds after loading in which the first screen has the network and the processor to itself. */
const FIRST_ALONE_MS = 4000
/** Milliseconds to wait for an idle moment before the next screens are fetched all the same. */
const IDLE_WITHIN_MS = 3000

export class ShownScreen {
  #screen = $state.raw<Screen | null>(null)
  #failed = $state.raw(false)
  #wanted: Route | null = null

  /** Null until the first one is there. */
  get screen(): Screen | null {
    return this.#screen
  }
  /** True when the screen's part of Keel could not be fetched. */
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
      // A chunk that the server no longer has, or no network: the page says so and offers to try again.
      if (this.#wanted === route) this.#failed = true
      return
    }
    whenIdle(() => void warm(route.page))
  }
}

const loaded = new Promise<void>((resolve) => {
  if (document.readyState === 'complete') resolve()
  else window.addEventListener('load', () => resolve(), { once: true })
})
const firstAlone = loaded.then(() => new Promise((resolve) => setTimeout(resolve, FIRST_ALONE_MS)))

/** Calls `then` when the page has nothing else to do, and not while the first screen is still coming. */
export function whenIdle(then: () => void): void {
  void firstAlone.then(() => {
    if ('requestIdleCallback' in window) requestIdleCallback(then, { timeout: IDLE_WITHIN_MS })
    else setTimeout(then, IDLE_WITHIN_MS)
  })
}
