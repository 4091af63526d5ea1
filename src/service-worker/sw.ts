/**
 * Stores all of Keel on the device, so that it works without a network. A new version is stored beside the old one,
 * and waits until the page says that no set is under way.
 */
import {
  addPlugins,
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  getCacheKeyForURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { NetworkFirst } from 'workbox-strategies'
import { cacheNames } from 'workbox-core'
import type { StoredSoFar, ToServiceWorker } from './messages'

/** A file of Keel. The build adds its size in `bytes`, except for the web app manifest, which is small. */
type Entry = PrecacheEntry & { readonly bytes?: number }

declare const self: ServiceWorkerGlobalScope

const entries = self.__WB_MANIFEST as Entry[]
const total = entries.reduce((sum, { bytes = 0 }) => sum + bytes, 0)
const bytesOf = new Map(entries.map(({ url, bytes = 0 }) => [new URL(url, self.location.href).href, bytes]))

let stored = 0
let reported = 0

/** Reports to every open page after each percent. */
async function reportEachPercent(): Promise<void> {
  if (stored >= total || stored - reported >= total / 100) await report()
}

async function report(broken = false): Promise<void> {
  reported = stored
  const message: StoredSoFar = { kind: 'stored', bytes: stored, total, ...(broken ? { broken } : {}) }
  for (const client of await self.clients.matchAll({ includeUncontrolled: true, type: 'window' }))
    client.postMessage(message)
}

/** The same response with its bytes counted as they arrive. Its body is already uncompressed, so the headers are changed to say so. */
function counted(response: Response): Response {
  if (response.body === null || !response.ok) return response
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      stored += chunk.byteLength
      void reportEachPercent()
      controller.enqueue(chunk)
    },
  })
  const headers = new Headers(response.headers)
  headers.delete('Content-Encoding')
  headers.delete('Content-Length')
  const { status, statusText } = response
  return new Response(response.body.pipeThrough(count), { status, statusText, headers })
}

addPlugins([
  {
    // Files that an interrupted installation has stored are not fetched again.
    cachedResponseWillBeUsed({ event, request, cachedResponse }) {
      if (event.type === 'install' && cachedResponse !== undefined) {
        stored += bytesOf.get(request.url) ?? 0
        void reportEachPercent()
      }
      return Promise.resolve(cachedResponse)
    },
    fetchDidSucceed: ({ event, response }) =>
      Promise.resolve(event.type === 'install' ? counted(response) : response),
  },
])
precacheAndRoute(entries)
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/analyse\.html/] }))
// The other pose models are stored once they have been used.
registerRoute(
  ({ url }) => url.pathname.startsWith('/models/'),
  new NetworkFirst({ cacheName: 'keel-models' }),
)
cleanupOutdatedCaches()

/** Fetches the files that the browser has removed or never stored. */
async function fill(): Promise<void> {
  const cache = await caches.open(cacheNames.precache)
  const missing: string[] = []
  stored = total
  for (const { url, bytes = 0 } of entries) {
    const key = getCacheKeyForURL(url)
    if (key === undefined || (await cache.match(key)) !== undefined) continue
    missing.push(key)
    stored -= bytes
  }
  await report()
  for (const key of missing) {
    const response = await fetch(key, { cache: 'reload' })
    if (!response.ok) throw new Error(`${key}: ${String(response.status)}`)
    await cache.put(key, counted(response))
  }
  await report()
}

self.addEventListener('message', (event) => {
  const asked = event.data as ToServiceWorker
  if (asked === 'take-over') void self.skipWaiting()
  // The page asks again when the network is back.
  else event.waitUntil(fill().catch(() => report(true)))
})
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim())
})
