/** The screen that the address names. Every screen has a link, and Back works. */
import { href, parseRoute, type Route } from './route'

export class Router {
  #route = $state.raw<Route>({ page: 'today' })
  readonly #window: Window

  constructor(host: Window) {
    this.#window = host
    this.#read()
    host.addEventListener('hashchange', this.#read)
  }

  get route(): Route {
    return this.#route
  }

  go(route: Exclude<Route, { page: 'unknown' }>): void {
    this.#window.location.hash = href(route)
  }

  /** Goes to a screen in place of the present one in the browser's history. */
  replace(route: Exclude<Route, { page: 'unknown' }>): void {
    this.#window.location.replace(href(route))
  }

  readonly #read = (): void => {
    this.#route = parseRoute(this.#window.location.hash)
    this.#window.scrollTo(0, 0)
  }
}
