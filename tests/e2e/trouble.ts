/** Browsers for what goes wrong: started by hand, as each fault wants its own flags. */
import { chromium, type Browser, type Page } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium'
import { withCamera } from './camera'

export const LIVE = '/#/live/bridge/double-leg'

/** A page in a browser whose camera shows a film. */
export async function pageWithCamera(
  baseURL: string | undefined,
  film: string,
): Promise<{ browser: Browser; page: Page }> {
  const browser = await chromium.launch(withCamera(film))
  return { browser, page: await browser.newPage({ ...(baseURL === undefined ? {} : { baseURL }) }) }
}

/** A browser with no camera at all, and whatever else a test takes away. */
export async function bareBrowser(...flags: readonly string[]): Promise<Browser> {
  const executablePath = findChromium()
  return chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: [...CHROMIUM_FLAGS, ...flags],
  })
}

/** Opens the camera and waits for the first counted rep. */
export async function beginCounting(page: Page): Promise<void> {
  await page.goto(LIVE)
  await page.getByRole('button', { name: 'Open the camera' }).click()
  await page.getByRole('button', { name: 'End set' }).waitFor({ timeout: 60_000 })
  await waitForMore(page, 0)
}

export async function countOf(page: Page): Promise<number> {
  return Number(await page.getByRole('timer').innerText())
}

/** Waits until more reps are counted than there were. */
export async function waitForMore(page: Page, than: number): Promise<void> {
  await page.waitForFunction(
    (n) => Number(document.querySelector('[role=timer]')?.textContent ?? 0) > n,
    than,
    { timeout: 90_000 },
  )
}

/** The process that has the camera open. */
export async function captureProcess(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const found = processInfo.find(({ type }) => type.includes('VideoCapture'))
  if (!found) throw new Error('no process has the camera')
  return found.id
}
