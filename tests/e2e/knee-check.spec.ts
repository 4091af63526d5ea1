import { expect, test } from '@playwright/test'

test('a knee check is chosen, explained, and reached by its address', async ({ page }) => {
  await page.goto('/#/choose')
  await page.getByText('Bridge', { exact: true }).click()
  await page.getByText('Your knees, from behind your head').click()
  await expect(page.getByRole('img', { name: /on a chair behind your head/ })).toBeVisible()
  await expect(page.getByText('Until form gives')).toBeHidden()
  await page.getByText('Single leg', { exact: true }).click()
  await expect(page.getByText('Your knees, from behind your head')).toBeHidden()
  await page.getByText('Both legs', { exact: true }).click()
  await page.getByRole('link', { name: 'Set up the camera' }).click()

  await expect(page).toHaveURL(/#\/live\/bridge\/double-leg\?target=5&view=knees$/)
  await page.reload()
  await expect(page.getByText('Bridge, both legs, knee check')).toBeVisible()
  await expect(page.getByText(/on a chair behind your head, 2\.2/)).toBeVisible()
})
