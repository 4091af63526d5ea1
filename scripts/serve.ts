/** Serves a built folder on 127.0.0.1 with the headers that a deployment has. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import sirv from 'sirv'
import { securityHeaders } from './headers'

export interface Served {
  /** For example `http://127.0.0.1:4173`. */
  readonly url: string
  close(): Promise<void>
}

/**
 * @param port 0 for any free one
 * @param tries how many ports to try upwards from `port` when it is taken
 */
export async function serve(folder: string, port: number, tries = 1): Promise<Served> {
  const headers = securityHeaders('production')
  const files = sirv(folder, {
    etag: true,
    // The build leaves gzipped copies.
    gzip: true,
    setHeaders: (response, pathname) => {
      // Vite names these by their content.
      if (pathname.startsWith('/assets/'))
        response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
      else response.setHeader('Cache-Control', 'no-cache')
    },
  })
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    files(request, response, () => {
      response.statusCode = 404
      response.end('Not found')
    })
  })
  const taken = await listen(server, port, tries)
  return {
    url: `http://127.0.0.1:${String(taken)}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => {
          resolve()
        })
      }),
  }
}

async function listen(server: Server, port: number, tries: number): Promise<number> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await new Promise<number>((resolve, reject) => {
        server.once('error', reject)
        server.listen(port === 0 ? 0 : port + attempt, '127.0.0.1', () => {
          server.off('error', reject)
          resolve((server.address() as AddressInfo).port)
        })
      })
    } catch (error) {
      const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!inUse || attempt + 1 >= tries) throw error
    }
  }
}
