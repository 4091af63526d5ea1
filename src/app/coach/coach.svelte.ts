/** The coach in the room: tones at once, one line at a time by voice, and each as a caption. */
import { SpeechQueue } from '../../core/coaching/queue'
import type { Settings } from '../../storage/records/schema'
import type { CoachLine, SetCoach, ToneName } from './set-coach'
import type { Tones } from './sound'
import type { Voice } from './voice'

export interface CoachOptions {
  readonly settings: () => Settings
  readonly voice: Pick<Voice, 'speak' | 'stop'>
  readonly tones: Pick<Tones, 'play' | 'glide' | 'wake' | 'sleep'>
  /** Seconds, never going back. */
  readonly now: () => number
}

/** Time between two looks at the queue. */
const TICK_SECONDS = 0.1
/** How long a caption stays after its line. */
const CAPTION_STAYS_SECONDS = 1.5

/** Seconds that a line without a voice takes to read. */
const readingTime = (text: string): number => Math.max(1.5, 0.06 * text.length)

export class Coach implements SetCoach {
  readonly #options: CoachOptions
  readonly #queue = new SpeechQueue<CoachLine>()
  #timer: ReturnType<typeof setInterval> | null = null
  /** When a line without a voice has been read. */
  #readAt: number | null = null
  #captionUntil = Infinity
  #finishing = false
  #caption = $state.raw<string | null>(null)

  constructor(options: CoachOptions) {
    this.#options = options
  }

  /** What is being said, to be read; null when it is quiet. */
  get caption(): string | null {
    return this.#caption
  }

  /** Call from a tap: before one, browsers allow no sound. */
  async wake(): Promise<void> {
    this.#finishing = false
    this.#timer ??= setInterval(() => this.tick(), 1000 * TICK_SECONDS)
    await this.#options.tones.wake()
  }

  /** Says what is still in the queue and then falls silent, so that a good-bye is heard after the camera has closed. */
  finish(): void {
    this.#finishing = true
  }

  /** Falls silent until the next `wake`: at once, or after `finish` once the queue is empty. */
  sleep(): void {
    if (this.#finishing && !this.#queue.idle) return
    this.#rest()
    this.#options.voice.stop()
    this.#queue.clear()
    this.#queue.ended(this.#options.now())
    this.#readAt = null
    this.#caption = null
  }

  #rest(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
    this.#finishing = false
    this.#options.tones.sleep()
  }

  tone(name: ToneName): void {
    const { sound, volume } = this.#options.settings()
    if (sound) this.#options.tones.play(name, volume)
  }

  /** A soft tone that leads a movement or a breath, gliding between two pitches in hertz. */
  lead(from: number, to: number, seconds: number): void {
    const { sound, volume } = this.#options.settings()
    if (sound) this.#options.tones.glide(from, to, seconds, volume)
  }

  say(line: CoachLine): void {
    this.#queue.offer(line, this.#options.now())
    this.tick()
  }

  /** Starts the next line when it is due. */
  tick(): void {
    const now = this.#options.now()
    if (this.#readAt !== null && now >= this.#readAt) this.#ended(now)
    if (now >= this.#captionUntil) this.#caption = null
    const due = this.#queue.next(now)
    if (due !== null) this.#begin(due.line, now)
    else if (this.#finishing && this.#queue.idle && this.#caption === null) this.#rest()
  }

  #begin(line: CoachLine, now: number): void {
    const { settings, voice } = this.#options
    const { quiet, volume, rate, voice: chosen } = settings()
    // The screen shows the count already, in larger letters.
    this.#caption = line.rank === 'count' ? null : line.text
    this.#captionUntil = Infinity
    voice.stop()
    const ended = (): void => this.#ended(this.#options.now())
    const spoken = !quiet && volume > 0 && voice.speak(line.text, { voice: chosen, rate, volume }, ended)
    this.#readAt = spoken ? null : now + readingTime(line.text)
    line.onsaid?.(spoken)
  }

  #ended(now: number): void {
    this.#readAt = null
    this.#captionUntil = now + CAPTION_STAYS_SECONDS
    this.#queue.ended(now)
  }
}
