/** Picks the few moments of a set that the review draws. */
import { bestSecond } from '../../../core/analysis/best'
import type { AnalysisEvent, SetAnalysis } from '../../../core/analysis/model'
import { LANDMARK_COUNT, type PoseFrame } from '../../../core/pose/frame'
import { orNull, round } from '../../../storage/records/compact'
import type { SetRecord, Still } from '../../../storage/records/schema'
import { exampleRep } from './example-rep'

/** How long frames are remembered: a rep is reported at its end, and its top was earlier. */
const RECENT_SECONDS = 30
/** Time between remembered frames, and between the moments kept of a hold. */
const RECENT_STEP_SECONDS = 0.1
const HOLD_STEP_SECONDS = 0.5
/** Time after the onset of a breach until a drawing shows it. */
const BREACH_SHOWS_AFTER_SECONDS = 1
/** Time into a hold until the baseline has been taken. */
const BASELINE_AFTER_SECONDS = 2.5

export class StillPicker {
  readonly #recent: PoseFrame[] = []
  readonly #tops = new Map<number, Still>()
  readonly #held: Still[] = []
  #holding = false

  take(frame: PoseFrame, events: readonly AnalysisEvent[]): void {
    this.#remember(frame)
    for (const event of events) {
      if (event.kind === 'rep') this.#keepTop(event.rep.index, event.rep.top)
      if (event.kind === 'hold-start') this.#holding = true
      if (event.kind === 'hold-end') this.#holding = false
    }
    if (this.#holding) this.#keepHeld(frame)
  }

  /** The breakdown, and the steadiest moment of the same side beside it. */
  choose(analysis: SetAnalysis): SetRecord['stills'] {
    const { breakdown } = analysis
    if (analysis.holds.length > 0) {
      const hold = longestHold(analysis)
      const best = hold === undefined ? null : bestSecond(hold, analysis.series, breakdown)
      return {
        best: this.#heldAt(best ?? (hold?.start ?? 0) + BASELINE_AFTER_SECONDS),
        breakdown: breakdown && this.#heldAt(breakdown.seconds + BREACH_SHOWS_AFTER_SECONDS),
      }
    }
    const best = exampleRep(analysis, breakdown?.side ?? null)
    return {
      best: this.#tops.get(best ?? -1) ?? null,
      breakdown: this.#tops.get(breakdown?.rep ?? -1) ?? null,
    }
  }

  #remember(frame: PoseFrame): void {
    const last = this.#recent.at(-1)
    if (frame.body === null || (last !== undefined && frame.time - last.time < RECENT_STEP_SECONDS)) return
    this.#recent.push(frame)
    while ((this.#recent[0]?.time ?? frame.time) < frame.time - RECENT_SECONDS) this.#recent.shift()
  }

  #keepTop(rep: number, top: number): void {
    const frame = nearest(this.#recent, top)
    const still = frame && takeStill(frame, rep)
    if (still) this.#tops.set(rep, still)
  }

  #keepHeld(frame: PoseFrame): void {
    const last = this.#held.at(-1)
    if (last !== undefined && frame.time - last.time < HOLD_STEP_SECONDS) return
    const still = takeStill(frame, null)
    if (still) this.#held.push(still)
  }

  #heldAt(time: number): Still | null {
    return nearest(this.#held, time) ?? null
  }
}

function longestHold({ holds }: SetAnalysis) {
  return holds.toSorted((a, b) => b.seconds - a.seconds)[0]
}

function nearest<T extends { readonly time: number }>(moments: readonly T[], time: number): T | undefined {
  let best: T | undefined
  for (const moment of moments) {
    if (best === undefined || Math.abs(moment.time - time) < Math.abs(best.time - time)) best = moment
  }
  return best
}

/** A frame's body as the numbers that a drawing needs; null when it shows nobody. */
function takeStill(frame: PoseFrame, rep: number | null): Still | null {
  const { body } = frame
  if (body === null) return null
  const points: number[] = []
  for (let index = 0; index < LANDMARK_COUNT; index += 1) {
    const at = index * 4
    for (const offset of [0, 1, 3]) points.push(round(body.landmarks[at + offset] ?? 0, 4))
  }
  const outline = (values: Float32Array | undefined): (number | null)[] =>
    Array.from(values ?? [], (value) => orNull(value, 4))
  return {
    time: round(frame.time, 2),
    rep,
    aspect: frame.width / frame.height,
    points,
    clockwise: outline(body.contour?.clockwise),
    counter: outline(body.contour?.counter),
  }
}
