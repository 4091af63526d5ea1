/** The browser's own process is killed in the middle of a set, as by a crash or an empty battery. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, expect, test, type Browser, type Page } from '@playwright/test'
import { cameraFilm, withCamera } from './camera'
import { stored } from './records'

interface Run {
  readonly process: ChildProcess
  readonly browser: Browser
  readonly page: Page
}

/** Starts a browser of our own on a profile, so that there is a process to kill. */
async function start(profile: string, film: string): Promise<Run> {
  const { executablePath = chromium.executablePath(), args } = withCamera(film)
  const child = spawn(
    executablePath,
    [...args, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      const found = /ws:\/\/\S+/.exec(said)
      if (found !== null) resolve(found[0])
    })
    child.once('exit', () => reject(new Error(said)))
  })
  const browser = await chromium.connectOverCDP(address)
  const page = await (browser.contexts()[0] ?? (await browser.newContext())).newPage()
  return { process: child, browser, page }
}

async function end({ process: child }: Run): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

test('a browser killed in mid-set loses at most the rep that was running', async ({ baseURL }) => {
  test.setTimeout(300_000)
  const profile = mkdtempSync(path.join(tmpdir(), 'keel-killed-'))
  const film = cameraFilm('bridge-left', { to: 28, empty: 12 })
  const first = await start(profile, film)
  let second: Run | null = null
  try {
    await first.page.goto(`${baseURL ?? ''}/#/live/bridge/double-leg`)
    await first.page.getByRole('button', { name: 'Open the camera' }).click()
    // What a kill may cost is the rep after the last one that is drafted.
    const reps = 2
    await expect
      .poll(async () => JSON.stringify((await stored(first.page)).get('["draft","set"]') ?? null), {
        timeout: 120_000,
      })
      .toContain(`"index":${String(reps)},`)
    await end(first)

    second = await start(profile, film)
    const { page } = second
    await page.goto(`${baseURL ?? ''}/`)
    await expect(page.getByRole('heading', { name: /^You have an unfinished set from / })).toBeVisible({
      timeout: 30_000,
    })
    await page.getByRole('button', { name: 'Keep it' }).click()
    const row = page.getByRole('link', { name: /Bridge, both legs.* reps?/ }).last()
    await expect(row).toBeVisible()
    const kept = Number(/(\d+) reps?/.exec((await row.textContent()) ?? '')?.[1])
    expect(kept).toBeGreaterThanOrEqual(reps)
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Last sets' })).toBeVisible()
    await expect(page.getByText('You have an unfinished set')).toHaveCount(0)
    const all = await stored(page)
    expect([...all.keys()].filter((key) => key.startsWith('["set"'))).toHaveLength(1)
    const sessions = [...all].filter(
      ([key, value]) => key.startsWith('["log"') && JSON.stringify(value).includes('"session"'),
    )
    expect(sessions).toHaveLength(1)
  } finally {
    await end(first)
    if (second !== null) await end(second)
    rmSync(profile, { recursive: true, force: true })
  }
})
