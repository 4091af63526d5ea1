/** A whole set, its model's worker closed at the end: not one word to another origin, and nothing that the policy had to refuse. */
import { expect, test } from '@playwright/test'
import { cameraFilm, withCamera } from './camera'
import { beginCounting } from './trouble'

// Films again and again, so that the set outlasts the minute after which some builds of the pose runtime report home.
test.use({ launchOptions: withCamera(cameraFilm('bridge-good', { to: 14 })) })
test.setTimeout(300_000)

test(
  'more than seventy seconds of a set under the policy',
  { tag: '@long' },
  async ({ page, context, baseURL }) => {
    const elsewhere: string[] = []
    const refused: string[] = []
    context.on('request', (request) => {
      if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(`${baseURL ?? ''}/`))
        elsewhere.push(request.url())
    })
    page.on('console', (message) => {
      if (/Content Security Policy|TrustedScript|TrustedHTML/i.test(message.text()))
        refused.push(message.text())
    })
    await page.exposeFunction('keelRefused', (what: string) => refused.push(what))
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const told = (globalThis as unknown as { keelRefused: (what: string) => void }).keelRefused
        told(`${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)
      })
    })
    page.on('worker', (worker) => {
      void worker
        .evaluate(() => {
          self.addEventListener('securitypolicyviolation', (event) => {
            console.error(`Content Security Policy in the worker: ${event.violatedDirective}`)
          })
        })
        .catch(() => undefined)
    })

    // The page is held to Trusted Types: an address of another origin never becomes a script.
    await page.goto('/')
    const foreign = await page.evaluate(() => {
      try {
        new Worker('https://example.org/worker.js')
        return 'taken'
      } catch (error) {
        return error instanceof TypeError ? 'refused' : String(error)
      }
    })
    expect(foreign).toBe('refused')

    await beginCounting(page)
    const began = await page.evaluate(() => performance.now())
    await page.waitForFunction((from) => performance.now() - from > 71_000, began, { timeout: 120_000 })
    await expect(page.getByRole('timer')).not.toHaveText('0')
    await page.getByRole('button', { name: 'End set' }).click()
    await expect(page).toHaveURL(/#\/done\//)
    for (const worker of page.workers()) await worker.evaluate(() => self.close()).catch(() => undefined)
    await page.goto('/#/settings')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForTimeout(3_000)
    expect({ elsewhere, refused }).toEqual({ elsewhere: [], refused: [] })
  },
)
