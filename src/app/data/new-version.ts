/** When a newer version of Keel, which is stored and waits, may take over from the one that runs. */
import type { ToServiceWorker } from '../../service-worker/messages'

/** Held by every page in which a set, a session or a film is under way. */
const IN_USE_LOCK = 'keel-in-use'
/** Milliseconds that the start waits for a take-over before Keel starts with the old version, and reloads later. */
const START_WAITS_MS = 2000
/** Milliseconds from one request to take over to the next. */
const REQUEST_EVERY_MS = 400

/** Tells every window that something is under way here, until the returned function is called. */
export function holdVersion(): () => void {
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  void navigator.locks.request(IN_USE_LOCK, { mode: 'shared' }, () => released)
  return () => {
    release()
  }
}

/** Runs `action` where nothing is under way in any window. @returns whether it ran */
export async function whenNothingIsUnderWay(action: () => void): Promise<boolean> {
  return navigator.locks.request(IN_USE_LOCK, { ifAvailable: true }, (lock) => {
    if (lock === null) return false
    action()
    return true
  })
}

/**
 * Asks a waiting version to take over, again and again until it does: a browser that misses the moment in which the
 * older one is idle looks for the next such moment only half a minute later, unless it is asked again.
 */
export function requestTakeOver(waiting: ServiceWorker): void {
  const request = (): void => {
    if (waiting.state === 'installed') waiting.postMessage('take-over' satisfies ToServiceWorker)
    else clearInterval(timer)
  }
  const timer = setInterval(request, REQUEST_EVERY_MS)
  request()
}

/** `pending`: a take-over was requested, and the newer version is still on its way. */
export type StartRenewal = 'none' | 'reloading' | 'pending'

/**
 * Before anything is shown: lets a waiting version take over, unless something is under way in any window. Returns
 * at once where none waits.
 * @param underWay whether this page itself starts in the middle of something
 */
export async function renewAtStart(underWay: boolean): Promise<StartRenewal> {
  if (!import.meta.env.PROD || underWay || !('serviceWorker' in navigator)) return 'none'
  const { serviceWorker } = navigator
  if (serviceWorker.controller === null) return 'none'
  const waiting = (await serviceWorker.getRegistration())?.waiting
  if (!waiting) return 'none'
  const renewal = await navigator.locks.request(IN_USE_LOCK, { ifAvailable: true }, async (lock) => {
    if (lock === null) return 'none'
    return new Promise<'reloading' | 'pending'>((resolve) => {
      serviceWorker.addEventListener('controllerchange', () => resolve('reloading'), { once: true })
      // It waits for what the older one is still fetching, and a busy machine starts it slowly.
      setTimeout(() => resolve('pending'), START_WAITS_MS)
      requestTakeOver(waiting)
    })
  })
  if (renewal === 'reloading') location.reload()
  return renewal
}
