/** From film to overlay beside the bare model, in turns, so that whatever slows the machine slows both. */
import type { Page } from 'playwright'
import type { BareRound, KeelRound } from './page'
import { figure, median, quantile, sum, type Line } from './table'

const FILM_SECONDS_A_MINUTE = 60

interface Round {
  readonly bare: BareRound
  readonly keel: KeelRound
}

/** Measures on the bench's page, which is open and prepared. */
export async function filmLines(page: Page, rounds: number, seconds: number): Promise<readonly Line[]> {
  // The first time round compiles shaders and warms caches on both sides.
  await page.evaluate(() => window.keelBench.bare())
  await page.evaluate(() => window.keelBench.keel())
  const measured: Round[] = []
  for (let i = 0; i < rounds; i++) {
    const first = await page.evaluate(() => window.keelBench.bare())
    const keel = await page.evaluate(() => window.keelBench.keel())
    const second = await page.evaluate(() => window.keelBench.bare())
    // A bare loop before and one after: what drifts across the three cancels.
    measured.push({
      keel,
      bare: {
        spent: [...first.spent, ...second.spent],
        milliseconds: (first.milliseconds + second.milliseconds) / 2,
      },
    })
  }
  const each = (read: (round: Round) => number): readonly number[] => measured.map(read)
  const bareRate = ({ bare }: Round): number => (1000 * bare.spent.length) / 2 / bare.milliseconds
  const keelRate = ({ keel }: Round): number => (1000 * keel.frames) / keel.milliseconds
  const perMinute = (milliseconds: number): number => (milliseconds / 1000 / seconds) * FILM_SECONDS_A_MINUTE
  const own = ({ worker, analyser }: KeelRound): readonly number[] =>
    worker.map((value, i) => value + (analyser[i] ?? 0))
  const overlay = ({ page: shown, analyser }: KeelRound): readonly number[] =>
    shown.map((value, i) => value - (analyser[i] ?? 0))
  return [
    {
      what: 'throughput of film to overlay, over the bare loop',
      values: each((round) => keelRate(round) / bareRate(round)),
      unit: '×',
      beside: `${figure(median(each(bareRate)))} frames/s (Keel ${figure(median(each(keelRate)))})`,
      limit: { at: 0.95, must: 'least' },
    },
    {
      what: 'one inference, p50',
      values: each(({ bare }) => quantile(bare.spent, 0.5)),
      unit: 'ms',
      limit: null,
    },
    {
      what: 'Keel’s own cost of a frame, p95: brightness, contour, messages, analyser',
      values: each(({ keel }) => quantile(own(keel), 0.95)),
      unit: 'ms',
      beside: `p50 ${figure(median(each(({ keel }) => quantile(own(keel), 0.5))))} ms`,
      limit: { at: 2, must: 'most' },
    },
    {
      what: 'of it analyser in the page, p95',
      values: each(({ keel }) => quantile(keel.analyser, 0.95)),
      unit: 'ms',
      beside: `mean ${figure(median(each(({ keel }) => sum(keel.analyser) / keel.frames)))} ms`,
      limit: null,
    },
    {
      what: 'picture and overlay drawn, p95, while the model is with the next picture',
      values: each(({ keel }) => quantile(overlay(keel), 0.95)),
      unit: 'ms',
      beside: `p50 ${figure(median(each(({ keel }) => quantile(overlay(keel), 0.5))))} ms`,
      limit: null,
    },
    {
      what: 'seconds a minute of film, over the bare loop',
      values: each(({ keel, bare }) => keel.whole / bare.milliseconds),
      unit: '×',
      beside: `${figure(median(each(({ bare }) => perMinute(bare.milliseconds))))} s (Keel ${figure(median(each(({ keel }) => perMinute(keel.whole))))} s)`,
      limit: { at: 1.05, must: 'most' },
    },
  ]
}

/** From nothing to the first pose with the files in the cache, in turns with the bare model. */
export async function startLine(page: Page, rounds: number): Promise<Line> {
  const keel: number[] = []
  const bare: number[] = []
  await page.evaluate(() => window.keelBench.firstPose(true))
  for (let i = 0; i < rounds; i++) {
    bare.push(await page.evaluate(() => window.keelBench.firstPose(true)))
    keel.push(await page.evaluate(() => window.keelBench.firstPose(false)))
  }
  return {
    what: 'first pose after a cached start, over the bare model’s',
    values: keel.map((value, i) => value / (bare[i] ?? NaN)),
    unit: '×',
    beside: `${figure(median(bare))} ms (Keel ${figure(median(keel))} ms)`,
    limit: { at: 1.1, must: 'most' },
  }
}
