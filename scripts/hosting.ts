/** The security headers in the words of each host, so that wherever Keel is served it is held to the same policy. */
import { securityHeaders } from './headers'

const CACHE = 'Cache-Control'
/** Files under /assets/ are named by their content. */
const FOR_EVER = 'public, max-age=31536000, immutable'
/** A browser must see at once that there is a new version. */
const WORKER = '/sw.js'
const FRESH = 'no-cache'

/** Path in the project → content, for every host that has a file of its own. */
export function hostingFiles(): Readonly<Record<string, string>> {
  const headers = Object.entries(securityHeaders('production'))
  return {
    'public/_headers': netlifyHeaders(headers),
    'docs/hosting/vercel.json': vercel(headers),
    'docs/hosting/netlify.toml': netlify(headers),
    'docs/hosting/.htaccess': apache(headers),
    'docs/hosting/nginx.conf': nginx(headers),
  }
}

type Headers = readonly (readonly [string, string])[]

/** Netlify and Cloudflare Pages read it from the folder that is served. */
function netlifyHeaders(headers: Headers): string {
  const lines = headers.map(([name, value]) => `  ${name}: ${value}`)
  const caches = ['/assets/*', `  ${CACHE}: ${FOR_EVER}`, WORKER, `  ${CACHE}: ${FRESH}`]
  return ['/*', ...lines, ...caches, ''].join('\n')
}

function vercel(headers: Headers): string {
  const listed = (list: Headers): object[] => list.map(([key, value]) => ({ key, value }))
  const config = {
    buildCommand: 'npm run build',
    outputDirectory: 'dist',
    headers: [
      { source: '/(.*)', headers: listed(headers) },
      { source: '/assets/(.*)', headers: listed([[CACHE, FOR_EVER]]) },
      { source: WORKER, headers: listed([[CACHE, FRESH]]) },
    ],
  }
  return `${JSON.stringify(config, null, 2)}\n`
}

function netlify(headers: Headers): string {
  const block = (path: string, list: Headers): string =>
    [
      '[[headers]]',
      `  for = "${path}"`,
      '  [headers.values]',
      ...list.map(([name, value]) => `    ${name} = "${value}"`),
    ].join('\n')
  const build = '[build]\n  command = "npm run build"\n  publish = "dist"'
  return `${[build, block('/*', headers), block('/assets/*', [[CACHE, FOR_EVER]]), block(WORKER, [[CACHE, FRESH]])].join('\n\n')}\n`
}

function apache(headers: Headers): string {
  const lines = headers.map(([name, value]) => `  Header always set ${name} "${value}"`)
  return [
    '# Into the folder that is served; needs mod_headers and mod_mime.',
    'AddType application/wasm .wasm',
    'AddType text/javascript .js .mjs',
    '<IfModule mod_headers.c>',
    ...lines,
    '  <If "%{REQUEST_URI} =~ m#^/assets/#">',
    `    Header always set ${CACHE} "${FOR_EVER}"`,
    '  </If>',
    `  <If "%{REQUEST_URI} == '${WORKER}'">`,
    `    Header always set ${CACHE} "${FRESH}"`,
    '  </If>',
    '</IfModule>',
    '',
  ].join('\n')
}

function nginx(headers: Headers): string {
  // A location with an add_header of its own inherits none: so the list stands in each.
  const list = (indent: string): string[] =>
    headers.map(([name, value]) => `${indent}add_header ${name} "${value}" always;`)
  return [
    'server {',
    '  listen 443 ssl;',
    '  server_name keel.example;',
    '  root /srv/keel;',
    '  types {',
    '    text/html html; text/javascript js mjs; text/css css; application/wasm wasm;',
    '    application/json json; application/manifest+json webmanifest; image/svg+xml svg;',
    '    image/png png; font/woff2 woff2; video/mp4 mp4; application/octet-stream task;',
    '  }',
    '  location / {',
    ...list('    '),
    `    add_header ${CACHE} "no-cache" always;`,
    '  }',
    '  location /assets/ {',
    ...list('    '),
    `    add_header ${CACHE} "${FOR_EVER}" always;`,
    '  }',
    '}',
    '',
  ].join('\n')
}
