/** The screen of a set in each of its states, as axe and a screen reader find it; recorded landmarks stand for camera and model. */
import axe from 'axe-core'
import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Keel } from '../../src/app/keel'
import type { WorkState } from '../../src/app/set/set-state'
import type { SetPlan } from '../../src/exercises/set-plan'
import { decodeTrace } from '../../src/core/pose/trace'
import { CaptureFault } from '../../src/capture/fault'
import { openTrace } from '../../src/capture/trace'
import type { PoseFrame } from '../../src/core/pose/frame'
import { contextWith } from '../../src/ui/context'
import Live from '../../src/ui/live/Live.svelte'
import Rest from '../../src/ui/session/Rest.svelte'
import { page } from 'vitest/browser'
import '../../src/ui/styles/base.css'
import '../../src/ui/styles/tokens.css'
import '../../src/ui/styles/contrast.css'
import { StandInSession } from '../support/stand-in-session.svelte'

const plan: SetPlan = {
  ...{ exercise: 'bridge', variation: 'double-leg', side: null, target: 8, raised: null },
}
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let frames: readonly PoseFrame[] = []
let keel: Keel
let session: StandInSession
let shown: Record<string, unknown> | null = null

beforeEach(async () => {
  const file = await fetch(new URL('../fixtures/traces/bridge_clean_side.ktr.gz', import.meta.url))
  const bytes = new Uint8Array(await file.arrayBuffer())
  // Some servers say that a .gz was gzipped on its way, and the browser undoes it.
  frames = bytes[0] === 0x1f ? (await openTrace(new Blob([bytes]))).frames : decodeTrace(bytes)
  document.documentElement.lang = 'en'
  document.title = 'Set · Keel'
  keel = new Keel(window)
  session = new StandInSession()
  keel.live = session.asSession
  shown = mount(Live, { target: document.body, props: { plan }, context: contextWith(keel) })
  flushSync()
})
afterEach(async () => {
  vi.useRealTimers()
  if (shown !== null) await unmount(shown)
  shown = null
  keel.closeLive()
})

