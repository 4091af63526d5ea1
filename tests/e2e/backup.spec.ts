/** Data that lies only here: when Keel asks the browser to keep it, when it reminds of a file, and what a deletion takes along. */
import { expect, test } from '@playwright/test'
import { addDays } from '../../src/core/programme'
import { seal } from '../../src/storage/records/envelope'
import { logKey, setKey } from '../../src/storage/records/keys'
import { Diary, monday } from '../unit/programme/diary'
import { aRecord } from '../unit/storage/records'
import { seed, stored } from './records'

test.use({ timezoneId: 'Europe/Berlin' })

const setOn = (id: string, day: string) => {
  const record = aRecord(id, { day, startedAt: `${day}T07:30:00.000Z` })
  return [setKey(id), seal('set', record)] as const
}

test('the browser is asked once there is a set to lose, a file is reminded of after weeks, and each can wait', async ({
  page,
}) => {
  await page.clock.setFixedTime('2026-03-02T09:00:00Z')
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const ask = page.getByRole('heading', { name: 'Your sets are kept here. Shall they stay?' })
  await expect(ask).toHaveCount(0)
  await seed(page, [setOn('first', '2026-03-02')])
  await page.reload()
  await expect(ask).toBeVisible()
  await page.getByRole('button', { name: 'Not now' }).click()
  await expect(ask).toHaveCount(0)

  const five = ['03', '04', '05', '06', '07'].map((day) => setOn(`march-${day}`, `2026-03-${day}`))
  await seed(page, five)
  await page.clock.setFixedTime('2026-03-29T09:00:00Z')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Last sets' })).toBeVisible()
  const remind = page.getByRole('heading', { name: '6 sets lie only in this browser' })
  await expect(ask.or(remind)).toHaveCount(0)
  await page.clock.setFixedTime('2026-03-31T09:00:00Z')
  await page.reload()
  await expect(remind).toBeVisible()
  await expect(page.getByText('For 4 weeks now.')).toBeVisible()
  await page.getByRole('button', { name: 'In two weeks' }).click()
  await expect(remind).toHaveCount(0)
  await page.clock.setFixedTime('2026-04-15T09:00:00Z')
  await page.reload()
  await expect(remind).toBeVisible()
  const download = page.waitForEvent('download')
  await page
    .getByRole('region', { name: '6 sets lie only' })
    .getByRole('button', { name: /^Download/ })
    .click()
  expect((await download).suggestedFilename()).toBe('keel-2026-04-15.json')
  await expect(remind).toHaveCount(0)
  expect((await stored(page)).get('["device","backup"]')).toMatchObject({
    data: { exportedAt: '2026-04-15T09:00:00.000Z', putOffAt: null, asked: true },
  })
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Last sets' })).toBeVisible()
  await expect(remind).toHaveCount(0)
})

test('a plan whose session was deleted is made anew, says so, and forgets it when the set comes back', async ({
  page,
}) => {
  const diary = Diary.running({ avoid: ['kneeling', 'shoulder'], trainingDays: [1, 2, 3, 4, 5, 6, 7] })
  const [first, second, today] = [monday, addDays(monday, 2), addDays(monday, 4)]
  diary.trainOn([first, second])
  const begun = diary.plan(today)
  diary.add({ kind: 'plan', day: today, plan: begun })
  const lost = `${second}-bridge-both-1`
  await page.clock.setFixedTime(`${today}T19:00:00Z`)
  await page.goto('/')
  await seed(page, [
    ...diary.log.map((entry) => [logKey(entry.id), seal('log', entry)] as const),
    setOn(lost, second),
  ])
  await page.reload()
  const row = page.getByText(/short of full range/).first()
  const plan = await row.innerText()
  const notice = page.getByText('A session that today’s plan was built on has been deleted since')
  await expect(notice).toHaveCount(0)

  await page.goto(`/#/set/${lost}`)
  await page.getByRole('button', { name: 'Delete this set' }).click()
  await page.getByRole('button', { name: 'Delete it' }).click()
  await expect(page.getByText('The set is deleted.')).toBeVisible()
  await page.getByRole('link', { name: 'Today' }).first().click()
  await expect(notice).toBeVisible()
  await expect(row).not.toHaveText(plan)

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(notice).toHaveCount(0)
  await expect(row).toHaveText(plan)
})
