/** The messages between the page and the service worker. */

/** To the service worker: replace the running version now; or report which files are missing and fetch them. */
export type ToServiceWorker = 'take-over' | 'fill'

/** From the service worker, while it stores Keel's files and when it was asked to `fill`. */
export interface StoredSoFar {
  readonly kind: 'stored'
  /** Bytes of Keel's files that are on this device, uncompressed. */
  readonly bytes: number
  readonly total: number
  /** Storing was interrupted. It continues when the page asks for it. */
  readonly broken?: true
}

export function isStoredSoFar(data: unknown): data is StoredSoFar {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'stored'
}
