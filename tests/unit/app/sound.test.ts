import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Tones } from '../../../src/app/coach/sound'

/** A context as browsers have it: it may be interrupted, refuse to resume, or run with a clock that stands. */
class Context extends EventTarget {
  state = 'suspended'
  currentTime = 0
  destination = {}
  refuses = false
  isSilent = false
  resumed = 0
  resume(): Promise<void> {
    this.resumed++
    if (this.isSilent) return new Promise(() => undefined)
    if (this.refuses) return Promise.reject(new DOMException('no tap yet', 'NotAllowedError'))
    this.become('running')
    return Promise.resolve()
  }
  suspend(): Promise<void> {
    this.become('suspended')
    return Promise.resolve()
  }
  close(): Promise<void> {
    this.become('closed')
    return Promise.resolve()
  }
  become(state: string): void {
    this.state = state
    this.dispatchEvent(new Event('statechange'))
  }
}

let contexts: Context[]
let seconds: number
let played: number
const page = new EventTarget()
const tones = (): Tones =>
  new Tones(() => ({
    create: () => {
      const made = new Context()
      contexts.push(made)
      return made as unknown as AudioContext
    },
    now: () => seconds,
    page,
  }))
const latest = (): Context => contexts.at(-1) ?? new Context()

beforeEach(() => {
  contexts = []
  seconds = 0
  played = 0
  const ramp = { setValueAtTime: vi.fn(), linearRampToValueAtTime: vi.fn() }
  vi.stubGlobal(
    'OscillatorNode',
    class {
      frequency = ramp
      connect = (to: unknown): unknown => to
      start = (): void => {
        played++
      }
      stop = vi.fn()
    },
  )
  vi.stubGlobal(
    'GainNode',
    class {
      gain = ramp
      connect = (to: unknown): unknown => to
    },
  )
})
afterEach(() => void vi.unstubAllGlobals())

describe('tones', () => {
  it('let a set begin where the browser never answers', async () => {
    vi.useFakeTimers()
    const sound = new Tones(() => {
      const made = new Context()
      made.isSilent = true
      return { create: () => made as unknown as AudioContext, now: () => seconds, page }
    })
    let begun = false
    void sound.wake().then(() => (begun = true))
    await vi.advanceTimersByTimeAsync(1000)
    expect(begun).toBe(false)
    await vi.advanceTimersByTimeAsync(1000)
    expect(begun).toBe(true)
    sound.sleep()
    vi.useRealTimers()
  })

  it('come back by themselves after an interruption', async () => {
    const sound = tones()
    await sound.wake()
    latest().become('interrupted')
    await Promise.resolve()
    expect(latest().state).toBe('running')
    sound.play('rep', 1)
    expect(played).toBe(1)
  })

  it('come back with the next tap where the browser refuses until then', async () => {
    const sound = tones()
    await sound.wake()
    latest().refuses = true
    latest().become('interrupted')
    sound.play('rep', 1)
    expect(played).toBe(0)
    latest().refuses = false
    page.dispatchEvent(new Event('pointerdown'))
    await Promise.resolve()
    sound.play('rep', 1)
    expect(played).toBe(1)
  })

  it('come from a new context where the clock of the old one stands', async () => {
    const sound = tones()
    await sound.wake()
    latest().currentTime = 1
    sound.play('rep', 1)
    seconds = 5
    sound.play('rep', 1)
    await Promise.resolve()
    expect(contexts).toHaveLength(2)
    expect(contexts[0]?.state).toBe('closed')
    expect(latest().state).toBe('running')
  })

  it('stay with a context whose clock moves', async () => {
    const sound = tones()
    await sound.wake()
    for (seconds = 1; seconds < 60; seconds += 7) {
      latest().currentTime = seconds
      sound.play('rep', 1)
    }
    expect(contexts).toHaveLength(1)
    expect(played).toBe(9)
  })

  it('ask for nothing once they rest', async () => {
    const sound = tones()
    await sound.wake()
    sound.sleep()
    const before = latest().resumed
    latest().become('interrupted')
    page.dispatchEvent(new Event('pointerdown'))
    await Promise.resolve()
    expect(latest().resumed).toBe(before)
  })
})
