/** Synthesised tones. Silent until `wake`, as browsers allow sound only after a tap. */
import type { ToneName } from './set-coach'

interface Note {
  /** Hertz; two values glide from the first to the second. */
  readonly pitch: number | readonly [number, number]
  /** Seconds from now, and how long. */
  readonly at: number
  readonly length: number
  readonly gain: number
}

/** They differ in number, direction and length of notes, so that each can be known without words. */
export const melodies: Readonly<Record<ToneName, readonly Note[]>> = {
  count: [{ pitch: 523, at: 0, length: 0.12, gain: 0.3 }],
  go: [{ pitch: 784, at: 0, length: 0.4, gain: 0.36 }],
  rep: [{ pitch: 988, at: 0, length: 0.07, gain: 0.16 }],
  mark: [{ pitch: 440, at: 0, length: 0.07, gain: 0.14 }],
  last: [{ pitch: 880, at: 0, length: 0.12, gain: 0.26 }],
  held: [
    { pitch: 659, at: 0, length: 0.14, gain: 0.3 },
    { pitch: 988, at: 0.16, length: 0.3, gain: 0.3 },
  ],
  cue: [
    { pitch: 587, at: 0, length: 0.12, gain: 0.34 },
    { pitch: 587, at: 0.18, length: 0.12, gain: 0.34 },
  ],
  stop: [
    { pitch: 659, at: 0, length: 0.22, gain: 0.36 },
    { pitch: 523, at: 0.24, length: 0.22, gain: 0.36 },
    { pitch: 392, at: 0.48, length: 0.5, gain: 0.36 },
  ],
  done: [
    { pitch: 523, at: 0, length: 0.18, gain: 0.34 },
    { pitch: 659, at: 0.2, length: 0.18, gain: 0.34 },
    { pitch: 784, at: 0.4, length: 0.5, gain: 0.34 },
  ],
  over: [
    { pitch: 659, at: 0, length: 0.1, gain: 0.34 },
    { pitch: 659, at: 0.14, length: 0.1, gain: 0.34 },
    { pitch: 988, at: 0.28, length: 0.4, gain: 0.34 },
  ],
  lost: [
    { pitch: [494, 262], at: 0, length: 0.5, gain: 0.32 },
    { pitch: [494, 262], at: 0.6, length: 0.5, gain: 0.32 },
  ],
  found: [{ pitch: [262, 494], at: 0, length: 0.4, gain: 0.26 }],
  pause: [
    { pitch: 523, at: 0, length: 0.16, gain: 0.32 },
    { pitch: 349, at: 0.2, length: 0.45, gain: 0.32 },
  ],
  resume: [
    { pitch: 349, at: 0, length: 0.16, gain: 0.32 },
    { pitch: 523, at: 0.2, length: 0.45, gain: 0.32 },
  ],
}

/** Longer than any melody. */
const RINGS_OUT_MS = 3000

/** Seconds for which the clock of a running context may stand before it is given up. */
const STANDS_SECONDS = 1

/** What the tones need of the page, so that a test can stand in for it. */
export interface SoundHost {
  readonly create: () => AudioContext
  /** Seconds, never going back. */
  readonly now: () => number
  /** Hears taps, keys and the page coming back into view. */
  readonly page: EventTarget
}

const pageHost = (): SoundHost => ({
  create: () => new AudioContext(),
  now: () => performance.now() / 1000,
  page: document,
})

/** What may bring the sound back: the browser allows it after a tap, and takes it away with the page out of view. */
const REVIVING_EVENTS = ['pointerdown', 'keydown', 'visibilitychange'] as const

/** How long a browser may take to let sound begin, in milliseconds. */
const RESUME_MS = 1500

export class Tones {
  readonly #host: () => SoundHost
  #context: AudioContext | null = null
  #sleepTimer: ReturnType<typeof setTimeout> | undefined
  /** Whether tones are wanted: then a sound that was taken away is asked for again. */
  #awake = false
  /** The context's clock when it last moved, and when that was. */
  #clock = { reads: -1, at: 0 }

