/** Loads what sees while the user still reads: on the screens before a camera or a film, and only where data costs nothing. */
import type { PoseClient } from '../pose-worker/client'
import { parseRoute, type Route } from './route'

const BEFORE_SEEING: ReadonlySet<Route['page']> = new Set(['checkin', 'session', 'choose', 'live', 'film'])

/** What some browsers say of the connection. */
interface Connection {
  readonly saveData?: boolean
  readonly type?: string
  readonly effectiveType?: string
}

/** Whether fetching ten megabytes unasked is rude: data is being saved, metered or slow. */
export function shouldSave(connection: Connection | undefined): boolean {
  const { saveData = false, type = '', effectiveType = '4g' } = connection ?? {}
  return saveData || type === 'cellular' || effectiveType !== '4g'
}

/** Watches the address for as long as the page lives. */
export function warmUpAhead(host: Window, pose: Pick<PoseClient, 'started' | 'ready'>): void {
  const { connection } = host.navigator as Navigator & { readonly connection?: Connection }
  const load = (): void => {
    // Whoever needs the model asks again, and says it when it can't be had.
    if (!pose.started) pose.ready().catch(() => undefined)
  }
  const look = (): void => {
    if (shouldSave(connection) || !BEFORE_SEEING.has(parseRoute(host.location.hash).page)) return
    if ('requestIdleCallback' in host) host.requestIdleCallback(load, { timeout: 2000 })
    else setTimeout(load, 500)
  }
  host.addEventListener('hashchange', look)
  look()
}
