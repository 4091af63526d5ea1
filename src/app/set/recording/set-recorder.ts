/** Runs the analyser over one set and makes the record of it. Live sets and films share it. */
import type { Analyser } from '../../../core/analysis/analyser'
import type { AnalysisEvent, CheckId, LiveReading, SetAnalysis } from '../../../core/analysis/model'
import { dayOf } from '../../../core/programme/days'
import type { PoseFrame } from '../../../core/pose/frame'
import { compactAnalysis } from '../../../storage/records/compact'
import type { SetRecord } from '../../../storage/records/schema'
import { StillKeeper } from './still-picker'
import { TraceKeeper } from './trace-recorder'

/** What of a record is known before its first frame. */
export type RecordHead = Pick<
  SetRecord,
  'id' | 'startedAt' | 'zone' | 'day' | 'source' | 'exercise' | 'variation' | 'side' | 'target' | 'secondView'
>

export class SetRecorder {
  readonly #head: RecordHead
  readonly #analyser: Analyser
  readonly #stills = new StillKeeper()
  readonly #trace = new TraceKeeper()
  readonly #cues: SetRecord['cues'] = []
  readonly #reps: SetAnalysis['reps'][number][] = []
  readonly #holds: SetAnalysis['holds'][number][] = []
  #breakdown: SetAnalysis['breakdown'] = null
  #holdStart: number | null = null
  /** What the whole analysis came to; null before the end. */
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
    this.#stills.see(frame, events)
    this.#trace.see(frame)
    for (const event of events) this.#note(event)
    return events
  }

  /** Nobody watched between the last frame and the next. */
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
    return this.#trace.take(this.#parts ?? [...this.#reps, ...this.#holds])
  }

  /** The record as far as it goes: the angles are missing, for only `finish` gives them. */
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

  /** Takes down for the latest cue of that time, or the move of the laptop, whether a voice said it. */
  whenSaid(time: number, what: CheckId | 'moved'): (spoken: boolean) => void {
    return (spoken) => {
      const at = this.#cues.findLastIndex(
        (cue) => cue.time === time && ('moved' in cue ? what === 'moved' : cue.check === what),
      )
      const cue = this.#cues[at]
      if (cue !== undefined) this.#cues[at] = { ...cue, spoken }
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
function workingSide({ exercise, reps, holds }: SetAnalysis): SetRecord['side'] {
  if (exercise === 'bird-dog') return null
  const sides = new Set([...reps, ...holds].map((part) => part.side))
  const [only] = sides
  return sides.size === 1 ? (only ?? null) : null
}

/** Everything of a record that the moment and the place give. */
export function headFor(
  what: Omit<RecordHead, 'id' | 'startedAt' | 'zone' | 'day'>,
  id: string,
  now: Date,
  zone: string,
): RecordHead {
  return { ...what, id, startedAt: now.toISOString(), zone, day: dayOf(now.getTime(), zone) }
}
