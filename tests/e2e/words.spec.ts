import { expect, test, type Page } from '@playwright/test'
import { aYear, asExport } from '../support/year'
import { addDays, dayOf } from '../../src/core/programme'
import { saidOn, tellsEnglish } from './english'

const today = dayOf(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone)

for (const { language, locale, first, none, plan } of [
  { language: 'es', locale: 'es-ES', first: 'Preparar mi plan', none: 'Nada de esto', plan: 'Crear mi plan' },
  {
    language: 'de',
    locale: 'de-DE',
    first: 'Meinen Plan einrichten',
    none: 'Nichts davon',
    plan: 'Meinen Plan erstellen',
  },
] as const) {
  test.describe(language, () => {
    test.use({ locale })
    const isEnglish = tellsEnglish(language)

    async function holdsNoEnglish(page: Page, where: string): Promise<void> {
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect((await saidOn(page)).filter(isEnglish), where).toEqual([])
    }

    test('the first screens, a plan and its questions hold no English', async ({ page }) => {
      await page.goto('/')
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await holdsNoEnglish(page, 'first visit')
      for (const at of [
        'choose',
        'history',
        'week',
        'recovery',
        'portfolio',
        'settings',
        'import',
        'film',
        'nowhere',
      ]) {
        await page.goto(`/#/${at}`)
        await holdsNoEnglish(page, at)
      }
      await page.goto('/')
      await page.getByRole('link', { name: first }).click()
      await holdsNoEnglish(page, 'first page')
      await page.getByRole('button', { name: none }).click()
      await holdsNoEnglish(page, 'set-up')
      await page.getByRole('button', { name: plan }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/minutos|Minuten/)
      await holdsNoEnglish(page, 'today')
      await page.goto('/#/checkin')
      await holdsNoEnglish(page, 'check-in')
    })

    test('a year of sessions is told without English', async ({ page }) => {
      const log = aYear('improver', addDays(today, -1), 2)
      await page.goto('/#/import')
      await page.locator('input[type=file]').setInputFiles({
        name: 'year.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(asExport(log, new Date().toISOString()))),
      })
      await expect(page.locator('dl')).toBeVisible()
      await holdsNoEnglish(page, 'preview')
      await page.locator('button.primary').click()
      await expect(page.locator('dl')).toBeHidden()
      for (const at of ['', 'week', 'portfolio', 'history', 'history/bird-dog/arm-only', 'checkin']) {
        await page.goto(`/#/${at}`)
        await holdsNoEnglish(page, at)
      }
    })
  })
}

test('the walk finds English where it is spoken', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const found = (await saidOn(page)).filter(tellsEnglish('es'))
  expect(found).toContain('Your video never leaves this device.')
  expect(found.length).toBeGreaterThan(10)
})

test.describe('the choice of a language', () => {
  test('stands from visit to visit, in constants too', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('button', { name: 'Deutsch' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await page.goto('/#/choose')
    await page.reload()
    await expect(page.getByText('Brücke', { exact: true })).toBeVisible()
  })

  test('needs no local storage', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError')
        },
      })
    })
    await page.goto('/')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await page.getByRole('button', { name: 'Español' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'es')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Keel mira tus ejercicios')
  })
})
