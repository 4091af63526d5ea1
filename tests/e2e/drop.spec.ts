import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'

/** Drops a file on the page's heading, far from any field for files. */
async function dropFile(page: Page, name: string, type: string, bytes: Buffer): Promise<void> {
  const data = await page.evaluateHandle(
    ([base64, fileName, fileType]) => {
      const transfer = new DataTransfer()
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      transfer.items.add(new File([content], fileName, { type: fileType }))
      return transfer
    },
    [bytes.toString('base64'), name, type] as const,
  )
  const heading = page.getByRole('heading', { level: 1 })
  await heading.dispatchEvent('dragover', { dataTransfer: data })
  await heading.dispatchEvent('drop', { dataTransfer: data })
}

test('a film that is dropped anywhere on its page is read', async ({ page }) => {
  await page.goto('/#/film')
  await page.getByText('Bridge', { exact: true }).click()
  await dropFile(page, 'bridge.mp4', 'video/mp4', readFileSync('tests/fixtures/bridge-2s.mp4'))
  await expect(page.getByRole('alert')).toContainText('No rep and no hold was found', { timeout: 60_000 })
})

test('an export in UTF-16 that is dropped anywhere on its page is read', async ({ page }) => {
  const document = { format: 'keel.export/1', exportedAt: '2026-11-30T20:00:00.000Z', records: [] }
  await page.goto('/#/import')
  const text = Buffer.from(`\uFEFF${JSON.stringify(document)}`, 'utf16le')
  await dropFile(page, 'keel.json', 'application/json', text)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing would change')
})

test('a file that is dropped where none is asked for leaves the page as it is', async ({ page }) => {
  await page.goto('/#/settings')
  await page.evaluate(() =>
    addEventListener('drop', (event) => {
      document.documentElement.dataset.kept = String(event.defaultPrevented)
    }),
  )
  await dropFile(page, 'x.txt', 'text/plain', Buffer.from('x'))
  await expect(page.locator('html')).toHaveAttribute('data-kept', 'true')
})

test('the tables for a spreadsheet have the signs of the browser’s language', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'de-DE' })
  const page = await context.newPage()
  await page.goto('/#/settings')
  const downloads: string[] = []
  page.on('download', (download) => {
    void download.path().then((path) => downloads.push(readFileSync(path, 'utf8')))
  })
  await page.getByRole('button', { name: 'Für Excel' }).click()
  await expect.poll(() => downloads.length).toBe(2)
  for (const text of downloads) expect(text).toMatch(/^\uFEFF[a-z_]+;/)
  await context.close()
})
