/** What a running hold keeps of its frames: numbers only, as a hold may last many minutes. */
import { median } from '../../pose/geometry'
import type { Measurement } from '../../pose/measure'
import { viewOf } from '../../pose/view'
import { limit } from '../../thresholds'
import type { HoldTrace } from '../fatigue'
import type { ExerciseOutline } from '../definition'
import type { View } from '../model'
import type { HoldSample } from '../rules'

export class HeldFrames {
  readonly #start: number
  readonly #exercise: Pick<ExerciseOutline, 'view' | 'variations'>
  readonly #time: number[] = []
  readonly #line: number[] = []
  readonly #x: number[] = []
  readonly #y: number[] = []
  readonly #seen: Pick<Measurement, 'azimuth' | 'near'>[] = []
  /** Where the floor would be in the first seconds' frames. */
  readonly #floors: number[] = []
  /** Frames of each variation. */
  readonly #variations = new Map<string, number>()
  #level = NaN
  #floor = NaN
  #levelled = false

  /** @param start seconds on the frames' clock */
  constructor(start: number, exercise: Pick<ExerciseOutline, 'view' | 'variations'>) {
    this.#start = start
    this.#exercise = exercise
  }

  /** Adds a frame in which the body was in position. */
  add(m: Measurement, { variation, line, floorLine, measures }: HoldSample): void {
    const { swayX = NaN, swayY = NaN } = measures
    this.#levelled ||= m.time - this.#start > limit('hold.baseline-seconds')
    this.#time.push(m.time)
    this.#line.push(line)
    this.#x.push(swayX)
    this.#y.push(swayY)
    this.#seen.push({ azimuth: m.azimuth, near: m.near })
    this.#variations.set(variation, (this.#variations.get(variation) ?? 0) + 1)
    if (this.#levelled) return
    this.#floors.push(floorLine ?? NaN)
    this.#level = median(this.#line)
    this.#floor = median(this.#floors)
  }

  /** The variation of most frames; of two with as many, the one that the exercise lists later. */
  get variation(): string | null {
    const frames = (id: string): number => this.#variations.get(id) ?? 0
    return this.#exercise.variations.reduce<string | null>(
      (most, { id }) => (frames(id) >= (most === null ? 1 : frames(most)) ? id : most),
      null,
    )
  }

  /** The middle line of the first seconds, degrees. */
  get level(): number {
    return this.#level
  }

  /** The line at which the hips would lie on the floor, as the first seconds' frames have it, degrees; NaN where unknown. */
  get floor(): number {
    return this.#floor
  }

  view(raised: boolean | null): View {
    return viewOf(this.#seen, this.#exercise.view, raised)
  }

  /** The hold's line and place per frame, seconds from its start, up to `end`. */
  trace(end: number): readonly HoldTrace[] {
    return this.#time.flatMap((time, i) =>
      time > end
        ? []
        : [
            {
              time: time - this.#start,
              line: this.#line[i] ?? NaN,
              x: this.#x[i] ?? NaN,
              y: this.#y[i] ?? NaN,
            },
          ],
    )
  }
}
