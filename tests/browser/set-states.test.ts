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
