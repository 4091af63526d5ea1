/** The model on the graphics chip beside the processor, on the same three pictures. Where graphics are software it is no faster, and yet shows whether both see the same. */
import type { Page } from 'playwright'
import { figure, median, type Line } from './table'

/** Measures on the bench's page, which is open and prepared. */
export async function graphicsLines(page: Page): Promise<readonly Line[]> {
  const { processor, graphics, half, found, verdict } = await page.evaluate(() => window.keelBench.graphics())
  const part = (name: 'joints' | 'outline'): Line => {
    const bear = median(half.map((difference) => difference?.[name] ?? NaN))
    return {
      what: `graphics delegate from the processor, ${name}, over the processor on half the picture`,
      values: found.map((difference) => (difference?.[name] ?? NaN) / bear),
      unit: '×',
      beside: `${figure(bear)} trunk lengths`,
      limit: { at: 1, must: 'most' },
    }
  }
  return [
    {
      what: 'one picture on the graphics delegate',
      values: graphics,
      unit: 'ms',
      beside: `processor ${figure(median(processor))} ms; verdict: ${verdict ?? 'none'}`,
      limit: null,
    },
    part('joints'),
    part('outline'),
  ]
}
