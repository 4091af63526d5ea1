/** Finds the Chromium that the command line, the measurements and the browser tests use. */
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright'

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Quiet and self-contained, and WebGL2 in software where there is no GPU: the pose model needs it. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-swiftshader',
]

export const NO_CHROMIUM =
  'Chromium was not found. Install it with: npx playwright install chromium (or set CHROMIUM_PATH)'

/** Path of the browser to run; null when there is none. */
export function findChromium(): string | null {
  const given = process.env.CHROMIUM_PATH
  if (given) return existsSync(given) ? given : null
  return [...USUAL_PLACES, chromium.executablePath()].find((file) => existsSync(file)) ?? null
}

/** Starts a headless browser; throws with the one command to run when there is none. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error(NO_CHROMIUM)
  return chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] })
}
