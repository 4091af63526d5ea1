/** Loads what sees while the user still reads: on the screens before a camera or a film, and only where data costs nothing. */
import type { PoseClient } from '../../pose-worker/client'
import type { Delegate } from '../../pose-worker/protocol'
import { parseRoute, type Route } from '../route'

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

/**
 * Watches the address for as long as the page lives.
 * @param delegate what the model runs on before a camera, as far as an earlier session found out
 */
export function warmUpAhead(
  host: Window,
  pose: Pick<PoseClient, 'started' | 'ready'>,
  delegate: () => Promise<Delegate>,
): void {
  const { connection } = host.navigator as Navigator & { readonly connection?: Connection }
  const load = async (page: Route['page']): Promise<void> => {
    const on = page === 'film' ? 'CPU' : await delegate()
    if (!pose.started) await pose.ready('full', on)
  }
  const look = (): void => {
    const { page } = parseRoute(host.location.hash)
    if (shouldSave(connection) || !BEFORE_SEEING.has(page)) return
    const begin = (): void => {
      // Whoever needs the model asks again, and says it when it can't be had.
      load(page).catch(() => undefined)
    }
    if ('requestIdleCallback' in host) host.requestIdleCallback(begin, { timeout: 2000 })
    else setTimeout(begin, 500)
  }
  host.addEventListener('hashchange', look)
  look()
}
