/** Short tones, made on the spot. They start silent: a browser allows sound only after a tap. */

export interface Sound {
  /** A second of the countdown. */
  count(): void
  go(): void
  rep(): void
  cue(): void
  stop(): void
}

const nothing = (): void => undefined
export const silence: Sound = { count: nothing, go: nothing, rep: nothing, cue: nothing, stop: nothing }

interface Note {
  /** Hertz. */
  readonly pitch: number
  /** Seconds from now, and how long. */
  readonly at: number
  readonly length: number
  readonly gain: number
}

const notes = {
  count: [{ pitch: 523, at: 0, length: 0.12, gain: 0.18 }],
  go: [{ pitch: 784, at: 0, length: 0.35, gain: 0.22 }],
  rep: [{ pitch: 988, at: 0, length: 0.06, gain: 0.08 }],
  cue: [
    { pitch: 587, at: 0, length: 0.12, gain: 0.2 },
    { pitch: 587, at: 0.18, length: 0.12, gain: 0.2 },
  ],
  stop: [
    { pitch: 659, at: 0, length: 0.22, gain: 0.22 },
    { pitch: 523, at: 0.24, length: 0.22, gain: 0.22 },
    { pitch: 392, at: 0.48, length: 0.5, gain: 0.22 },
  ],
} satisfies Record<keyof Sound, readonly Note[]>

export class Tones implements Sound {
  readonly #context = new AudioContext()

  /** Call from a tap. */
  async wake(): Promise<void> {
    if (this.#context.state === 'suspended') await this.#context.resume()
  }

  async close(): Promise<void> {
    await this.#context.close()
  }

  count(): void {
    this.#play(notes.count)
  }
  go(): void {
    this.#play(notes.go)
  }
  rep(): void {
    this.#play(notes.rep)
  }
  cue(): void {
    this.#play(notes.cue)
  }
  stop(): void {
    this.#play(notes.stop)
  }

  #play(melody: readonly Note[]): void {
    if (this.#context.state !== 'running') return
    for (const { pitch, at, length, gain } of melody) {
      const start = this.#context.currentTime + at
      const tone = new OscillatorNode(this.#context, { type: 'sine', frequency: pitch })
      const loudness = new GainNode(this.#context, { gain: 0 })
      // Ramps instead of steps: a step clicks.
      loudness.gain.setValueAtTime(0, start)
      loudness.gain.linearRampToValueAtTime(gain, start + 0.015)
      loudness.gain.setValueAtTime(gain, start + Math.max(0.02, length - 0.05))
      loudness.gain.linearRampToValueAtTime(0, start + length)
      tone.connect(loudness).connect(this.#context.destination)
      tone.start(start)
      tone.stop(start + length + 0.02)
    }
  }
}
