import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { BACKUP_KEY, setKey } from '../../src/storage/records/keys'
import { seed } from './records'

test('starts where the system names no zone', async ({ page }) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  // What Chromium answers for a TZ that it does not know.
  await page.addInitScript(() => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
    const asked = Intl.DateTimeFormat.prototype.resolvedOptions
    Intl.DateTimeFormat.prototype.resolvedOptions = function () {
      return { ...asked.call(this), timeZone: 'Etc/Unknown' }
    }
  })
  await page.goto('/')
  await expect(page.getByRole('navigation')).toBeVisible()
  await page.goto('/#/history')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(errors).toEqual([])
})

test.describe('where Keel can’t start', () => {
  test('a script that is gone leaves a screen that hands out what is kept', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('navigation')).toBeVisible()
    await seed(page, [
      [setKey('one'), { type: 'set', version: 1, data: { id: 'one' } }],
      [BACKUP_KEY, { type: 'device' }],
    ])
    await page.route('**/assets/*.js', (route) => route.fulfill({ status: 404, body: '' }))
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Keel can’t start here' })).toBeVisible()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download everything' }).click()
    const saved = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as {
      format: string
      records: { key: string[] }[]
    }
    expect(saved.format).toBe('keel.export/1')
    expect(saved.records.map(({ key }) => key.join(' '))).toContain('set one')
    expect(saved.records.map(({ key }) => key[0])).not.toContain('device')
  })

  test('an error at the start leaves the same screen, and says where nothing is kept', async ({ page }) => {
    await page.addInitScript(() => {
      // On the prototype: the page's own root element is not there yet when this runs.
      Object.defineProperty(HTMLElement.prototype, 'lang', {
        set() {
          throw new Error('broken on purpose')
        },
      })
    })
    await page.goto('/')
    await expect(page.getByRole('heading', { name: 'Keel can’t start here' })).toBeVisible()
    await page.getByRole('button', { name: 'Download everything' }).click()
    await expect(page.getByRole('status')).toHaveText(/Nothing is kept here yet/)
  })
})