async function found(): Promise<string[]> {
  flushSync()
  const { violations } = await axe.run(document, { runOnly: RULES })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** Gives the set its frames until enough is seen; `now` goes on where the last ones ended. */
let now = 0
function play(some: readonly PoseFrame[], enough: () => boolean = () => false): void {
  const first = some[0]?.time ?? 0
  const from = now + 0.1
  for (const frame of some) {
    now = from + frame.time - first
    session.set?.take({ ...frame, time: now })
    flushSync()
    if (enough()) return
  }
}
const empty = (seconds: number): PoseFrame[] =>
  frames
    .slice(0, 1)
    .flatMap((frame) =>
      Array.from({ length: seconds * 10 }, (_, n) => ({ ...frame, body: null, time: n / 10 })),
    )
/** The start position, held. */
const still = (seconds: number): PoseFrame[] =>
  frames
    .slice(0, 1)
    .flatMap((frame) => Array.from({ length: seconds * 10 }, (_, n) => ({ ...frame, time: n / 10 })))
const run = (): void => {
  session.state = 'running'
  flushSync()
}
const work = (): WorkState | null => {
  const current = session.set?.current
  return current?.state === 'working' ? current : null
}
const heading = (): string => document.querySelector('h1')?.textContent ?? ''
const regions = (): string[] =>
  [...document.querySelectorAll('[aria-live], [role=status], [role=alert]')].flatMap((one) => {
    const text = one.textContent.trim()
    return text === '' ? [] : [text]
  })

it('is accessible while it asks for the camera, loads, and places', async () => {
  expect(heading()).toBe('Keel needs to see you')
  expect(await found()).toEqual([])
  session.state = 'loading'
  expect(await found()).toEqual([])
  run()
  play(empty(1))
  expect(heading()).toBe('Bridge, both legs')
  expect(regions()).toEqual(['Come into the picture'])
  expect(await found()).toEqual([])
})

it('is accessible while it counts down, counts, pauses and waits for whoever left', async () => {
  run()
  play(still(12), () => session.set?.current.state === 'countdown')
  expect(regions()).toEqual(['Stay still'])
  expect(await found()).toEqual([])

  const said: string[] = []
  const listen = (): boolean => {
    const [line = ''] = regions()
    if (line !== said.at(-1)) said.push(line)
    return (work()?.count ?? 0) >= 3
  }
  play(frames, listen)
  expect(said.filter((line) => /\d/.test(line))).toEqual(['1 rep', '2 reps', '3 reps'])
  expect(regions()).toHaveLength(1)
  expect(await found()).toEqual([])

  session.set?.pause('up')
  expect(await found()).toEqual([])
  expect(regions()).toEqual(['Paused. Take the start position to go on'])
  session.set?.resume()

  play(empty(20), () => (work()?.interruption ?? null) !== null)
  expect(work()?.interruption?.kind).toBe('leaving')
  expect(regions()).toEqual(['Step back into the picture'])
  expect(await found()).toEqual([])
})

it('is accessible when the camera is lost in it, and when nothing was counted', async () => {
  run()
  session.set?.endSet()
  flushSync()
  expect(document.body.textContent).toContain('Nothing was counted')
  // What the coach says stands where the screen says it; a caption would lie over the buttons.
  expect(document.querySelector('[data-caption]')).toBeNull()
  expect(await found()).toEqual([])
  session.fault = new CaptureFault('camera-lost')
  expect(await found()).toEqual([])
  expect(document.querySelector('[role=alert]')?.textContent).toContain('The camera stopped')
})

it('is accessible between two sets', async () => {
  if (shown !== null) await unmount(shown)
  const main = document.createElement('main')
  main.innerHTML = '<h1>Next</h1>'
  document.body.append(main)
  shown = mount(Rest, {
    target: main,
    props: { seconds: 30, next: 'Bridge', onover: () => undefined },
    context: contextWith(keel),
  })
  expect(await found()).toEqual([])
  expect(regions()).toEqual([])
  main.remove()
})

const boxOf = (selector: string): DOMRect => {
  const found = document.querySelector(selector)
  if (found === null) throw new Error(`nothing is ${selector}`)
  return found.getBoundingClientRect()
}
const apart = (one: DOMRect, other: DOMRect): boolean =>
  one.bottom <= other.top || other.bottom <= one.top || one.right <= other.left || other.right <= one.left
const SCREENS = [
  // Widths and heights in CSS pixels; the height of the glass in millimetres: a 13-inch laptop, a 6-inch phone.
  { name: 'laptop', width: 1280, height: 800, glass: 179 },
  { name: 'phone', width: 390, height: 844, glass: 140 },
] as const
/**
 * Set to be read from the mat. Letters of 5 minutes of arc are the smallest that healthy eyes make out (20/20); 8
 * (20/32) is what nearly everyone reads, with or without glasses, and leaves room for a head that lies on its side.
 */
const LEAST_MINUTES = 8
const READ_FROM_MILLIMETRES = 2500
/** Inter's capitals and digits stand 0.727 of the font's size high. */
const CAPITAL = 0.727
const LEAST_SHARE = (glass: number): number =>
  (READ_FROM_MILLIMETRES * Math.tan((LEAST_MINUTES / 60) * (Math.PI / 180))) / glass
const letters = (selector: string): number => {
  const found = document.querySelector(selector)
  if (found === null) throw new Error(`nothing is ${selector}`)
  return CAPITAL * parseFloat(getComputedStyle(found).fontSize)
}

for (const { name, width, height, glass } of SCREENS) {
  const legible = (selector: string): void => {
    expect(letters(selector) / height, `${selector} on a ${name}`).toBeGreaterThan(LEAST_SHARE(glass))
    const { left, right, top, bottom } = boxOf(selector)
    expect([left >= 0, right <= width, top >= 0, bottom <= height], `${selector} on a ${name}`).toEqual(
      Array(4).fill(true),
    )
  }

  it(`can be read from the mat, and nothing lies over anything else, on a ${name}`, async () => {
    await page.viewport(width, height)
    await document.fonts.ready
    session.stream = document.createElement('canvas').captureStream()
    run()
    play(empty(1))
    legible('.sentence:not(.long)')
    // The whole picture is free of words, and the outline of the body is on it.
    const picture = boxOf('.picture')
    expect(picture.height).toBeGreaterThan(0.45 * height)
    expect(apart(boxOf('.place'), picture)).toBe(true)
    expect(document.querySelectorAll('.place li')).toHaveLength(4)
    expect(document.querySelector('[data-outline=wanted] rect')).not.toBeNull()
    for (const button of document.querySelectorAll('.bar .button'))
      expect(apart(button.getBoundingClientRect(), boxOf('.bar .title > div'))).toBe(true)

    play(still(12), () => session.set?.current.state === 'countdown')
    legible('.countdown')
    expect(document.querySelector('[data-outline]')).toBeNull()

    play(frames, () => (work()?.count ?? 0) >= 2)
    legible('.word')
    legible('.number')
    expect(document.querySelector('.word')?.textContent.trim()).toBe('Watching')
    session.set?.countOnly(true)
    flushSync()
    expect(document.querySelector('.word')?.textContent.trim()).toBe('Counting only')
    session.set?.countOnly(false)

    session.set?.pause('up')
    flushSync()
    expect(document.querySelector('.word')).toBeNull()
    expect(document.querySelector('.notes')).toBeNull()
    expect(document.querySelector('.interruption .title')?.textContent).toBe('Paused')
    legible('.interruption .title')
    legible('.interruption .ends')
    session.set?.resume()
  })
}

it('shows one message at a time, apart from the name, the state and the count', async () => {
  const file = await fetch(new URL('../fixtures/traces/bridge_fatigue_rom_side.ktr.gz', import.meta.url))
  const bytes = new Uint8Array(await file.arrayBuffer())
  const fading = bytes[0] === 0x1f ? (await openTrace(new Blob([bytes]))).frames : decodeTrace(bytes)
  session.stream = document.createElement('canvas').captureStream()
  run()
  play(still(12), () => session.set?.current.state === 'countdown')
  play(fading, () => (work()?.cue?.check ?? null) !== null)
  for (const { name, width, height, glass } of SCREENS) {
    await page.viewport(width, height)
    expect(document.querySelectorAll('.message p')).toHaveLength(1)
    const message = boxOf('.message .line')
    expect(letters('.message .line') / height, name).toBeGreaterThan(LEAST_SHARE(glass))
    for (const other of ['.bar .title > div', '.bar .button', '.word', '.count'])
      expect(apart(message, boxOf(other)), `${other} on a ${name}`).toBe(true)
    expect([message.left >= 0, message.right <= width]).toEqual([true, true])
  }
})

it('scrolls at 400%, and cuts nothing off', async () => {
  await page.viewport(320, 200)
  session.stream = document.createElement('canvas').captureStream()
  const reachable = (selector: string): void => {
    document.querySelector(selector)?.scrollIntoView({ block: 'nearest' })
    const { left, right, top, bottom } = boxOf(selector)
    // Scrolling stops at whole pixels.
    const within = [left >= 0, right <= 320, top >= -1, bottom <= 201]
    expect(within, `${selector}: ${left} to ${right}, ${top} to ${bottom}`).toEqual(Array(4).fill(true))
  }
  run()
  play(empty(1))
  for (const one of ['.bar .button:first-of-type', '.bar .button:last-of-type', '.sentence', '.picture'])
    reachable(one)
  play(still(12), () => session.set?.current.state === 'countdown')
  play(frames, () => (work()?.count ?? 0) >= 1)
  for (const one of ['.bar .button', '.word', '.number']) reachable(one)
})
