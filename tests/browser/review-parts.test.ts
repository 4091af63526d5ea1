/** The parts of a review as a browser draws them: the two figures, the strip of reps, and its legend. */
import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { Keel } from '../../src/app/keel'
import { openTrace } from '../../src/capture/trace'
import { decodeTrace } from '../../src/core/pose/trace'
import type { SetRecord } from '../../src/storage/records/schema'
import { contextWith } from '../../src/ui/context'
import Review from '../../src/ui/review/Review.svelte'
import '../../src/ui/styles/base.css'
import '../../src/ui/styles/tokens.css'
import { setFrom } from '../support/recorded-set'

let record: SetRecord
let shown: Record<string, unknown> | null = null
beforeEach(async () => {
  const file = await fetch(new URL('../fixtures/traces/bridge_fatigue_rom_side.ktr.gz', import.meta.url))
  const bytes = new Uint8Array(await file.arrayBuffer())
  // Some servers say that a .gz was gzipped on its way, and the browser undoes it.
  const frames = bytes[0] === 0x1f ? (await openTrace(new Blob([bytes]))).frames : decodeTrace(bytes)
  record = (await setFrom(frames, { id: 'bridge', exercise: 'bridge' })).record
  await page.viewport(1280, 800)
})
afterEach(async () => {
  if (shown !== null) await unmount(shown)
  shown = null
})
const show = (): void => {
  shown = mount(Review, { target: document.body, props: { record }, context: contextWith(new Keel(window)) })
  flushSync()
}
const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)]
const boxOf = (selector: string): DOMRect => {
  const found = document.querySelector(selector)
  if (found === null) throw new Error(`nothing is ${selector}`)
  return found.getBoundingClientRect()
}

it('draws the best rep beside the one where form gave, on one floor, and rings the fault there alone', () => {
  show()
  const [best, gave, ...more] = all('.pair figure')
  expect(more).toEqual([])
  expect(best?.textContent).toContain('your steadiest')
  expect(gave?.textContent).toContain('Rep 10')
  const [left, right] = [best, gave].map((one) => one?.querySelector('svg')?.getBoundingClientRect())
  expect(left?.top).toBe(right?.top)
  expect(left?.height).toBe(right?.height)
  expect(left?.right).toBeLessThan(right?.left ?? 0)
  expect(best?.querySelectorAll('.ring')).toHaveLength(0)
  expect(gave?.querySelectorAll('.ring').length).toBeGreaterThan(0)
  // A body with an area, on a floor: not lines in the air.
  for (const figure of [best, gave]) {
    const svg = figure?.querySelector('svg')
    const [trunk, floor] = ['.trunk', '.floor'].map((one) => svg?.querySelector(one)?.getBoundingClientRect())
    expect((trunk?.width ?? 0) * (trunk?.height ?? 0)).toBeGreaterThan(500)
    expect(trunk?.bottom).toBeLessThan((floor?.top ?? 0) + 1)
  }
})

it('stands in the order of its five things', () => {
  show()
  const tops = ['h1', '.pair', '.next', '.strip'].map((one) => boxOf(one).top)
  expect(tops).toEqual(tops.toSorted((a, b) => a - b))
  expect(all('details[open]')).toEqual([])
})

it('has a mark for each rep, each in the legend, and says more of the one that is chosen', () => {
  show()
  const buttons = all('.strip button')
  expect(buttons).toHaveLength(record.analysis.reps.length)
  const names = buttons.map((one) => one.getAttribute('aria-label') ?? '')
  expect(names[9]).toMatch(/^Rep 10: .*form gave here$/)
  expect(names.filter((name) => name.includes('form gave here'))).toHaveLength(1)
  for (const button of buttons) {
    const { width, height } = button.getBoundingClientRect()
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
  }
  expect(all('.details')).toHaveLength(0)
  buttons[9]?.click()
  flushSync()
  expect(buttons[9]?.getAttribute('aria-pressed')).toBe('true')
  expect(all('.details').map((one) => one.querySelector('h2')?.textContent.trim())).toEqual(['Rep 10'])
})
