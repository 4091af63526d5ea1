import { expect, test, type Page } from '@playwright/test'
import { aSetOf, asExport } from '../support/reviewed'

const sets = Promise.all([
  aSetOf('bridge_fatigue_rom_side', 'bridge'),
  aSetOf('sideplank_sag_front', 'plank'),
  aSetOf('birddog_arch_side', 'dog'),
])

async function takeIn(page: Page, withTrace = true): Promise<void> {
  await page.goto('/#/import')
  await page.locator('input[type=file]').setInputFiles({
    name: 'sets.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(asExport(await sets, withTrace))),
  })
  await page.getByRole('button', { name: 'Take it in' }).click()
  await expect(page.getByRole('heading', { name: 'It is all here' })).toBeVisible()
}

/** Opens what the review folds away. */
const unfold = (page: Page, title: string): Promise<void> =>
  page.locator('summary', { hasText: title }).click()

const scrubber = (page: Page) => page.getByRole('slider', { name: 'Moment of the set' })
const momentOf = async (page: Page): Promise<number> => Number(await scrubber(page).inputValue())
const cursorOf = async (page: Page): Promise<number> =>
  Number(await page.locator('.cursor').getAttribute('x1'))

/** What is drawn on the stage, as one number: another picture, another number. */
const drawn = (page: Page): Promise<number> =>
  page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    let sum = 0
    for (let i = 0; i < data.length; i += 4) if ((data[i + 3] ?? 0) > 0) sum = (sum * 31 + i) % 1_000_000_007
    return sum
  })

test('a set plays, and the angle’s cursor and the drawing follow', async ({ page }) => {
  await takeIn(page)
  await page.goto('/#/set/bridge')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Steady to rep 9 of 12\. Then your hips/)
  await expect(page.getByRole('group', { name: 'Playback of the set' })).toHaveCount(0)
  await unfold(page, 'Play it back')
  const player = page.getByRole('group', { name: 'Playback of the set' })
  await expect(player).toContainText('Rep 10: Short of the top')
  await expect(player).toContainText(/rep \d, your best/)

  const [moment, cursor, picture] = [await momentOf(page), await cursorOf(page), await drawn(page)]
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect.poll(() => momentOf(page)).toBeGreaterThan(moment + 0.5)
  await page.getByRole('button', { name: 'Pause' }).click()
  expect(await cursorOf(page)).toBeGreaterThan(cursor)
  expect(await drawn(page)).not.toBe(picture)
})

test('keys scrub, and a touch on the angle goes there', async ({ page }) => {
  await takeIn(page)
  await page.goto('/#/set/bridge')
  await unfold(page, 'Play it back')
  await scrubber(page).focus()
  await page.keyboard.press('Home')
  const first = await momentOf(page)
  const start = await cursorOf(page)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => momentOf(page)).toBeCloseTo(first + 0.2, 3)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('group', { name: 'Playback of the set' })).toContainText('Rep 2')
  await expect(scrubber(page)).toHaveAttribute('aria-valuetext', 'Rep 2, 0.0 s')
  await page.keyboard.press('End')
  expect(await cursorOf(page)).toBeGreaterThan(start + 300)
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()

  const trace = page.getByRole('img', { name: 'The angle over the set' })
  const box = await trace.boundingBox()
  if (box === null) throw new Error('the trace is drawn')
  await trace.click({ position: { x: box.width / 2, y: box.height / 2 } })
  expect(Math.abs((await cursorOf(page)) - box.width / 2)).toBeLessThan(2)
  await page.getByRole('button', { name: /^Rep 4: steady/ }).click()
  await expect(page.getByRole('group', { name: 'Playback of the set' })).toContainText('Rep 4')
})

test('whoever wants no motion steps from moment to moment', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await takeIn(page)
  await page.goto('/#/set/plank')
  await unfold(page, 'Play it back')
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toHaveCount(0)
  const before = await momentOf(page)
  await page.getByRole('button', { name: 'Next moment' }).click()
  const after = await momentOf(page)
  expect(after).toBeGreaterThan(before)
  expect(after - before).toBeLessThanOrEqual(1.01)
  await expect(page.getByText(/Dashed: second \d+, your best/)).toBeVisible()
})

test('an older set says that its movement is gone, and shows the rest', async ({ page }) => {
  await takeIn(page, false)
  await page.goto('/#/set/bridge')
  await unfold(page, 'Rep by rep')
  await expect(page.getByText('The movement of this set is no longer here')).toBeVisible()
  await expect(page.getByRole('group', { name: 'Playback of the set' })).toHaveCount(0)
  await expect(page.getByRole('article').getByText('Rep 7, your steadiest')).toBeVisible()
  await unfold(page, 'All checks')
  await expect(page.getByRole('heading', { name: 'Not checked, and why' })).toBeVisible()
})

for (const locale of ['en', 'es', 'de'])
  test(`a review prints on one page (${locale})`, async ({ page }) => {
    await page.addInitScript((chosen) => {
      if (sessionStorage.getItem('said') === null) localStorage.setItem('PARAGLIDE_LOCALE', chosen)
    }, locale)
    await page.goto('/#/import')
    await page.locator('input[type=file]').setInputFiles({
      name: 'sets.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(asExport(await sets))),
    })
    await page.locator('main button.primary').click()
    await expect(page.locator('main a.button.primary')).toBeVisible()
    for (const id of ['bridge', 'plank', 'dog']) {
      await page.goto(`/#/set/${id}`)
      await expect(page.locator('.sheet .verdict')).not.toBeEmpty()
      for (const format of ['A4', 'Letter']) {
        const pdf = (await page.pdf({ format })).toString('latin1')
        expect(pdf.match(/\/Type\s*\/Page\b/g), `${id} on ${format}`).toHaveLength(1)
      }
      await page.emulateMedia({ media: 'print' })
      await expect(page.locator('.sheet')).toBeVisible()
      await expect(page.locator('.player')).toBeHidden()
      await page.emulateMedia({ media: null })
    }
  })

// Five things, read in a glance or two: what is more is folded away.
for (const [device, width, height, screens] of [
  ['laptop', 1280, 800, 1.5],
  ['phone', 390, 844, 2.5],
] as const)
  test(`a review takes at most ${screens} screens of a ${device}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await takeIn(page)
    for (const { record } of await sets) {
      await page.goto(`/#/set/${record.id}`)
      await expect(page.locator('article.review .pair svg').first()).toBeVisible()
      const tall = await page.evaluate(() => document.documentElement.scrollHeight)
      expect(tall, `${record.id} on a ${device}`).toBeLessThanOrEqual(screens * height)
    }
  })
