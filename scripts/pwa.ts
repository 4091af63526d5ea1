/** Makes Keel an app that can be installed: its manifest, and the service worker that stores it. */
import { VitePWA } from 'vite-plugin-pwa'
import type { Plugin } from 'vite'

const MEGABYTE = 2 ** 20

/** Not for the build of the command line's page, which nobody installs. */
export function pwa(): Plugin[] {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/service-worker',
    filename: 'sw.ts',
    // The page registers it, when the first screen has been drawn.
    injectRegister: null,
    includeManifestIcons: false,
    manifest: {
      id: '/',
      name: 'Keel',
      short_name: 'Keel',
      description:
        'Watches floor exercises through your camera, says when form starts to give, and remembers where.',
      lang: 'en',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      background_color: '#f5f3ee',
      theme_color: '#f5f3ee',
      categories: ['health', 'fitness', 'sports'],
      icons: [
        { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
        { src: '/icons/maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      ],
    },
    injectManifest: {
      rollupFormat: 'iife',
      sourcemap: false,
      globPatterns: ['**/*.{html,js,css,svg,png,woff2,wasm,mp4}', 'models/*_full.task'],
      globIgnores: [
        'sw.js',
        // The command line's page, and writing systems that no language of Keel uses.
        '**/analyse*',
        '**/inter-{cyrillic,greek,vietnamese}*',
      ],
      maximumFileSizeToCacheInBytes: 32 * MEGABYTE,
      dontCacheBustURLsMatching: /^assets\//,
      // The worker says how much is stored; what Workbox knows of sizes it keeps to itself.
      manifestTransforms: [
        (entries) => ({ manifest: entries.map((entry) => ({ ...entry, bytes: entry.size })) }),
      ],
    },
  })
}
