/** One way through the app without a pointer: every stop of the focus can be seen, and each screen begins at its heading. */
import { expect, test, type Locator, type Page } from '@playwright/test'
import { focusFault } from '../support/focus'
import { aSetOf, asExport } from '../support/reviewed'

const sets = Promise.all([aSetOf('bridge_fatigue_rom_side', 'bridge')])

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, goal: Locator, key = 'Tab'): Promise<void> {
  await goal.waitFor({ state: 'attached' })
  for (let stops = 0; stops < 90; stops += 1) {
    await page.keyboard.press(key)
    expect(await page.evaluate(focusFault)).toBe('')
    if (await goal.evaluate((one) => one === document.activeElement)) return
  }
  throw new Error(`Tab does not come to ${goal.toString()}`)
}

async function pressOn(page: Page, goal: Locator): Promise<void> {
  await tabTo(page, goal)
  await page.keyboard.press('Enter')
}

const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 })
async function beginsAt(page: Page, text: string | RegExp): Promise<void> {
  await expect(heading(page)).toHaveText(text)
  await expect(heading(page)).toBeFocused()
}

test('the keyboard alone goes from the first screen to a set, a plan, the settings and a review', async ({
  page,
}) => {
  await page.goto('/')
  await heading(page).waitFor()
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'To the content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  expect(await page.evaluate(focusFault)).toBe('')

  // A plan of one's own, and the check-in.
  await pressOn(page, page.getByRole('link', { name: 'Set me up' }))
  await expect(heading(page)).toBeFocused()
  await pressOn(page, page.getByRole('button', { name: 'None of these' }))
  await expect(heading(page)).toBeFocused()
  await pressOn(page, page.getByRole('button', { name: 'Make my plan' }))
  await beginsAt(page, /exercises, about/)
  await pressOn(page, page.getByRole('link', { name: 'Begin', exact: true }))
  await beginsAt(page, 'How is it now?')
  const pain = page.getByRole('slider').first()
  const before = await pain.inputValue()
  await tabTo(page, pain)
  await page.keyboard.press('ArrowRight')
  expect(await pain.inputValue()).not.toBe(before)
  await pressOn(page, page.getByRole('button', { name: 'None of these: go on' }))
  await beginsAt(page, /^First: /)
  await pressOn(page, page.getByRole('link', { name: 'Back', exact: true }))

  // An exercise, its set, and out again.
  await expect(heading(page)).toBeFocused()
  await page.goto('/#/choose')
  await beginsAt(page, 'What are you doing?')
  const exercise = page.getByRole('group', { name: 'Exercise' })
  await tabTo(page, exercise.getByRole('radio').first())
  await page.keyboard.press('ArrowRight')
  await expect(exercise.getByRole('radio').nth(1)).toBeChecked()
  await pressOn(page, page.getByRole('link', { name: 'Set up the camera' }))
  await beginsAt(page, 'Keel needs to see you')
  await tabTo(page, page.getByRole('button', { name: 'Open the camera' }))

  // The list of keys takes Esc for itself; the set takes the next one.
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys on this screen' })
  await expect(keys).toContainText('ends the set')
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
  await expect(page.getByRole('button', { name: 'Open the camera' })).toBeFocused()
  await page.keyboard.press('Escape')
  await beginsAt(page, 'What are you doing?')

  // The settings, by the way back to the top.
  await tabTo(page, page.getByRole('link', { name: 'Settings' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await beginsAt(page, 'Settings and data')
  const theme = page.getByRole('group', { name: 'Appearance' })
  await tabTo(page, theme.getByRole('radio', { name: 'As the system' }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  // A set that came in as a file, from the history to its review.
  await page.goto('/#/import')
  // The settings have a field for files too.
  await beginsAt(page, 'Bring in a file')
  await page.locator('input[type=file]').setInputFiles({
    name: 'sets.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(asExport(await sets))),
  })
  await pressOn(page, page.getByRole('button', { name: 'Take it in' }))
  await beginsAt(page, 'It is all here')
  await page.goto('/#/history')
  await beginsAt(page, 'What you did')
  await pressOn(page, page.getByRole('link', { name: /^Bridge.*12 reps/ }))
  await beginsAt(page, /^Steady to rep 9 of 12/)
  await pressOn(page, page.locator('summary', { hasText: 'Play it back' }))
  const scrubber = page.getByRole('slider', { name: 'Moment of the set' })
  await tabTo(page, scrubber)
  await page.keyboard.press('Home')
  const start = Number(await scrubber.inputValue())
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  expect(Number(await scrubber.inputValue())).toBeGreaterThan(start + 0.2)

  // Its keys, opened by the button too; and the ? can be given back to the browser.
  await page.keyboard.press('?')
  await expect(keys).toContainText('plays and pauses')
  await tabTo(page, keys.getByRole('checkbox'))
  await page.keyboard.press('Space')
  await pressOn(page, keys.getByRole('button', { name: 'Close' }))
  await expect(keys).toBeHidden()
  await expect(scrubber).toBeFocused()
  await page.keyboard.press('?')
  await pressOn(page, page.getByRole('button', { name: 'Keyboard' }))
  await expect(keys).toHaveCount(1)
  await expect(keys.getByRole('checkbox')).not.toBeChecked()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Keyboard' })).toBeFocused()
})
