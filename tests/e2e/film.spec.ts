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
