import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'

async function give(
  page: Page,
  file: { name: string; mimeType: string; buffer: Buffer } | string,
): Promise<void> {
  await page.goto('/#/film')
  await page.getByText('Bridge', { exact: true }).click()
  await page.getByLabel('Film', { exact: true }).setInputFiles(file)
}

test('the sample film runs through the real pipeline in one click', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Try it with a film' }).click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Steady to rep 6 of 8\. Then your/, {
    timeout: 110_000,
  })
  await page.getByRole('button', { name: /^Rep 2/ }).click()
  await expect(page.getByRole('heading', { name: 'Rep 2' })).toBeVisible()

  // Somebody else's set has no place in one's own history.
  await page.getByRole('link', { name: 'History' }).click()
  await expect(page.getByRole('heading', { name: 'No sets yet' })).toBeVisible()
})

test('a film without a whole rep says so, and another can be chosen', async ({ page }) => {
  await give(page, 'tests/fixtures/bridge-2s.mp4')
  await expect(page.getByRole('alert')).toContainText('No rep and no hold was found', { timeout: 60_000 })
  await page.getByRole('button', { name: 'Choose another film' }).click()
  await expect(page.getByText('What does it show?')).toBeVisible()
})

test('a film that breaks off is judged as far as it goes, and kept', async ({ page }) => {
  // Its index comes first, so that half a file is half a film.
  const whole = readFileSync('public/sample/bridge.mp4')
  const buffer = whole.subarray(0, whole.length / 2)
  await give(page, { name: 'half.mp4', mimeType: 'video/mp4', buffer })
  await expect(page.getByRole('alert')).toContainText('The film breaks off', { timeout: 60_000 })
  await expect(page.getByRole('alert')).toContainText('What came before is kept and judged')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Steady through all [34] reps\.$/)
  await page.getByRole('link', { name: 'History' }).click()
  await expect(page.getByRole('link', { name: /Bridge, both legs/ }).last()).toContainText('film')
})

for (const { name, size, seconds } of [
  { name: 'an empty room', size: '640x480', seconds: 3 },
  { name: 'a 4K portrait film of nobody', size: '2160x3840', seconds: 1 },
]) {
  test(`${name} ends in a clear message`, async ({ page }, testInfo) => {
    const film = testInfo.outputPath('film.mp4')
    const source = seconds > 1 ? `color=c=0x8a8f86:s=${size}` : `testsrc=s=${size}`
    execFileSync('ffmpeg', [
      ...['-v', 'error', '-y', '-f', 'lavfi', '-i', `${source}:r=12:d=${String(seconds)}`],
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', film],
    ])
    await give(page, film)
    await expect(page.getByRole('alert')).toContainText('Nobody was seen in this film', { timeout: 60_000 })
    await page.getByRole('button', { name: 'Choose another film' }).click()
    await expect(page.getByText('What does it show?')).toBeVisible()
  })
}

for (const { name, bytes, says } of [
  { name: 'empty.mp4', bytes: 0, says: 'This file is empty' },
  { name: 'noise.mp4', bytes: 4096, says: 'This is not a film that Keel can open' },
]) {
  test(`${name} is refused with a way on`, async ({ page }) => {
    await give(page, { name, mimeType: 'video/mp4', buffer: Buffer.alloc(bytes, 7) })
    await expect(page.getByRole('alert')).toContainText(says)
    await page.getByRole('button', { name: 'Choose another film' }).click()
    await expect(page.getByText('What does it show?')).toBeVisible()
  })
}
