import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { builtAnalysePage } from '../../scripts/build'
import { securityHeaders } from '../../scripts/headers'
import { serve, type Served } from '../../scripts/serve'

const manifest = JSON.parse(readFileSync('models/manifest.json', 'utf8')) as {
  models: { file: string; sha256: string }[]
}

/** The page behind `npm run analyse`, which the app's own build does not have. */
let analyse: Served
test.beforeAll(async () => {
  analyse = await serve(builtAnalysePage(), 0)
})
test.afterAll(() => analyse.close())

test('the build carries the models whole, the wasm, and the headers on each', async ({ request }) => {
  for (const { file, sha256 } of manifest.models) {
    const answer = await request.get(`/models/${file}`)
    expect(answer.status()).toBe(200)
    expect(
      createHash('sha256')
        .update(await answer.body())
        .digest('hex'),
    ).toBe(sha256)
    expect(answer.headers()).toMatchObject(lowerCased(securityHeaders('production')))
  }
  const wasm = await request.get('/wasm/vision_wasm_module_internal.wasm')
  expect(wasm.status()).toBe(200)
  expect(wasm.headers()['content-type']).toBe('application/wasm')
})

test('a film is analysed under the policy without a word to another origin', async ({ page }) => {
  const elsewhere: string[] = []
  const refused: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(`${analyse.url}/`)) elsewhere.push(request.url())
  })
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text())
  })
  await page.goto(`${analyse.url}/analyse.html`)
  await page.setInputFiles('#film', 'tests/fixtures/bridge-2s.mp4')
  const answer = await page.evaluate(() =>
    window.keelAnalyse({
      exercise: 'bridge',
      variation: null,
      side: null,
      series: false,
      fps: 5,
      model: 'full',
      trace: false,
    }),
  )
  expect(answer).toMatchObject({ ok: true, report: { clip: { analysedFrames: 10 } } })
  expect(elsewhere).toEqual([])
  expect(refused).toEqual([])
})

test('a model that is not the one in the manifest is refused', async ({ page }) => {
  await page.route('**/models/*.task', (route) => route.fulfill({ body: 'not a model' }))
  await page.goto(`${analyse.url}/analyse.html`)
  await page.setInputFiles('#film', 'tests/fixtures/bridge-2s.mp4')
  const answer = await page.evaluate(() =>
    window.keelAnalyse({
      exercise: 'bridge',
      variation: null,
      side: null,
      series: false,
      fps: 5,
      model: 'lite',
      trace: false,
    }),
  )
  expect(answer).toMatchObject({ ok: false, code: 'model-corrupt' })
})

function lowerCased(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
