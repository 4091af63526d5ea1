/** One set in front of the camera: from finding the place to the record that is kept. Time is the frames' own. */
import type { Analyser } from '../../core/analysis/analyser'
import type { AnalysisEvent } from '../../core/analysis/model'
import type { PoseFrame } from '../../core/pose/frame'
import type { Placement, PlacementAdvice } from '../../core/pose/placement'
import { exercises } from '../../exercises'
import { m } from '../../words/compiled/messages'
import type { SetRecord, Settings } from '../../storage/records/schema'
import type { PauseReason } from './pauses'
import { SetRecorder, type RecordHead } from './recording/set-recorder'
import type { SetCoach } from '../coach/set-coach'
import type { EndReason } from './set-options'
import { SetStart } from './set-start.svelte'
import type { EmptyReason, EndState, Saving, SetState } from './set-state'
import { SetWork } from './set-work.svelte'
import { Sustained } from './sustained'
import { checkText, ending } from '../../sentences/set/set-words'

export interface LiveSetOptions {
  readonly head: RecordHead
  /** Separate holds of the target's length that make the set; 1 where it is one hold. */
  readonly holds?: number
  readonly onBreakdown: Settings['onBreakdown']
  /** Whether an answered cue may be praised. */
  readonly praise?: boolean
  readonly createAnalyser: () => Analyser
  readonly assess: (frame: PoseFrame) => Placement
  readonly placementText: (advice: PlacementAdvice) => string
  readonly coach: SetCoach
  readonly keepDraft: (record: SetRecord) => Promise<void>
  /** @param trace the set's movement, for the review to play */
  readonly keepSet: (record: SetRecord, trace: readonly PoseFrame[]) => Promise<void>
}

const DRAFT_EVERY_SECONDS = 5
/** How long a new picture must be framed well, and after how long it is taken as it is; what it hides reads as not checked. */
const FRAMED_SECONDS = 1
const FRAMED_ANYWAY_SECONDS = 10

export class LiveSet {
  readonly #options: LiveSetOptions
  readonly #start: SetStart
  #recorder: SetRecorder | null = null
  /** Follows the start position, before the work begins. */
  #starting: SetRecorder | null = null
  #countsOnly = false
  #trace: readonly PoseFrame[] = []
  #nextDraft = 0
  #lastTime = 0
  readonly #framed = new Sustained(FRAMED_SECONDS)
  readonly #misframed = new Sustained(FRAMED_ANYWAY_SECONDS)

  /** Whether the work waits until the picture is framed well again. */
  #reframing = false
  #work = $state.raw<SetWork | null>(null)
  #end = $state.raw<EndState | null>(null)

