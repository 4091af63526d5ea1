/** Runs the analyser over one set and makes its record, for live sets and films alike. */
import type { Analyser } from '../../../core/analysis/analyser'
import type { AnalysisEvent, CheckId, LiveReading, SetAnalysis } from '../../../core/analysis/model'
import { dayOf } from '../../../core/programme/days'
import type { PoseFrame } from '../../../core/pose/frame'
import { findVariation } from '../../../exercises/outlines'
import { compactAnalysis } from '../../../storage/records/compact'
import type { SetRecord } from '../../../storage/records/schema'
import { StillPicker } from './still-picker'
import { TraceRecorder } from './trace-recorder'

/** What of a record is known before its first frame. */
export type RecordHead = Pick<
  SetRecord,
  'id' | 'startedAt' | 'zone' | 'day' | 'source' | 'exercise' | 'variation' | 'side' | 'target' | 'secondView'
>

export class SetRecorder {
  readonly #head: RecordHead
  readonly #analyser: Analyser
  readonly #stills = new StillPicker()
  readonly #trace = new TraceRecorder()
  readonly #cues: SetRecord['cues'] = []
  readonly #reps: SetAnalysis['reps'][number][] = []
  readonly #holds: SetAnalysis['holds'][number][] = []
  #breakdown: SetAnalysis['breakdown'] = null
  #holdStart: number | null = null
  /** The reps and holds of the whole analysis; null before the end. */
  #parts: readonly { start: number; end: number }[] | null = null
  #frames = 0
  #lastTime = 0

  constructor(head: RecordHead, analyser: Analyser) {
    this.#head = head
    this.#analyser = analyser
  }

  step(frame: PoseFrame): readonly AnalysisEvent[] {
    const events = this.#analyser.step(frame)
    this.#frames += 1
    this.#lastTime = frame.time
    this.#stills.take(frame, events)
    this.#trace.take(frame)
    for (const event of events) this.#note(event)
    return events
  }

  /** Tells the analyser that frames are missing between the last one and the next. */
  interrupt(): void {
    this.#analyser.interrupt()
  }

  reading(): LiveReading {
    return this.#analyser.reading()
  }

  /** Whether anything was done that is worth keeping. */
  get hasWork(): boolean {
    return this.#reps.length > 0 || this.#holds.length > 0 || this.#holdStart !== null
  }

  /** The movement so far, for the review to play. */
  get trace(): readonly PoseFrame[] {
    return this.#trace.frames(this.#parts ?? [...this.#reps, ...this.#holds])
  }

  /** The record so far, without the angles, which only `finish` gives. */
  draft(): SetRecord {
    const analysis = this.#soFar()
    return {
      ...this.#head,
      stopReason: 'tracking',
      analysis: compactAnalysis(analysis),
      stills: this.#stills.choose(analysis),
      cues: [...this.#cues],
    }
  }

  /** @param reason why the set ended; null when a film ran to its end */
  finish(reason: SetRecord['stopReason']): SetRecord {
    const analysis = this.#analyser.finish()
    this.#parts = [...analysis.reps, ...analysis.holds]
    return {
      ...this.#head,
      variation: this.#head.variation ?? analysis.variation,
      side: this.#head.side ?? workingSide(analysis),
      stopReason: reason,
      analysis: compactAnalysis(analysis),
      stills: this.#stills.choose(analysis),
      cues: [...this.#cues],
    }
  }

  /**
   * Returns a callback that notes on a cue whether a voice said it.
   * @param check the check that was cued; null for the notice that the laptop moved
   */
  cueSpoken(time: number, check: CheckId | null): (spoken: boolean) => void {
    return (spoken) => {
      const index = this.#cues.findLastIndex(
        (cue) => cue.time === time && ('moved' in cue ? check === null : cue.check === check),
      )
      const cue = this.#cues[index]
      if (cue !== undefined) this.#cues[index] = { ...cue, spoken }
    }
  }

  #note(event: AnalysisEvent): void {
    if (event.kind === 'rep') this.#reps.push(event.rep)
    if (event.kind === 'hold-start') this.#holdStart = event.time
    if (event.kind === 'hold-end') {
      this.#holds.push(event.hold)
      this.#holdStart = null
    }
    if (event.kind === 'breakdown') this.#breakdown = event.breakdown
    if (event.kind === 'moved') this.#cues.push({ time: event.time, moved: true })
    if (event.kind === 'cue') this.#cues.push({ time: event.time, check: event.check, grade: event.grade })
  }

  #soFar(): SetAnalysis {
    const { view, holdSeconds } = this.reading()
    const breakdown = this.#breakdown
    const holds = [...this.#holds]
    if (this.#holdStart !== null) {
      holds.push({
        index: holds.length + 1,
        side: this.#head.side,
        start: this.#holdStart,
        end: this.#lastTime,
        seconds: holdSeconds,
        coverage: 1,
        findings: [],
      })
    }
    return {
      exercise: this.#head.exercise,
      variation: this.#head.variation,
      view,
      coverage: 1,
      frames: this.#frames,
      reps: [...this.#reps],
      holds,
      breakdown,
      stop: null,
      steadyLimit: steadySoFar(this.#reps, holds, breakdown),
      series: { time: [], hipLeft: [], hipRight: [], kneeLeft: [], kneeRight: [], drive: [] },
      fatigue: [],
    }
  }
}

function steadySoFar(
  reps: SetAnalysis['reps'],
  holds: SetAnalysis['holds'],
  breakdown: SetAnalysis['breakdown'],
): number {
  if (holds.length > 0) {
    return Math.max(
      ...holds.map((hold) =>
        breakdown && breakdown.seconds >= hold.start && breakdown.seconds <= hold.end
          ? breakdown.seconds - hold.start
          : hold.seconds,
      ),
    )
  }
  const firstBad = breakdown?.rep ?? Infinity
  return reps.filter((rep) => rep.complete && rep.index < firstBad).length
}

/** The one side that worked throughout, where the exercise is done a side at a time. */
function workingSide({ exercise, variation, reps, holds }: SetAnalysis): SetRecord['side'] {
  if (findVariation(exercise, variation)?.sides === 'alternating') return null
  const sides = new Set([...reps, ...holds].map((part) => part.side))
  const [only] = sides
  return sides.size === 1 ? (only ?? null) : null
}

/** Completes a record's head with its id and the time, the zone and the day of `now`. */
export function headFor(
  what: Omit<RecordHead, 'id' | 'startedAt' | 'zone' | 'day'>,
  id: string,
  now: Date,
  zone: string,
): RecordHead {
  return { ...what, id, startedAt: now.toISOString(), zone, day: dayOf(now.getTime(), zone) }
}
