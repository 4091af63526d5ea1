import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium'

// Playwright's workers read this file again and inherit the environment, so all agree on the port.
process.env.KEEL_E2E_PORT ??= String(20_000 + (process.pid % 20_000))
const address = `http://127.0.0.1:${process.env.KEEL_E2E_PORT}`
const executablePath = findChromium()

/**
 * They run the pose model beside a camera, which judges badly on a busy machine: one at a time. A film has time,
 * so those of films run beside others.
 */
const WITH_THE_MODEL =
  /\/(faults|live-.*|pace|pause|private|programme|set-video|storage-killed|storage-tabs|taps|unattended)\.spec\.ts$/

/** Whole sessions in the built app. Needs `npm run build` first. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  // Minutes each, by design: `npm run test:long`.
  ...(process.env.KEEL_LONG ? { grep: /@long/ } : { grepInvert: /@long/ }),
  workers: 2,
  projects: [
    { name: 'pages', testIgnore: WITH_THE_MODEL, fullyParallel: true },
    { name: 'sets', testMatch: WITH_THE_MODEL, workers: 1, dependencies: ['pages'] },
  ],
  retries: 0,
  timeout: 120_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    baseURL: address,
    // It would store many megabytes in every test; the tests of it let it in.
    serviceWorkers: 'block',
    launchOptions: { ...(executablePath === null ? {} : { executablePath }), args: [...CHROMIUM_FLAGS] },
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `npm run --silent start -- --built --port ${process.env.KEEL_E2E_PORT}`,
    port: Number(process.env.KEEL_E2E_PORT),
    reuseExistingServer: false,
    stdout: 'ignore',
  },
})
