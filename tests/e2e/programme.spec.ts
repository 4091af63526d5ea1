import { expect, test, type Page } from '@playwright/test'
import { Diary } from '../unit/programme/diary'
import { bringIn } from './bring-in'
import { cameraFilm, withCamera } from './camera'

test.use({
  launchOptions: withCamera(cameraFilm('bridge', { to: 42 })),
  timezoneId: 'Europe/Berlin',
})

/** A back that bridges only, so that the session is the film's. */
const bridgesOnly = { avoid: ['kneeling', 'shoulder'] as const, trainingDays: [1, 2, 3, 4, 5, 6, 7] as const }

async function checkIn(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'How is it now?' })).toBeVisible()
  await page.getByRole('button', { name: 'None of these: go on' }).click()
}

test('from the first page to a planned set, its questions and the morning after', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Set me up' }).click()
  await page.getByText('Constant pain at night that no position eases').click()
  await expect(page.getByRole('alert')).toContainText('No session today')
  await page.getByText('Constant pain at night that no position eases').click()
  await page.getByRole('button', { name: 'None of these' }).click()

  await page.getByText('Kneeling', { exact: true }).click()
  await page.getByText('Weight on a shoulder', { exact: true }).click()
  for (const day of ['Tue', 'Thu', 'Sat', 'Sun']) {
    await page.getByRole('group', { name: 'Days that suit a session' }).getByText(day).click()
  }
  await page.getByRole('button', { name: 'Make my plan' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^One exercise, about \d+ minutes\.$/)
  await expect(page.getByText('Left out: it needs kneeling, which you avoid.')).toBeVisible()

  await page.getByRole('link', { name: 'Begin', exact: true }).click()
  await checkIn(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('First: bridge, until form gives')
  await page.getByRole('button', { name: 'Start the set' }).click()
  await page.getByRole('button', { name: 'Open the camera' }).click()
  await expect(page.getByText('of 12', { exact: true })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('heading', { name: 'How was it?' })).toBeVisible({ timeout: 90_000 })

  // What was done stands, even if the page goes away now.
  await page.reload()
  await expect(page.getByRole('heading', { name: 'How was it?' })).toBeVisible()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today’s session is done.')

  const tomorrow = new Date(Date.now() + 86_400_000)
  await page.clock.setFixedTime(tomorrow)
  await page.reload()
  await page.getByRole('link', { name: 'Answer in 15 seconds' }).click()
  await page.getByRole('button', { name: 'Save the morning' }).click()
  await expect(page.getByText(/^Finding your start: \d+ s stayed steady last time\./)).toBeVisible()
})

test.describe('with a session behind', () => {
  /** Trains as planned on Monday and Tuesday; Tuesday's morning after is open. */
  const behind = async (page: Page): Promise<void> => {
    const diary = Diary.running({
      ...bridgesOnly,
      avoid: [...bridgesOnly.avoid],
      trainingDays: [...bridgesOnly.trainingDays],
    })
    diary.train('2026-03-02')
    diary.train('2026-03-03', undefined, {}, null)
    await page.clock.setFixedTime('2026-03-04T08:00:00+01:00')
    await bringIn(page, diary.log)
    await page.getByRole('link', { name: 'Today', exact: true }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^One exercise, about \d+ minutes\.$/)
    await page.getByRole('link', { name: 'Answer in 15 seconds' }).click()
  }

  test('a green morning moves the plan by one small step, and says why', async ({ page }) => {
    await behind(page)
    await page.getByRole('button', { name: 'Save the morning' }).click()
    await expect(page.getByText(/^7 and 6 reps/)).toBeVisible()
    const why = page.getByText(/with a green light stayed steady .*: one more rep in set 1\./)
    await expect(why).toBeVisible()
    await expect(page.getByText('Green', { exact: true })).toBeVisible()

    // The person has the last word, and it is kept.
    await page.getByText('Change it').click()
    await page.getByRole('button', { name: 'One less' }).click()
    await expect(page.getByText('your choice')).toBeVisible()
    await page.reload()
    await expect(page.getByText('You chose this dose.')).toBeVisible()
    await page.getByText('Change it').click()
    await page.getByRole('button', { name: 'Back to the plan' }).click()
    await expect(why).toBeVisible()
  })

  test('a red morning takes it back', async ({ page }) => {
    await behind(page)
    await page.getByText('Below the knee', { exact: true }).click()
    await page.getByRole('button', { name: 'Save the morning' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/easy walking only until/)
    await page.clock.setFixedTime('2026-03-07T08:00:00+01:00')
    await page.reload()
    await expect(page.getByText('Red since the last session: a quarter less.')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^One exercise/)
  })

  test('a yes to a safety question means no session, and no more is kept of it', async ({ page }) => {
    await behind(page)
    await page.goto('/#/checkin')
    await page.getByRole('checkbox', { name: /^Unwell/ }).check()
    await page.getByRole('button', { name: 'Go on', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'No session today' })).toBeVisible()
    await page.getByRole('link', { name: 'To the first screen', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/No session until a check-in is clear/)
  })
})

test('the programme’s screens have addresses of their own', async ({ page }) => {
  for (const [hash, title] of [
    ['start', 'Set up · Keel'],
    ['checkin', 'Check-in · Keel'],
    ['morning', 'This morning · Keel'],
    ['session', 'Session · Keel'],
    ['after', 'After the session · Keel'],
  ] as const) {
    await page.goto(`/#/${hash}`)
    await expect(page).toHaveTitle(title)
  }
})