  constructor(options: LiveSetOptions) {
    this.#options = options
    const { head, createAnalyser, assess, placementText, coach } = options
    this.#start = new SetStart({
      assess,
      placementText,
      coach,
      startPosition: exercises[head.exercise].startPosition,
      cueText: (check) => checkText(head.exercise, check).cue,
      createRecorder: () => {
        const recorder = new SetRecorder(head, createAnalyser())
        recorder.countOnly(this.#countsOnly)
        this.#starting = recorder
        return recorder
      },
    })
  }

  /** The state that the set is in. */
  get current(): SetState {
    return this.#end ?? this.#work?.state ?? this.#start.state
  }

  /** Takes the next frame of the camera. */
  take(frame: PoseFrame): void {
    if (this.#end !== null) return
    this.#lastTime = frame.time
    if (this.#recorder !== null) {
      if (this.#reframing && !this.#isFramed(frame)) return
      this.#follow(frame, this.#recorder.step(frame))
      return
    }
    const end = this.#start.take(frame)
    if (end?.kind === 'given-up') this.#finish('left-frame', end.reason)
    if (end?.kind !== 'begun') return
    this.#begin(end.recorder, frame.time)
    if (end.otherSide) this.#sayOtherSide(frame.time)
    this.#follow(frame, end.events)
  }

  /** Starts although the camera's place is not the best; what it hides reads as not checked. */
  startAnyway(): void {
    this.#start.startAnyway()
  }

  /**
   * Pauses the set: nothing is counted, the clock stops, and the coach says so. The set goes on when the start
   * position is held again, or by `resume`, and ends after `PAUSE_LASTS_SECONDS` seconds of frames. No effect
   * before and after the work.
   */
  pause(reason: PauseReason): void {
    if (this.#end === null) this.#work?.pause(reason)
  }

  /** Pauses because nothing can be seen. Unwatched time counts for nothing, and a draft is kept at once. */
  loseSight(reason: 'hidden' | 'camera'): void {
    if (this.#end !== null || this.#recorder === null) return
    this.#recorder.interrupt()
    this.pause(reason)
    this.#draft(this.#lastTime)
  }

  /** Pauses until the picture of another or a turned camera is framed well. */
  reframe(): void {
    if (this.#end !== null || this.#recorder === null) return
    this.loseSight('camera')
    this.#reframing = true
    this.#framed.reset()
    this.#misframed.reset()
  }

  /** Ends a pause at once, whatever the position. */
  resume(): void {
    if (this.#end === null) this.#work?.resume()
  }

  /** Too few pictures come, or enough again: meanwhile reps and seconds are counted, and nothing is said of form. */
  countOnly(on: boolean): void {
    if (this.#end !== null || on === this.#countsOnly) return
    this.#countsOnly = on
    const recorder = this.#recorder ?? this.#starting
    recorder?.countOnly(on)
    this.#work?.countOnly(on)
  }

  /** Ends the set because the user wants to. */
  endSet(): void {
    this.#finish('user')
  }

  /** Ends a set whose camera or model does not come back. */
  loseSource(): void {
    this.#finish('tracking')
  }

  /** Tries again to save what was done. */
  async save(): Promise<void> {
    const end = this.#end
    if (!end?.record || end.saving.state === 'saving') return
    await this.#save(end.record)
  }

  async #save(record: SetRecord): Promise<void> {
    const show = (saving: Saving): void => {
      this.#end = { state: 'ended', record, saving }
    }
    show({ state: 'saving' })
    try {
      await this.#options.keepSet(record, this.#trace)
      show({ state: 'saved' })
    } catch (error) {
      show({ state: 'failed', error })
    }
  }

  #begin(recorder: SetRecorder, time: number): void {
    const { head, holds = 1, onBreakdown, praise = true, coach } = this.#options
    this.#recorder = recorder
    this.#nextDraft = time + DRAFT_EVERY_SECONDS
    this.#work = new SetWork({ head, holds, onBreakdown, praise, recorder, coach })
    this.#work.countOnly(this.#countsOnly)
  }

  /** A side plank on the other side counts as that side: said once, for the person asked for this one. */
  #sayOtherSide(time: number): void {
    const { head, coach } = this.#options
    if (head.side === null || exercises[head.exercise].sideMeans !== 'side-on-floor') return
    const text = head.side === 'left' ? m.live_counts_right() : m.live_counts_left()
    this.#work?.notice(text, time)
    coach.say({ rank: 'guide', key: 'other-side', text })
  }

  #isFramed(frame: PoseFrame): boolean {
    const { ready, advice } = this.#options.assess(frame)
    this.#work?.advise(advice === null ? '' : this.#options.placementText(advice))
    const anyway = this.#misframed.holds(!ready, frame.time)
    if (!anyway && !this.#framed.holds(ready, frame.time)) return false
    this.#reframing = false
    this.#work?.advise('')
    return true
  }

  #follow(frame: PoseFrame, events: readonly AnalysisEvent[]): void {
    const reason = this.#work?.take(frame, events) ?? null
    const repDone = events.some((event) => event.kind === 'rep')
    if (reason !== null) this.#finish(reason)
    else if (repDone || frame.time >= this.#nextDraft) this.#draft(frame.time)
  }

  #draft(time: number): void {
    if (this.#recorder?.hasWork !== true) return
    this.#nextDraft = time + DRAFT_EVERY_SECONDS
    // A draft that finds no room is no reason to trouble the set: its end says so and offers to try again.
    this.#options.keepDraft(this.#recorder.draft()).catch(() => undefined)
  }

  #finish(reason: EndReason, emptyReason: EmptyReason = 'nothing-counted'): void {
    if (this.#end !== null) return
    const record = this.#recorder?.finish(reason)
    this.#trace = this.#recorder?.trace ?? []
    this.#recorder = null
    if (record === undefined || record.analysis.reps.length + record.analysis.holds.length === 0) {
      this.#end = { state: 'ended', record: null, reason: emptyReason }
      return
    }
    const { coach } = this.#options
    coach.tone(reason === 'plan-complete' ? 'done' : 'stop')
    coach.say({ rank: 'stop', key: 'ended', text: ending(record) })
    void this.#save(record)
  }
}
