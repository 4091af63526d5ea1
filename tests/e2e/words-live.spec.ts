import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { cameraFilm, withCamera } from './camera'
import { collectSaid, saidOn, tellsEnglish } from './english'
import { wasJudged } from './slow'

const spanish = (subject: string): Record<string, unknown> =>
  JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, `../../src/words/es/${subject}.json`), 'utf8'),
  ) as Record<string, unknown>

test.use({ locale: 'es-ES', launchOptions: withCamera(cameraFilm('bridge', { to: 42 })) })

test('a set in Spanish says no English from the camera to the review, and neither do films', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const isEnglish = tellsEnglish('es')
  const said = new Set<string>()
  await page.exposeFunction('tellSaid', (texts: string[]) => texts.forEach((text) => said.add(text)))
  // Captions come and go: all that ever stood there counts.
  await page.addInitScript(`setInterval(() => document.body && tellSaid((${collectSaid.toString()})()), 150)`)

  await page.goto('/#/live/bridge/double-leg')
  await page.getByRole('button', { name: 'Abrir la cámara' }).click()
  await expect(page.getByRole('button', { name: 'Terminar serie' })).toBeVisible({ timeout: 60_000 })
  const judged = await wasJudged(page, String(spanish('speed').speed_slow))
  if (!judged) {
    // Such a machine counts, and has words of its own for that.
    await expect(page.getByRole('timer')).toHaveText(/[1-9]/, { timeout: 60_000 })
    await page.getByRole('button', { name: 'Terminar serie' }).click()
  }
  await expect(page).toHaveURL(/#\/done\//, { timeout: 60_000 })
  await expect(page.getByRole('link', { name: /^Qué significa «/ })).toHaveCount(judged ? 1 : 0)
  await page.getByRole('link', { name: 'Ver la serie' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    judged ? /^Estable hasta la repetición \d/ : /\p{L}/u,
  )

  await page.getByRole('link', { name: 'Historial' }).click()
  await page.goto('/#/film')
  await expect(page.getByRole('heading', { name: 'Analizar un vídeo' })).toBeVisible()
  await page.goto('/#/film/sample')
  await expect(page.getByRole('status').filter({ hasText: /[1-9]\d* % leído/ })).toBeVisible({
    timeout: 60_000,
  })
  for (const text of await saidOn(page)) said.add(text)

  expect([...said].filter(isEnglish)).toEqual([])
  // What was watched was the whole of it: a cue and the count, as well as the screens.
  const cues = Object.entries(spanish('bridge')).filter(([key]) => key.endsWith('_cue'))
  expect(cues.some(([, cue]) => said.has(cue as string))).toBe(judged)
  for (const text of ['3', '1', 'Abrir la cámara', 'Ver la serie']) expect(said).toContain(text)
})
