/** What live tests do on a machine on which Keel judges nothing. */
import { test, type Page } from '@playwright/test'

/**
 * Waits until a set that form ends is over. On a machine that sees under eight frames a second Keel says that it
 * judges nothing, and then there is no form to test.
 * @param said how it says so, in the language of the page
 * @returns whether the set was judged to its end
 */
export async function wasJudged(page: Page, said = 'Too few pictures to judge form'): Promise<boolean> {
  const slow = page.getByText(said).first()
  const over = page.waitForURL(/#\/done\//, { timeout: 90_000 }).then(() => true)
  const seen = slow.waitFor({ timeout: 90_000 }).then(() => false)
  return Promise.any([over, seen])
}

/** As `wasJudged`; where nothing is judged, the test is skipped with that reason. */
export async function judgedOrSkipped(page: Page): Promise<void> {
  test.skip(!(await wasJudged(page)), 'this machine sees under eight frames a second: nothing is judged live')
}
