import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { StayAwake } from '../../../src/app/camera/stay-awake'

/** A lock, which the system may take back. */
class Lock extends EventTarget {
  released = false
  take(): void {
    if (this.released) return
    this.released = true
    this.dispatchEvent(new Event('release'))
  }
  release(): Promise<void> {
    this.take()
    return Promise.resolve()
  }
}

/** A page whose screen can be kept on, as a browser has it: hidden pages lose their locks, and get none. */
class Page extends EventTarget {
  hidden = false
  readonly locks: Lock[] = []
  /** Answers to requests wait for this. */
  gate: Promise<void> = Promise.resolve()

  get held(): number {
    return this.locks.filter(({ released }) => !released).length
  }
  readonly request = async () => {
    await this.gate
    if (this.hidden) throw new DOMException('hidden', 'NotAllowedError')
    const lock = new Lock()
    this.locks.push(lock)
    return lock
  }
  show(visible: boolean): void {
    this.hidden = !visible
    if (this.hidden) for (const lock of this.locks) lock.take()
    this.dispatchEvent(new Event('visibilitychange'))
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

let page: Page
beforeEach(() => {
  page = new Page()
  vi.stubGlobal('document', page)
  vi.stubGlobal('navigator', { wakeLock: { request: page.request } })
})
afterEach(() => void vi.unstubAllGlobals())

it('keeps the screen on until its end', async () => {
  const awake = new StayAwake()
  await awake.begin()
  expect(page.held).toBe(1)
  await awake.end()
  expect(page.held).toBe(0)
  page.show(false)
  page.show(true)
  await settled()
  expect(page.held).toBe(0)
})

it('keeps it on again when the page comes back into view', async () => {
  const awake = new StayAwake()
  await awake.begin()
  page.show(false)
  expect(page.held).toBe(0)
  page.show(true)
  await settled()
  expect(page.held).toBe(1)
  await awake.end()
  expect(page.held).toBe(0)
})

it('begins in a page out of view as soon as it comes into view', async () => {
  page.hidden = true
  const awake = new StayAwake()
  await awake.begin()
  expect(page.held).toBe(0)
  page.show(true)
  await settled()
  expect(page.held).toBe(1)
})

it('leaves nothing held when it ends, begins and ends again before the browser has answered', async () => {
  const awake = new StayAwake()
  let open = (): void => undefined
  page.gate = new Promise((resolve) => (open = resolve))
  const began = [awake.begin(), awake.end(), awake.begin()]
  open()
  await Promise.all(began)
  expect(page.held).toBe(1)
  await Promise.all([awake.end(), awake.begin()])
  expect(page.held).toBe(1)
  await awake.end()
  expect(page.held).toBe(0)
})

it('does without where the browser has none', async () => {
  vi.stubGlobal('navigator', {})
  const awake = new StayAwake()
  await awake.begin()
  await awake.end()
  expect(page.held).toBe(0)
})

it('asks again for a lock that the system took back', async () => {
  vi.useFakeTimers()
  try {
    const awake = new StayAwake()
    await awake.begin()
    page.locks[0]?.take()
    expect(page.held).toBe(0)
    await vi.advanceTimersByTimeAsync(1500)
    expect(page.held).toBe(1)
    await awake.end()
    await vi.advanceTimersByTimeAsync(5000)
    expect(page.held).toBe(0)
    expect(page.locks).toHaveLength(2)
  } finally {
    vi.useRealTimers()
  }
})
