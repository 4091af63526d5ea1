/** What the browser and the world do to stored data, done to them: nothing is lost, and the person is told. */
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, type Download, type Page } from '@playwright/test'
import { seal } from '../../src/storage/records/envelope'
import { DRAFT_KEY, setKey } from '../../src/storage/records/keys'
import { exportSchema } from '../../src/storage/records/schema'
import { aRecord } from '../unit/storage/records'
import { seed, stored } from './records'

const bytesOf = async (download: Promise<Download>): Promise<string> =>
  readFileSync(await (await download).path(), 'utf8')

async function takeAll(page: Page, name = /^Download everything/): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name }).first().click()
  return bytesOf(download)
}

const keysIn = (text: string): string[] =>
  exportSchema.parse(JSON.parse(text)).records.map(({ key }) => key.join('/'))

/** A set as large as a long one with its angles. */
function longSet(id: string): ReturnType<typeof aRecord> {
  const record = aRecord(id)
  const time = Array.from({ length: 60_000 }, (_, index) => index / 10)
  const angles = time.map((at) => 180 + Math.round(10 * Math.sin(at)) / 10)
  const series = {
    time,
    hipLeft: angles,
    hipRight: angles,
    kneeLeft: angles,
    kneeRight: angles,
    drive: angles,
  }
  return { ...record, analysis: { ...record.analysis, series } }
}

test('without room the set waits in the page, can be downloaded, and settles when there is room', async ({
  page,
}) => {
  await page.goto('/')
  await seed(page, [[DRAFT_KEY, seal('draft', longSet('waits'))]])
  await page.reload()
  const browser = await page.context().newCDPSession(page)
  const origin = new URL(page.url()).origin
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  // The browser looks at the room that is left only now and then.
  const room = (): Promise<string> =>
    seed(page, [[['device', 'probe'], 'x'.repeat(200_000)]]).then(
      () => 'room',
      () => 'full',
    )
  await expect.poll(room, { timeout: 60_000 }).toBe('full')

  await page.getByRole('button', { name: 'Keep it' }).click()
  const banner = page.getByRole('status').filter({ hasText: 'The device has no room' })
  await expect(banner).toBeVisible()
  await expect(page.getByRole('link', { name: /Bridge, both legs/ }).last()).toContainText('8 reps')
  expect(keysIn(await takeAll(page))).toContain('set/waits')

  const again = banner.getByRole('button', { name: 'Try again' })
  await again.click()
  // It is tried while the button rests, and the banner stays after it was in vain.
  await expect(again).toBeEnabled()
  await browser.send('Storage.overrideQuotaForOrigin', { origin })
  await expect.poll(room, { timeout: 60_000 }).toBe('room')
  await again.click()
  await expect(banner).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('link', { name: /Bridge, both legs/ }).last()).toContainText('8 reps')
  expect((await stored(page)).has('["set","waits"]')).toBe(true)
})

test('a refused database leaves Keel usable, says so, and gives the data as a file', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
  })
  await page.goto('/#/settings')
  await expect(page.getByText('This browser keeps nothing for this page.')).toBeVisible()
  await page.getByText('Dark', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('link', { name: 'History' }).click()
  await expect(page.getByRole('heading', { name: 'No sets yet' })).toBeVisible()
  expect(keysIn(await takeAll(page))).toEqual(['settings/user'])
})

test('a database that the browser closed is opened anew', async ({ page }) => {
  await page.goto('/#/settings')
  await page.getByText('Dark', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const browser = await page.context().newCDPSession(page)
  // Clearing closes every connection under the page's feet.
  const watch = await page.evaluateHandle(
    () =>
      new Promise<{ closed: boolean }>((resolve) => {
        const opening = indexedDB.open('keel')
        opening.onsuccess = () => {
          const state = { closed: false }
          opening.result.onclose = () => (state.closed = true)
          resolve(state)
        }
      }),
  )
  await browser.send('Storage.clearDataForOrigin', {
    origin: new URL(page.url()).origin,
    storageTypes: 'indexeddb',
  })
  await expect.poll(() => watch.evaluate(({ closed }) => closed)).toBe(true)
  await page.getByText('Light', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await expect(page.getByRole('status').filter({ hasText: 'keeps nothing' })).toHaveCount(0)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})

test('a corrupt and a newer record lie aside or stay as they are, and the rest loads', async ({ page }) => {
  await page.goto('/')
  const newer = { type: 'set', version: 99, data: { id: 'newer', brandNew: true } }
  const corrupt = { type: 'set', version: 1, data: { id: 'corrupt', reps: 'eight' } }
  await seed(page, [
    [setKey('good'), seal('set', aRecord('good'))],
    [setKey('newer'), newer],
    [setKey('corrupt'), corrupt],
    [['log', 'odd'], 'not even an envelope'],
  ])
  await page.goto('/#/history')
  await page.reload()
  await expect(page.getByRole('link', { name: /8 reps/ })).toHaveCount(1)
  await expect(page.getByText(/^3 records lie aside/)).toBeVisible()
  await page.goto('/#/set/newer')
  await expect(page.getByRole('heading', { name: 'A newer Keel wrote this set' })).toBeVisible()
  await page.goto('/#/settings')
  const { records } = exportSchema.parse(JSON.parse(await takeAll(page)))
  expect(records).toContainEqual({ key: ['aside', 'set', 'corrupt'], value: corrupt })
  expect(records).toContainEqual({ key: ['aside', 'log', 'odd'], value: 'not even an envelope' })
  expect(records).toContainEqual({ key: ['set', 'newer'], value: newer })
})

test('a deleted set can be brought back, and an unfinished one is in the log of its day', async ({
  page,
}) => {
  await page.goto('/')
  await seed(page, [[DRAFT_KEY, seal('draft', aRecord('broke-off'))]])
  await page.reload()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByRole('link', { name: /Bridge, both legs/ }).last()).toBeVisible()
  const sessions = async () =>
    [...(await stored(page)).values()].filter((value) => JSON.stringify(value).includes('"kind":"session"'))
  await expect.poll(sessions).toMatchObject([{ data: { day: '2026-11-20', sets: [{ id: 'broke-off' }] } }])

  await page.goto('/#/set/broke-off')
  await page.getByRole('button', { name: 'Delete this set' }).click()
  await page.getByRole('button', { name: 'Delete it' }).click()
  await expect(page.getByText('The set is deleted.')).toBeVisible()
  expect((await stored(page)).has('["set","broke-off"]')).toBe(false)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: /Bridge, both legs/ }).last()).toBeVisible()
  await page.reload()
  await expect(page.getByRole('link', { name: /Bridge, both legs/ }).last()).toBeVisible()
})

