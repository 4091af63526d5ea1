import { expect, test, type Page } from '@playwright/test'
import { dayOf } from '../../src/core/programme'
import type { SetRecord } from '../../src/storage/records/schema'
import { cameraFilm, withCamera } from './camera'
import { stored } from './records'

test.use({ launchOptions: withCamera(cameraFilm('bridge-left', { to: 14, empty: 12 })) })

/** The device's clock is put forward by so many hours: dates follow, the page's own time goes on as it went. */
const putClockForward = (page: Page, hours: number): Promise<void> =>
  page.evaluate((ms) => {
    const Real = Date
    globalThis.Date = class extends Real {
      constructor(...given: readonly unknown[]) {
        super(...((given.length > 0 ? given : [Real.now() + ms]) as []))
      }
      static override now = (): number => Real.now() + ms
    } as DateConstructor
  }, hours * 3_600_000)

test('leaving the picture ends the set after a warning, and keeps what was done whatever the clock', async ({
  page,
}) => {
  const device = await page.context().newCDPSession(page)
  await device.send('Emulation.setTimezoneOverride', { timezoneId: 'Europe/Berlin' })
  await page.goto('/#/live/bridge/double-leg')
  await page.getByRole('button', { name: 'Open the camera' }).click()
  await expect(page.getByRole('timer')).toHaveText('1', { timeout: 40_000 })
  // In the middle of the set the clock jumps two days ahead, and the device lands in another zone.
  const before = Date.now()
  await putClockForward(page, 50)
  await device.send('Emulation.setTimezoneOverride', { timezoneId: 'Pacific/Kiritimati' })
  expect(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe(
    'Pacific/Kiritimati',
  )
  expect(await page.evaluate(() => Date.now())).toBeGreaterThan(before + 49 * 3_600_000)

  await expect(page.locator('.interruption').getByText(/^Step back into the picture/)).toBeVisible({
    timeout: 40_000,
  })
  await expect(page).toHaveURL(/#\/done\//, { timeout: 15_000 })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'You left the picture, so the set ended there.',
  )
  await expect
    .poll(async () => [...(await stored(page)).keys()].some((key) => key.startsWith('["set"')))
    .toBe(true)
  const kept = [...(await stored(page))].find(([key]) => key.startsWith('["set"'))?.[1] as { data: SetRecord }
  const { startedAt, day, zone, analysis } = kept.data
  expect([zone, day]).toEqual(['Europe/Berlin', dayOf(Date.parse(startedAt), 'Europe/Berlin')])
  expect(Date.parse(startedAt)).toBeLessThan(before)
  // 14 s of bridges: neither the jump nor the flight is in any rep.
  expect(analysis.reps.length).toBeGreaterThan(1)
  for (const { start, end } of analysis.reps) {
    expect(end - start).toBeGreaterThan(1)
    expect(end - start).toBeLessThan(10)
  }

  await page.goto('/#/')
  await expect(page.getByRole('heading', { name: 'Last sets' })).toBeVisible()
  await expect(page.getByRole('link', { name: /Bridge, both legs/ }).last()).toContainText(/\d reps?/)
})

test('a page that goes away leaves a draft, which is offered once', async ({ page, context }) => {
  await page.goto('/#/live/bridge/double-leg')
  await page.getByRole('button', { name: 'Open the camera' }).click()
  await expect(page.getByRole('timer')).toHaveText('1', { timeout: 40_000 })
  // The draft is written as the rep is counted; closing the page gives it no time for anything else.
  await page.waitForTimeout(300)
  await page.close({ runBeforeUnload: false })

  const next = await context.newPage()
  await next.goto('/')
  await expect(next.getByRole('heading', { name: /^You have an unfinished set from / })).toBeVisible()
  await next.getByRole('button', { name: 'Keep it' }).click()
  await expect(next.getByRole('link', { name: /Bridge, both legs/ }).last()).toContainText('1 rep')
  await next.reload()
  await expect(next.getByRole('heading', { name: 'Last sets' })).toBeVisible()
  await expect(next.getByText('You have an unfinished set')).toHaveCount(0)
})
