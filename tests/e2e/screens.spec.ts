/** Every screen, empty and with a past, in both themes: nothing that axe finds, runs out of the window, or is hard to hit. */
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { badTargets, faintShapes, tooWide } from '../support/layout'
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
async function found(page: Page, only?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (only === undefined ? axe.withTags(RULES) : axe.withRules(only)).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

for (const [name, addresses] of [
  ['empty', PLAIN],
  ['with a past', KEPT],
] as const)
  test(`every screen, ${name}: axe in both themes, nothing runs out, nothing is small`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    if (name !== 'empty') await takeIn(page)
    const all: string[] = []
    const note = (where: string, findings: readonly string[]): void => {
      all.push(...findings.map((finding) => `${where}: ${finding}`))
    }
    for (const address of addresses) {
      await open(page, address)
      note(address, await found(page))
      // What a theme changes is its colours.
      await page.emulateMedia({ colorScheme: 'dark' })
      note(`${address} in the dark`, await found(page, ['color-contrast', 'link-in-text-block']))
      await page.emulateMedia({ colorScheme: 'light' })
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 844 })
        const where = `${address} at ${String(width)}`
        note(where, await page.evaluate(tooWide))
        note(where, await page.evaluate(badTargets))
      }
    }
    expect(all).toEqual([])
  })

test('more contrast is 7:1 in words, and the system’s colours keep flags, charts and figures', async ({
  page,
}) => {
  // A colour on its way to another is neither.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await takeIn(page)
  const all: string[] = []
  for (const address of [
    '/set/bridge',
    '/history/bridge/double-leg',
    '/learn/bridge/knee-valgus',
    '/choose',
  ]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, contrast: 'more', forcedColors: 'none' })
      if (colorScheme === 'light') await open(page, address)
      const enhanced = await found(page, ['color-contrast-enhanced'])
      all.push(...enhanced.map((one) => `${address}, ${colorScheme}: ${one}`))
      await page.emulateMedia({ forcedColors: 'active' })
      const faint = await page.evaluate(faintShapes)
      all.push(...faint.map((one) => `${address}, ${colorScheme}, forced: ${one}`))
    }
  }
  expect(all).toEqual([])
})