  constructor(host: () => SoundHost = pageHost) {
    this.#host = host
  }

  /** Call from a tap. */
  async wake(): Promise<void> {
    clearTimeout(this.#sleepTimer)
    if (!this.#awake)
      for (const event of REVIVING_EVENTS) this.#host().page.addEventListener(event, this.#revive)
    this.#awake = true
    await this.#open()
  }

  /** Suspends sound once the current melody has ended. */
  sleep(): void {
    for (const event of REVIVING_EVENTS) this.#host().page.removeEventListener(event, this.#revive)
    this.#awake = false
    this.#sleepTimer = setTimeout(() => void this.#context?.suspend(), RINGS_OUT_MS)
  }

  /**
   * Makes the context run. A call, the lock screen or an assistant interrupts it; some browsers then never resume
   * it, and some say that it runs while its clock stands: those get a new one.
   */
  async #open(): Promise<void> {
    if (this.#context === null || this.#context.state === 'closed' || this.#stands()) this.#renew()
    const context = this.#context
    if (context === null || context.state === 'running') return
    const resumed = context.resume().catch(() => undefined)
    // The answer may never come, as where there is no device for sound; a set then does without tones.
    let timer: ReturnType<typeof setTimeout> | undefined
    const waited = new Promise((resolve) => (timer = setTimeout(resolve, RESUME_MS)))
    await Promise.race([resumed, waited])
    clearTimeout(timer)
  }

  #renew(): void {
    this.#context?.removeEventListener('statechange', this.#revive)
    void this.#context?.close().catch(() => undefined)
    this.#context = this.#host().create()
    this.#context.addEventListener('statechange', this.#revive)
    this.#clock = { reads: -1, at: this.#host().now() }
  }

  readonly #revive = (): void => {
    if (this.#awake) void this.#open()
  }

  #stands(): boolean {
    if (this.#context?.state !== 'running') return false
    const now = this.#host().now()
    const reads = this.#context.currentTime
    if (reads !== this.#clock.reads) this.#clock = { reads, at: now }
    return now - this.#clock.at > STANDS_SECONDS
  }

  /** @param volume 0 to 1 */
  play(name: ToneName, volume: number): void {
    for (const note of melodies[name]) this.#play(note, volume)
  }

  /**
   * A long, soft tone that rises, stays or falls: one part of a guided movement or breath.
   * @param from hertz
   * @param to hertz
   * @param volume 0 to 1
   */
  glide(from: number, to: number, seconds: number, volume: number): void {
    this.#play({ pitch: [from, to], at: 0, length: seconds, gain: 0.07 }, volume)
  }

  #play({ pitch, at, length, gain }: Note, volume: number): void {
    if (volume <= 0) return
    if (this.#awake && (this.#context?.state !== 'running' || this.#stands())) void this.#open()
    const context = this.#context
    if (context?.state !== 'running') return
    const start = context.currentTime + at
    const [from, to] = typeof pitch === 'number' ? [pitch, pitch] : pitch
    const peak = gain * volume
    const tone = new OscillatorNode(context, { type: 'sine', frequency: from })
    const loudness = new GainNode(context, { gain: 0 })
    tone.frequency.setValueAtTime(from, start)
    tone.frequency.linearRampToValueAtTime(to, start + length)
    // Ramps instead of steps: a step clicks.
    loudness.gain.setValueAtTime(0, start)
    loudness.gain.linearRampToValueAtTime(peak, start + 0.015)
    loudness.gain.setValueAtTime(peak, start + Math.max(0.02, length - 0.05))
    loudness.gain.linearRampToValueAtTime(0, start + length)
    tone.connect(loudness).connect(context.destination)
    tone.start(start)
    tone.stop(start + length + 0.02)
  }
}
