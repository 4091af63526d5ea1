/** What a running hold keeps of its frames: numbers only, as a hold may last many minutes. */
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
  /** The first seconds' lines and where the floor would be in them. */
  readonly #floors: number[] = []
  #knees = 0
  #level = NaN
  #floor = NaN
  #levelled = false

  /** @param start seconds on the frames' clock */
  constructor(start: number) {
    this.#start = start
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
    if (variation === 'knees') this.#knees++
    if (this.#levelled) return
    this.#floors.push(floorLine)
    this.#level = median(this.#line)
    this.#floor = median(this.#floors)
  }

  get onKnees(): boolean {
    return this.#knees * 2 > this.#line.length
  }

  /** The middle line of the first seconds, degrees. */
  get level(): number {
    return this.#level
  }

  /** The line at which the hips would lie on the floor, as the first seconds' frames have it, degrees. */
  get floor(): number {
    return this.#floor
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
