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

export class Tones {
  #context: AudioContext | null = null
  #sleepTimer: ReturnType<typeof setTimeout> | undefined

  /** Call from a tap. */
  async wake(): Promise<void> {
    clearTimeout(this.#sleepTimer)
    this.#context ??= new AudioContext()
    if (this.#context.state === 'suspended') await this.#context.resume()
  }

  /** Suspends sound once the current melody has ended. */
  sleep(): void {
    this.#sleepTimer = setTimeout(() => void this.#context?.suspend(), RINGS_OUT_MS)
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
    const context = this.#context
    if (context?.state !== 'running' || volume <= 0) return
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
