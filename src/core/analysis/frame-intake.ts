/**
 * What a set of reps and a set of holds do alike with an incoming frame: find whose body it is and measure it,
 * keep the frame rate, the tracking state, the camera's view and the angle series.
 */
import type { PoseFrame } from '../pose/frame'
import { Measurer, type Measurement } from '../pose/measure'
import { UNKNOWN_VIEW, viewOf } from '../pose/view'
import { limit } from '../thresholds'
import type { AnalysisEvent, AngleSeries, View } from './model'
import { FrameRate } from './signal/frame-rate'
import { SeriesRecorder } from './signal/series'
import { Tracking } from './signal/tracking'

/** Seconds over which the present view is estimated. */
const VIEW_WINDOW_S = limit('view.window-seconds')
/** Seconds between two estimates of the view. */
const VIEW_EVERY_S = limit('view.every-seconds')

export interface IntakeOptions {
  /** The exercise's own name for side-on: 'front' where the chest faces the lens. */
  readonly facing: 'side' | 'front'
  /** Whether the lens stands well above the body, where somebody knows. */
  readonly raised: boolean | null
}

export class FrameIntake {
  readonly #options: IntakeOptions
  readonly #measurer = new Measurer()
  readonly #tracking = new Tracking()
  readonly #rate = new FrameRate()
  readonly #series = new SeriesRecorder()
  readonly #recent: Measurement[] = []
  #view: View = UNKNOWN_VIEW
  #viewDue = -Infinity
  #frames = 0

  constructor(options: IntakeOptions) {
    this.#options = options
  }

  /**
   * Takes the next frame in time order; returns its measurement, or null where it shows no body of this person.
   * A change of the tracking state is added to `events`.
   */
  take(frame: PoseFrame, events: AnalysisEvent[]): Measurement | null {
    const { time } = frame
    this.#frames++
    this.#rate.step(time)
    const m = this.#measurer.measure(frame)
    const state = this.#tracking.step(time, m !== null)
    if (state) events.push({ kind: 'tracking', time, state })
    if (m) this.#look(m)
    return m
  }

  /** Adds the frame to the angle series. `drive` in degrees or percent, NaN where unseen. */
  record(time: number, m: Measurement | null, drive: number): void {
    this.#series.add(time, m, drive)
  }

  /** Whether the last frame began to show another person, who is followed from there on. */
  get replaced(): boolean {
    return this.#measurer.replaced
  }

  /** Where the camera stands now. */
  get view(): View {
    return this.#view
  }

  get tracking(): 'lost' | 'found' {
    return this.#tracking.state
  }

  /** Share of frames with a measurable body since the first one, 0-1. */
  get coverage(): number {
    return this.#tracking.coverage
  }

  /** Frames taken so far, with or without a body. */
  get frames(): number {
    return this.#frames
  }

  get series(): AngleSeries {
    return this.#series.result()
  }

  /** Whether the frames from one second to another were too few to judge anything by. */
  isSlow(from: number, to: number): boolean {
    return this.#rate.isSlow(from, to)
  }

  /** The view over a stretch of frames. */
  viewOf(frames: readonly Pick<Measurement, 'azimuth' | 'near'>[]): View {
    return viewOf(frames, this.#options.facing, this.#options.raised)
  }

  #look(m: Measurement): void {
    this.#recent.push(m)
    while (m.time - (this.#recent[0]?.time ?? m.time) > VIEW_WINDOW_S) this.#recent.shift()
    if (m.time < this.#viewDue) return
    this.#viewDue = m.time + VIEW_EVERY_S
    this.#view = this.viewOf(this.#recent)
  }
}
