/** A browser with the built analyse page: one film in, one answer out. */
import type { Browser, Page } from 'playwright'
import type { AnalyseAnswer, AnalyseRequest } from '../src/analyse-page'
import { builtAnalysePage } from './build'
import { launchChromium } from './chromium'
import { serve, type Served } from './serve'

export type Analysed = Extract<AnalyseAnswer, { ok: true }>

/** A film that can't be analysed; the message is one line for the person. */
export class FilmError extends Error {}

const FILM_ERRORS: Readonly<Record<string, (detail: string) => string>> = {
  'film-empty': () => 'the file is empty (0 bytes)',
  'film-unreadable': (detail) => `this is not a video that can be read (${detail})`,
  'film-no-picture': () => 'the file has no video track',
  'film-codec': (codec) => `the video codec ${codec} can't be decoded here (H.264, VP8, VP9 and AV1 can)`,
}

export class AnalyserPage {
  readonly #served: Served
  readonly #browser: Browser

  private constructor(served: Served, browser: Browser) {
    this.#served = served
    this.#browser = browser
  }

  /** Builds if need be, serves, and starts the browser. */
  static async open(): Promise<AnalyserPage> {
    const served = await serve(builtAnalysePage(), 0)
    try {
      return new AnalyserPage(served, await launchChromium())
    } catch (error) {
      await served.close()
      throw error
    }
  }

  /** Analyses one film in a page of its own; throws a FilmError for a film that is no good. */
  async analyse(clip: string, request: AnalyseRequest): Promise<Analysed> {
    const page = await this.#browser.newPage()
    try {
      const failed = new Promise<never>((_, reject) => {
        page.on('pageerror', reject)
        page.on('crash', () => {
          reject(new Error('the browser page crashed'))
        })
      })
      return await Promise.race([ask(page, `${this.#served.url}/analyse.html`, clip, request), failed])
    } finally {
      await page.close()
    }
  }

  async close(): Promise<void> {
    await this.#browser.close()
    await this.#served.close()
  }
}

async function ask(page: Page, address: string, clip: string, request: AnalyseRequest): Promise<Analysed> {
  if (process.env.KEEL_DEBUG)
    page.on('console', (message) => {
      console.error(`[page] ${message.text()}`)
    })
  await page.goto(address)
  await page.setInputFiles('#film', clip)
  const answer = await page.evaluate((asked) => window.keelAnalyse(asked), request)
  if (answer.ok) return answer
  throw new FilmError((FILM_ERRORS[answer.code] ?? ((detail) => `${answer.code}: ${detail}`))(answer.detail))
}
