/** The security headers, in one place: the dev server, `npm start`, the tests and the files for hosts (hosting.ts) all read them here. */

/** `dev` lets Vite inject styles and markup and open its reload socket, and dev.html show the app in a frame; nothing else differs. */
export type HeaderMode = 'dev' | 'production'

function policy(mode: HeaderMode): string {
  const dev = mode === 'dev'
  return Object.entries({
    'default-src': "'self'",
    // The pose model is WebAssembly; JavaScript's eval stays shut.
    'script-src': "'self' 'wasm-unsafe-eval'",
    'connect-src': dev ? "'self' ws://127.0.0.1:* ws://localhost:*" : "'self'",
    'img-src': "'self' blob: data:",
    'media-src': "'self' blob: mediastream:",
    'worker-src': "'self'",
    'style-src': dev ? "'self' 'unsafe-inline'" : "'self'",
    'font-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    // dev.html shows the app in a frame of its own.
    'frame-ancestors': dev ? "'self'" : "'none'",
    // The screens' templates, the pose model's loader, and src/pose-worker/trusted-types for the addresses of scripts.
    ...(dev
      ? {}
      : {
          'require-trusted-types-for': "'script'",
          'trusted-types': 'default svelte-trusted-html goog#html',
        }),
  })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ')
}

/** Everything that Keel never uses is off; the screen stays awake during a set. */
const PERMISSIONS = [
  'camera=(self)',
  'screen-wake-lock=(self)',
  ...[
    'accelerometer',
    'display-capture',
    'geolocation',
    'gyroscope',
    'hid',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'publickey-credentials-get',
    'serial',
    'usb',
    'xr-spatial-tracking',
  ].map((feature) => `${feature}=()`),
].join(', ')

/** A worker is held by the policy of its own response, so every response carries these. */
export function securityHeaders(mode: HeaderMode): Record<string, string> {
  return {
    'Content-Security-Policy': policy(mode),
    'Permissions-Policy': PERMISSIONS,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  }
}
