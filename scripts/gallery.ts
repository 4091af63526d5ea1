/**
 * `npm run gallery`: a picture of every screen in every state, under test-results/gallery, with a page that shows all.
 * usage: npm run gallery -- [--only TEXT,…] [--theme light|dark] [--size laptop|phone] [--lang en|es|de]
 * `--only` takes parts of the states' ids, as dev.html lists them. Ends with 1 when a state could not be shown.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright'
import { build } from 'vite'
import { SIZES } from '../dev/address'
import { launchChromium } from './chromium'
import { serve } from './serve'

const root = path.resolve(import.meta.dirname, '..')
const [app, folder] = [path.join(root, 'test-results/gallery-app'), path.join(root, 'test-results/gallery')]
const THEMES = ['light', 'dark'] as const
const LANGUAGES = ['en', 'es', 'de'] as const
/** Pages at a time. */
const AT_ONCE = 2
/** Milliseconds within which a state must show itself. */
const WITHIN = 60_000

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    theme: { type: 'string' },
    size: { type: 'string' },
    lang: { type: 'string' },
  },
})

/** What was asked for, or all. @throws when it is none of them */
function chosen<T extends string>(name: 'theme' | 'size' | 'lang', all: readonly T[]): readonly T[] {
  const asked = values[name]
  const found = asked === undefined ? all : all.filter((one) => one === asked)
  if (found.length === 0) throw new Error(`--${name} is one of ${all.join(', ')}`)
  return found
}
const themes = chosen('theme', THEMES)
const sizes = chosen('size', Object.keys(SIZES))
const languages = chosen('lang', LANGUAGES)

const fileOf = (id: string, lang: string, size: string, theme: string): string =>
  path.join(lang, `${size}-${theme}`, `${id.replace('/', '-')}.png`)

async function listStates(browser: Browser, url: string): Promise<readonly string[]> {
  const page = await browser.newPage()
  await page.goto(`${url}/dev.html`)
  await page.waitForFunction(() => 'devStates' in window)
  const ids = await page.evaluate(() => window.devStates)
  await page.close()
  const parts = values.only?.split(',') ?? ['']
  const found = ids.filter((id) => parts.some((part) => id.includes(part)))
  if (found.length === 0) throw new Error(`no state has ${parts.join(' or ')} in its id`)
  return found
}

/** Takes the pictures of a state in one language; says why it could not be shown, or null. */
async function photograph(browser: Browser, url: string, id: string, lang: string): Promise<string | null> {
  // Each in a context of its own: what is locked or kept in one state must not reach another.
  const context = await browser.newContext({
    locale: lang,
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  try {
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    await page.goto(`${url}/dev.html?${new URLSearchParams({ show: id, lang }).toString()}`)
    await page.waitForFunction(() => document.documentElement.dataset.dev !== undefined, null, {
      timeout: WITHIN,
    })
    const report = await page.evaluate(() => document.documentElement.dataset.dev)
    for (const size of sizes)
      for (const theme of themes) {
        const [width, height] = SIZES[size] ?? [1280, 800]
        await page.setViewportSize({ width, height })
        await page.emulateMedia({ colorScheme: theme })
        const file = path.join(folder, fileOf(id, lang, size, theme))
        await page.screenshot({ path: file, fullPage: true, animations: 'disabled' })
      }
    return report === 'ready' && errors.length === 0 ? null : [report, ...errors].join('; ')
  } catch (error) {
    return String(error)
  } finally {
    await context.close()
  }
}

/** One page with all pictures: a row a state and language. */
function sheet(ids: readonly string[]): string {
  const rows = languages.flatMap((lang) =>
    ids.map((id) => {
      const pictures = sizes.flatMap((size) => themes.map((theme) => fileOf(id, lang, size, theme)))
      const images = pictures.map((file) => `<a href="${file}"><img loading="lazy" src="${file}" alt=""></a>`)
      return `<h2>${id}, ${lang}</h2><div>${images.join('')}</div>`
    }),
  )
  const style = 'div{display:flex;gap:8px;align-items:start}img{max-height:420px;border:1px solid #999}'
  return `<!doctype html><meta charset="utf-8"><title>Keel’s gallery</title><style>${style}</style>${rows.join('\n')}`
}

await build({ root, mode: 'gallery', logLevel: 'warn', build: { outDir: app, emptyOutDir: true } })
const served = await serve(app, 0)
const browser = await launchChromium()
const failures: string[] = []
try {
  const ids = await listStates(browser, served.url)
  if (values.only === undefined) rmSync(folder, { recursive: true, force: true })
  const wanted = languages.flatMap((lang) => ids.map((id) => ({ id, lang })))
  let taken = 0
  const work = async (): Promise<void> => {
    for (let next = wanted.shift(); next !== undefined; next = wanted.shift()) {
      const failure = await photograph(browser, served.url, next.id, next.lang)
      if (failure !== null) {
        failures.push(next.id)
        console.error(`not shown: ${next.id} (${next.lang}): ${failure}`)
      }
      taken += sizes.length * themes.length
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'index.html'), sheet(ids))
  console.log(`${taken} pictures of ${ids.length} states: test-results/gallery/index.html`)
} finally {
  await browser.close()
  await served.close()
}
process.exitCode = failures.length === 0 ? 0 : 1
