import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { cameraFilm, withCamera } from './camera'
import { collectAllSaid, tellsEnglish } from './english'
import { subjectOf, wordFiles } from '../support/words'
import { judgedOrSkipped } from './slow'

/** The whole core of the app in another language than the one that it was written in: English left over would show. */
const messages = (subject: string): Readonly<Record<string, unknown>> =>
  JSON.parse(
    readFileSync(wordFiles('es').find((file) => subjectOf(file) === subject) ?? '', 'utf8'),
  ) as Record<string, unknown>
const spanish = (key: string): string => String(messages(key.slice(0, key.indexOf('_')))[key])

test.use({ locale: 'es-ES', launchOptions: withCamera(cameraFilm('bridge', { to: 42 })) })

test('a live set ends where form gives, and is in the history after a reload, with no word of English', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const elsewhere: string[] = []
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') elsewhere.push(request.url())
  })
  const isEnglish = tellsEnglish('es')
  // Captions come and go: all that ever stood there counts.
  const said = await collectAllSaid(page)
  const title = page.getByRole('heading', { level: 1 })

  await page.goto('/')
  await page.getByRole('link', { name: spanish('common_begin_set') }).click()
  await page.getByRole('button', { name: spanish('start_none') }).click()
  const camera = page.getByRole('link', { name: spanish('choose_camera') })
  // The first screen names the exercises too.
  await expect(camera).toBeVisible()
  await page.getByText('Puente', { exact: true }).click()
  await page.getByText(spanish('choose_until_form'), { exact: true }).click()
  await camera.click()
  await page.getByRole('button', { name: 'Abrir la cámara' }).click()

  // The whole way is without a hand: place, stillness, countdown, eight reps of which the last two give.
  await expect(page.getByRole('button', { name: 'Terminar serie' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(spanish('live_unseen'))).toBeVisible()
  await judgedOrSkipped(page, spanish('speed_slow'))
  await expect(page).toHaveURL(/#\/done\//, { timeout: 60_000 })
  await expect(page.getByRole('link', { name: /^Qué significa «/ })).toHaveCount(1)

  await page.getByRole('link', { name: 'Ver la serie' }).click()
  // Which sentence it is depends on how many reps this machine sees well enough.
  await expect(title).toContainText(/^Estable (hasta la repetición|en) \d de \d/)
  for (const fold of ['review_play_back', 'review_checks'] as const)
    await page.locator('summary', { hasText: spanish(fold) }).click()
  await expect(page.getByRole('img', { name: spanish('review_angle_over_set') })).toBeVisible()
  await expect(page.getByText(spanish('review_behind_rep').replace(/\{rep\}.*/, ''))).toBeVisible()
  await expect(page.getByRole('heading', { name: spanish('review_not_checked_why') })).toBeVisible()
  const verdict = await title.innerText()

  await page.reload()
  await expect(title).toHaveText(verdict)
  await page.getByRole('link', { name: 'Historial' }).click()
  await page.reload()
  await page
    .getByRole('link', { name: /Puente/ })
    .last()
    .click()
  await expect(title).toHaveText(verdict)

  await page.goto('/#/film')
  await expect(page.getByRole('heading', { name: 'Analizar un vídeo' })).toBeVisible()
  await page.goto('/#/film/sample')
  await expect(page.getByText(/[1-9]\d* % leído/).first()).toBeVisible({ timeout: 60_000 })

  expect([...said].filter(isEnglish)).toEqual([])
  // What was watched was the whole of it: a cue and the count, as well as the screens.
  const cues = Object.entries(messages('bridge')).filter(([key]) => key.endsWith('_cue'))
  expect(cues.some(([, cue]) => said.has(cue as string))).toBe(true)
  for (const text of ['3', '1', 'Abrir la cámara', 'Ver la serie']) expect(said).toContain(text)
  expect(elsewhere).toEqual([])
})
