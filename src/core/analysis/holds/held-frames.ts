/** What a running hold keeps of its frames: numbers only, as a hold may last many minutes. */
import type { Side } from '../../pose/frame'
import { median } from '../../pose/geometry'
import type { Measurement } from '../../pose/measure'
import { viewOf } from '../../pose/view'
import { limit } from '../../thresholds'
import type { HoldTrace } from '../fatigue'
import type { View } from '../model'
import type { HoldSample } from '../rules'

export class HeldFrames {
  readonly #start: number
  readonly #time: number[] = []
  readonly #line: number[] = []
  readonly #x: number[] = []
  readonly #y: number[] = []
  readonly #seen: Pick<Measurement, 'azimuth' | 'near'>[] = []
  #left = 0
  #knees = 0
  #level = NaN
  #levelled = false

  /** @param start seconds on the frames' clock */
  constructor(start: number) {
    this.#start = start
  }

  /** Adds a frame in which the body was in position. */
  add(m: Measurement, { side, variation, line, measures }: HoldSample): void {
    const { swayX = NaN, swayY = NaN } = measures
    this.#levelled ||= m.time - this.#start > limit('hold.baseline-seconds')
    this.#time.push(m.time)
    this.#line.push(line)
    this.#x.push(swayX)
    this.#y.push(swayY)
    this.#seen.push({ azimuth: m.azimuth, near: m.near })
    if (side === 'left') this.#left++
    if (variation === 'knees') this.#knees++
    if (!this.#levelled) this.#level = median(this.#line)
  }

  /** The side on the floor in most frames. */
  get side(): Side {
    return this.#left * 2 >= this.#line.length ? 'left' : 'right'
  }

  get onKnees(): boolean {
    return this.#knees * 2 > this.#line.length
  }

  /** The middle line of the first seconds, degrees. */
  get level(): number {
    return this.#level
  }

  view(raised: boolean | null): View {
    return viewOf(this.#seen, 'front', raised)
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
