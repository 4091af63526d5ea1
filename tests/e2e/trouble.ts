/** Browsers for what goes wrong: started by hand, as each fault wants its own flags. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
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

/** A browser that is not Playwright's, so that it hides pages as usual and can be killed. */
export interface OwnBrowser {
  readonly browser: Browser
  /** Ends all of its processes at once, as an empty battery would; nothing when they have ended. */
  readonly kill: () => Promise<void>
}

/** Starts a browser on a profile, its camera showing a film; throws with what it said when it ends instead. */
export async function ownBrowser(profile: string, film: string): Promise<OwnBrowser> {
  const { executablePath = chromium.executablePath(), args } = withCamera(film)
  const child = spawn(
    executablePath,
    [...args, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    // With a group of its own, as its helpers would go on writing to the profile after it.
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      const found = /ws:\/\/\S+(?=\s)/.exec(said)
      if (found !== null) resolve(found[0])
    })
    child.once('exit', () => reject(new Error(said)))
  })
  return {
    browser: await chromium.connectOverCDP(address, { noDefaults: true }),
    kill: async () => {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        process.kill(-child.pid, 'SIGKILL')
      await ended
    },
  }
}

/** An empty profile for `ownBrowser`. */
export const newProfile = (): string => mkdtempSync(path.join(tmpdir(), 'keel-profile-'))

/** Removes a profile whose browser was killed; the last of its processes may need a moment to be gone. */
export function removeProfile(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
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
