/** Loads the pose model early, on the screens before a camera or a film, unless data is saved, metered or slow. */
import type { PoseClient } from '../../pose-worker/client'
import type { Delegate } from '../../pose-worker/protocol'
import { parseRoute, type Route } from '../route'

const PAGES_BEFORE_MODEL: ReadonlySet<Route['page']> = new Set([
  'checkin',
  'session',
  'choose',
  'live',
  'film',
])

/** The Network Information API, which some browsers have. */
interface Connection {
  readonly saveData?: boolean
  readonly type?: string
  readonly effectiveType?: string
}

/** Whether not to fetch ten megabytes unasked: data is saved, metered or slow. */
export function shouldSave(connection: Connection | undefined): boolean {
  const { saveData = false, type = '', effectiveType = '4g' } = connection ?? {}
  return saveData || type === 'cellular' || effectiveType !== '4g'
}

/**
 * Watches the address for as long as the page is open.
 * @param delegate what the model runs on for a camera, as far as it is known
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
    if (shouldSave(connection) || !PAGES_BEFORE_MODEL.has(page)) return
    const begin = (): void => {
      // The screen that needs the model loads it again, and shows the fault.
      load(page).catch(() => undefined)
    }
    if ('requestIdleCallback' in host) host.requestIdleCallback(begin, { timeout: 2000 })
    else setTimeout(begin, 500)
  }
  host.addEventListener('hashchange', look)
  look()
}