test('hostile files change nothing, run nothing, and each is refused by name', async ({ page }) => {
  page.on('dialog', (dialog) => {
    throw new Error(`a file ran a script: ${dialog.message()}`)
  })
  await page.goto('/#/import')
  const input = page.locator('input[type=file]')
  const give = async (name: string, content: string): Promise<void> =>
    input.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })

  const huge = path.join(tmpdir(), `keel-huge-${String(process.pid)}.json`)
  writeFileSync(huge, '{"format":"keel.export/1"')
  truncateSync(huge, 200 * 1024 * 1024)
  await input.setInputFiles(huge)
  await expect(page.getByRole('heading', { name: 'This file is too large' })).toBeVisible()
  truncateSync(huge, 0)

  const script = '<img src=x onerror="alert(1)"><script>alert(2)</script>'
  const record = aRecord('good')
  const document = (...records: unknown[]): string =>
    JSON.stringify({ format: 'keel.export/1', exportedAt: '2026-11-22T20:00:00.000Z', records })
  const file = (id: string, changes: object): object => ({
    key: ['set', id],
    value: { type: 'set', version: 1, data: { ...aRecord(id), ...changes } },
  })
  const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`
  for (const [name, content, title] of [
    [`${script}.json`, '{"format":"keel.exp', 'This file can’t be read'],
    ['nan.json', document(file('x', {})).replace('"target":null', '"target":NaN'), 'This file can’t be read'],
    [
      'deep.json',
      document().replace('[]', `[{"key":["aside","x"],"value":${deep}}]`),
      'not a file of Keel’s',
    ],
    [
      'proto.json',
      document(file('x', {})).replace('"target":null', '"__proto__":{"admin":true},"target":null'),
      'not a file of Keel’s',
    ],
  ] as const) {
    await give(name, content)
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
  }

  await give(
    `${script}.json`,
    document(
      file('good', {}),
      file('good', { target: 3 }),
      file('big', { target: 1e308 }),
      file('zone', { zone: script }),
      file(script, {}),
      { key: [script, script], value: script },
      { key: ['log', 'x'], value: { type: 'log', version: 1, data: { kind: 'check-in', day: script } } },
    ),
  )
  await expect(page.getByRole('heading', { name: 'This is what would change' })).toBeVisible()
  const row = (name: string) =>
    page.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) })
  await expect(row('New')).toContainText('1')
  await expect(row('Conflicting')).toContainText('1')
  await expect(row('Refused')).toContainText('5')
  await page.getByRole('button', { name: 'Take it in' }).click()
  await expect(page.getByRole('heading', { name: 'It is all here' })).toBeVisible()
  const kept = await stored(page)
  expect([...kept.keys()].filter((key) => key.startsWith('["set"'))).toEqual(['["set","good"]'])
  expect(kept.get('["set","good"]')).toEqual(JSON.parse(JSON.stringify(seal('set', record))))
  await page.goto('/#/history')
  await expect(page.getByRole('link', { name: /8 reps/ })).toHaveCount(1)
  await expect(page.locator('main img, main script')).toHaveCount(0)
})

test('a set stays on the day and at the hour of its own zone, wherever it is read', async ({ browser }) => {
  // Half past midnight in Tokyo is still the day before in Los Angeles.
  const record = aRecord('night', {
    ...{ startedAt: '2026-11-19T15:30:00.000Z', zone: 'Asia/Tokyo', day: '2026-11-20' },
  })
  for (const timezoneId of ['America/Los_Angeles', 'Asia/Tokyo', 'Pacific/Kiritimati']) {
    const context = await browser.newContext({ timezoneId })
    const page = await context.newPage()
    await page.goto('/')
    await seed(page, [[setKey('night'), seal('set', record)]])
    await page.goto('/#/history')
    await page.reload()
    await expect(page.getByRole('region', { name: /20 November/ })).toBeVisible()
    await page.goto('/#/set/night')
    await expect(page.getByText(/20 November.* 00:30, from the camera/)).toBeVisible()
    await context.close()
  }
})
