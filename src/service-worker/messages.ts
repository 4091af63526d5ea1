/** What the page and the service worker say to each other. */

/** To the worker: take over now; or say what is missing and fetch it. */
export type ToServiceWorker = 'take-over' | 'fill'

/** From the worker, while it stores Keel and when it was asked to fill. */
export interface StoredSoFar {
  readonly kind: 'stored'
  /** Bytes of Keel on this device, as its files measure unpacked. */
  readonly bytes: number
  readonly total: number
  /** It broke off, and goes on when the page asks for it. */
  readonly broken?: true
}

export function isStoredSoFar(data: unknown): data is StoredSoFar {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'stored'
}
