/** Takes a log in as a person would: by the import screen. */
import { expect, type Page } from '@playwright/test'
import type { LogEntry } from '../../src/core/programme'
import { seal } from '../../src/storage/records/envelope'
import { EXPORT_FORMAT } from '../../src/storage/records/schema'

export async function bringIn(page: Page, log: readonly LogEntry[]): Promise<void> {
  const records = log.map((entry) => ({ key: ['log', entry.id], value: seal('log', entry) }))
  const file = { format: EXPORT_FORMAT, exportedAt: '2026-03-04T19:00:00.000Z', records }
  await page.goto('/#/import')
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'keel.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  })
  await page.getByRole('button', { name: 'Take it in' }).click()
  await expect(page.getByRole('heading', { name: 'It is all here' })).toBeVisible()
}
