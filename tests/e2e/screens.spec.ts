/** Every screen, empty and with a past, in both themes: nothing that axe finds, nothing that runs out of the window. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { aSetOf, asExport } from '../support/reviewed'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const WIDTHS = [320, 390, 768, 1280, 2560]

const PLAIN = [
  '/',
  '/start',
  '/checkin',
  '/morning',
  '/session',
  '/after',
  '/choose',
  '/film',
  '/history',
  '/week',
  '/recovery',
  '/portfolio',
  '/settings',
  '/import',
  '/privacy',
  '/learn',
  '/learn/camera',
  '/learn/bridge',
  '/learn/bridge/knee-valgus',
  '/live/bridge/double-leg',
  '/nowhere',
]
const KEPT = [
  '/',
  '/history',
  '/history/bridge/double-leg',
  '/week',
  '/set/bridge',
  '/set/plank',
  '/done/dog',
  '/settings',
]

const sets = Promise.all([
  aSetOf('bridge_fatigue_rom_side', 'bridge'),
  aSetOf('sideplank_sag_front', 'plank'),
  aSetOf('birddog_arch_side', 'dog'),
])

async function takeIn(page: Page): Promise<void> {
  await page.goto('/#/import')
  await page.locator('input[type=file]').setInputFiles({
    name: 'sets.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(asExport(await sets))),
  })
  await page.getByRole('button', { name: 'Take it in' }).click()
  await expect(page.getByRole('heading', { name: 'It is all here' })).toBeVisible()
}

async function open(page: Page, address: string): Promise<void> {
  // From nothing: the screen before would stay until the next one is there.
  await page.goto('about:blank')
  await page.goto(`/#${address}`)
  await page.getByRole('heading').first().waitFor()
}

/** What axe finds, one line each: the rule and the element. */
async function found(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** Elements that reach past the window's right edge. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return []
    return [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > room + 1)
      .slice(0, 4)
      .map(
        (one) =>
          `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''} "${one.textContent.trim().slice(0, 30)}"`,
      )
  })

for (const [name, addresses] of [
  ['empty', PLAIN],
  ['with a past', KEPT],
] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds nothing: ${name}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      if (name !== 'empty') await takeIn(page)
      const all: string[] = []
      for (const address of addresses) {
        await open(page, address)
        all.push(...(await found(page)).map((one) => `${address} ${one}`))
      }
      expect(all).toEqual([])
    })

test('nothing runs out of the window, from 320 to 2560 px', async ({ page }) => {
  await takeIn(page)
  const all: string[] = []
  for (const address of new Set([...PLAIN, ...KEPT])) {
    await open(page, address)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 844 })
      all.push(...(await tooWide(page)).map((one) => `${address} at ${String(width)}: ${one}`))
    }
  }
  expect(all).toEqual([])
})
