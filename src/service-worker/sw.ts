/**
 * Keeps all of Keel on the device, so that it works without a network. A new version is stored beside the old one
 * and waits until the page says that nothing is under way.
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

/** A file of Keel; `bytes` is put in by the build, but for the app's manifest, which is small. */
type Entry = PrecacheEntry & { readonly bytes?: number }

declare const self: ServiceWorkerGlobalScope

const entries = self.__WB_MANIFEST as Entry[]
const total = entries.reduce((sum, { bytes = 0 }) => sum + bytes, 0)
const bytesOf = new Map(entries.map(({ url, bytes = 0 }) => [new URL(url, self.location.href).href, bytes]))

let stored = 0
let told = 0

/** Tells every open page, at each per cent. */
async function tellAtTimes(): Promise<void> {
  if (stored >= total || stored - told >= total / 100) await tell()
}

async function tell(broken = false): Promise<void> {
  told = stored
  const message: StoredSoFar = { kind: 'stored', bytes: stored, total, ...(broken ? { broken } : {}) }
  for (const client of await self.clients.matchAll({ includeUncontrolled: true, type: 'window' }))
    client.postMessage(message)
}

/** The same response, counted as it comes in. It is unpacked by now, whatever its headers said. */
function counted(response: Response): Response {
  if (response.body === null || !response.ok) return response
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      stored += chunk.byteLength
      void tellAtTimes()
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
    // What an attempt that broke off has left need not come again.
    cachedResponseWillBeUsed({ event, request, cachedResponse }) {
      if (event.type === 'install' && cachedResponse !== undefined) {
        stored += bytesOf.get(request.url) ?? 0
        void tellAtTimes()
      }
      return Promise.resolve(cachedResponse)
    },
    fetchDidSucceed: ({ event, response }) =>
      Promise.resolve(event.type === 'install' ? counted(response) : response),
  },
])
precacheAndRoute(entries)
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/analyse\.html/] }))
// The other models are stored when somebody has used them.
registerRoute(
  ({ url }) => url.pathname.startsWith('/models/'),
  new NetworkFirst({ cacheName: 'keel-models' }),
)
cleanupOutdatedCaches()

/** Fetches what the browser has thrown away, or never got. */
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
  await tell()
  for (const key of missing) {
    const response = await fetch(key, { cache: 'reload' })
    if (!response.ok) throw new Error(`${key}: ${String(response.status)}`)
    await cache.put(key, counted(response))
  }
  await tell()
}

self.addEventListener('message', (event) => {
  const asked = event.data as ToServiceWorker
  if (asked === 'take-over') void self.skipWaiting()
  // The page asks again when there is a network.
  else event.waitUntil(fill().catch(() => tell(true)))
})
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim())
})
