/** Stops `npm test` before the long part on a machine without a browser. */
import { findChromium, NO_CHROMIUM } from './chromium'

if (findChromium() === null) {
  console.error(NO_CHROMIUM)
  process.exitCode = 1
}
