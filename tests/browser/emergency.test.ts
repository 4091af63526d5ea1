/** An emergency sign takes the whole screen, at once: nobody in need of help has to scroll to be told. */
import { mount, unmount } from 'svelte'
import { afterEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import RedFlags from '../../src/ui/start/RedFlags.svelte'

let shown: ReturnType<typeof mount> | null = null
afterEach(async () => {
  if (shown !== null) await unmount(shown)
  shown = null
})

it.each([
  [1280, 800],
  [390, 844],
])('fills a window of %i × %i', async (width, height) => {
  await page.viewport(width, height)
  shown = mount(RedFlags, { target: document.body, props: { onclear: () => Promise.resolve() } })
  const [first] = document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')
  if (first === undefined) throw new Error('the first page asks nothing')
  expect(document.querySelector('dialog')).toBeNull()
  first.click()
  await expect.poll(() => document.querySelector('dialog')).not.toBeNull()
  const box = document.querySelector('dialog')?.getBoundingClientRect()
  expect([box?.top, box?.left, box?.width, box?.height]).toEqual([0, 0, width, height])
  const said = document.querySelector('dialog h1')?.getBoundingClientRect()
  expect(said?.bottom).toBeLessThan(height)
  document.querySelectorAll<HTMLButtonElement>('dialog button')[1]?.click()
  await expect.poll(() => document.querySelector('dialog')).toBeNull()
  expect(document.querySelector<HTMLInputElement>('input[type=checkbox]')?.checked).toBe(false)
})
