/** What live tests do on a machine on which Keel judges nothing. */
import { test, type Page } from '@playwright/test'

/**
 * Waits until a set that form ends is over. On a machine that sees under eight frames a second Keel says that it
 * judges nothing, and then there is no form to test: the test is skipped with that reason.
 * @param said how it says so, in the language of the page
 */
export async function judgedOrSkipped(page: Page, said: string): Promise<void> {
  const slow = page.getByText(said).first()
  const over = page.waitForURL(/#\/done\//, { timeout: 90_000 }).then(() => true)
  const seen = slow.waitFor({ timeout: 90_000 }).then(() => false)
  const judged = await Promise.any([over, seen])
  test.skip(!judged, 'this machine sees under eight frames a second: nothing is judged live')
}
