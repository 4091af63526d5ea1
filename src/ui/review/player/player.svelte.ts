/** The clock of the review: which moment of the set is shown. Its time is not reactive, as it changes with every frame. */
import { frameAt } from '../../../core/pose/align'
import type { PoseFrame } from '../../../core/pose/frame'
import type { SetRecord } from '../../../storage/records/schema'

type Rep = SetRecord['analysis']['reps'][number]
type Hold = SetRecord['analysis']['holds'][number]

export const SPEEDS = [0.5, 1, 2] as const
export type Speed = (typeof SPEEDS)[number]

/** Seconds that an arrow key moves. */
const NUDGE_SECONDS = 0.2

export class SetPlayer {
  readonly frames: readonly PoseFrame[]
  readonly from: number
  readonly to: number
  readonly #reps: readonly Rep[]
  readonly #holds: readonly Hold[]
  /** Times that `skip` goes to. */
  readonly #stops: readonly number[]
  /** Times that `stepOn` goes to. */
  readonly #moments: readonly number[]
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- called for every picture, outside the reactive graph
  readonly #watchers = new Set<(time: number) => void>()
  #time: number
  #running = 0
  #playing = $state.raw(false)
  #speed = $state.raw<Speed>(1)
  #repeats = $state.raw(false)
  #part = $state.raw<number | null>(null)

  /** @param frames at least one, in time order */
  constructor(record: SetRecord, frames: readonly PoseFrame[]) {
    const { reps, holds, breakdown } = record.analysis
    this.frames = frames
    this.from = frames[0]?.time ?? 0
    this.to = Math.max(this.from + 0.1, frames.at(-1)?.time ?? 0)
    this.#reps = reps
    this.#holds = holds
    const gave = breakdown === null || reps.length > 0 ? [] : [breakdown.seconds]
    this.#stops =
      reps.length > 0
        ? reps.map(({ start }) => start)
        : [...holds.flatMap(({ start, end }) => [start, end]), ...gave].sort((a, b) => a - b)
    this.#moments =
      reps.length > 0
        ? reps.flatMap(({ start, top, end }) => [start, top, end])
        : holds.flatMap(({ start, end }) =>
            Array.from({ length: Math.floor(end - start) + 1 }, (_, second) => start + second),
          )
    // Opens at the top of the rep where form gave, or else of the first rep; in a hold where form gave, or at its start.
    const first = reps.find(({ index }) => index === breakdown?.rep) ?? reps[0]
    this.#time = this.#within(first?.top ?? gave[0] ?? holds[0]?.start ?? this.from)
    this.#part = this.partAt(this.#time)
  }

  get time(): number {
    return this.#time
  }
  get playing(): boolean {
    return this.#playing
  }
  get speed(): Speed {
    return this.#speed
  }
  set speed(speed: Speed) {
    this.#speed = speed
  }
  /** Whether one rep is shown again and again. */
  get repeats(): boolean {
    return this.#repeats
  }
  set repeats(on: boolean) {
    this.#repeats = on
  }
  /** The index of the rep or hold that is shown; null between them. */
  get part(): number | null {
    return this.#part
  }

  /** The body at the moment that is shown; undefined where nobody was seen. */
  get frame(): PoseFrame | undefined {
    return frameAt(this.frames, this.#time)
  }

  /** Calls back at once and for every moment that is shown; returns a function that stops it. */
  watch(onTime: (time: number) => void): () => void {
    this.#watchers.add(onTime)
    onTime(this.#time)
    return () => this.#watchers.delete(onTime)
  }

  play(): void {
    if (this.#playing) return
    if (this.#time >= this.to - 0.05) this.#show(this.from)
    this.#playing = true
    let last = performance.now()
    const step = (now: number): void => {
      if (!this.#playing) return
      this.#running = requestAnimationFrame(step)
      // After the page was hidden, go on where it was.
      this.#advance((Math.min(0.25, (now - last) / 1000) || 0) * this.#speed)
      last = now
    }
    this.#running = requestAnimationFrame(step)
  }

  pause(): void {
    this.#playing = false
    cancelAnimationFrame(this.#running)
  }

  toggle(): void {
    if (this.#playing) this.pause()
    else this.play()
  }

  /** Shows a moment, in seconds on the set's clock. */
  seek(time: number): void {
    this.#show(this.#within(time))
  }

  nudge(direction: 1 | -1): void {
    this.pause()
    this.seek(this.#time + direction * NUDGE_SECONDS)
  }

  /** Goes to the start of the next or previous rep, or to the next or previous event of a hold. */
  skip(direction: 1 | -1): void {
    const slack = 0.05
    const next =
      direction === 1
        ? this.#stops.find((stop) => stop > this.#time + slack)
        : this.#stops.findLast((stop) => stop < this.#time - slack)
    if (next !== undefined) this.seek(next)
  }

  /** Goes to the next start, top or end, for people who want no motion; from the last one to the first. */
  stepOn(): void {
    this.pause()
    this.seek(this.#moments.find((moment) => moment > this.#time + 0.01) ?? this.#moments[0] ?? this.from)
  }

  /** Shows a rep at its top. */
  showRep(index: number): void {
    const rep = this.#reps.find((one) => one.index === index)
    if (rep) this.seek(rep.top)
  }

  /** The index of the rep or hold at a time; between two reps the earlier one. */
  partAt(time: number): number | null {
    const last = this.#reps.findLast(({ start }) => start <= time + 1e-6)
    if (this.#reps.length > 0) return last?.index ?? null
    return this.#holds.find(({ start, end }) => start <= time && time <= end)?.index ?? null
  }

  destroy(): void {
    this.pause()
    this.#watchers.clear()
  }

  #advance(seconds: number): void {
    const rep = this.#repeats ? this.#reps.find(({ index }) => index === this.#part) : undefined
    if (rep && this.#time + seconds > rep.end) this.#show(rep.start)
    else if (this.#time + seconds >= this.to) {
      this.#show(this.to)
      this.pause()
    } else this.#show(this.#time + seconds)
  }

  #show(time: number): void {
    this.#time = time
    this.#part = this.partAt(time)
    for (const watcher of this.#watchers) watcher(time)
  }

  readonly #within = (time: number): number => Math.min(this.to, Math.max(this.from, time))
}
