import { svelte } from '@sveltejs/vite-plugin-svelte'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { poseAssets } from './scripts/assets.ts'
import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium.ts'
import { plantedExercises } from './tests/planted/plant.ts'

const executablePath = findChromium()

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
    retry: 0,
    projects: [
      {
        plugins: [svelte()],
        test: {
          name: 'node',
          include: ['tests/{unit,property,replay}/**/*.test.ts', 'tests/fuzz/**/*.fuzz.ts'],
          environment: 'node',
          // No file changes what another reads, and loading every module anew for each took longer than the tests.
          isolate: false,
          // A busy machine is no failure; most take milliseconds.
          testTimeout: 30_000,
        },
      },
      {
        plugins: [plantedExercises(), svelte()],
        test: {
          name: 'planted',
          include: ['tests/planted/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/planted/plant.ts'],
          testTimeout: 30_000,
        },
      },
      {
        plugins: [svelte(), poseAssets()],
        // Found late, behind the worker, they would reload the page in the middle of a test.
        optimizeDeps: { include: ['@mediapipe/tasks-vision', 'mediabunny', 'fast-check', 'axe-core'] },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          // The pose model takes a core by itself.
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(executablePath === null ? {} : { executablePath }),
                // A camera that needs nobody's consent and shows a test picture.
                args: [
                  ...CHROMIUM_FLAGS,
                  '--use-fake-device-for-media-stream',
                  '--use-fake-ui-for-media-stream',
                ],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
