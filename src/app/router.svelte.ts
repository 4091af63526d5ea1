/** Where the user is, as the address says: every screen has a link, and Back works. */
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

  /** Goes on without leaving the present page in the way of Back. */
  replace(route: Exclude<Route, { page: 'unknown' }>): void {
    this.#window.location.replace(href(route))
  }

  readonly #read = (): void => {
    this.#route = parseRoute(this.#window.location.hash)
    this.#window.scrollTo(0, 0)
  }
}
