/** One set in front of the camera: from finding the place to the record that is kept. Time is the frames' own. */
import type { Analyser } from '../../core/analysis/analyser'
import type { AnalysisEvent, CheckId } from '../../core/analysis/model'
import type { PoseFrame } from '../../core/pose/frame'
import type { Placement, PlacementAdvice, PlacementMark } from '../../core/pose/placement'
import { exercises } from '../../exercises'
import type { SetRecord, Settings } from '../../storage/records/schema'
import type { PauseReason } from './pauses'
import { SetRecorder, type RecordHead } from './recording/set-recorder'
import type { SetCoach } from '../coach/set-coach'
import type { Cue } from './set-cues.svelte'
import { SetStart, type StartStage } from './set-start.svelte'
import type { EndReason } from './set-options'
import { SetWork } from './set-work.svelte'
import { Sustained } from './sustained'
import { checkText, ending } from '../../sentences/set/set-words'

/** placing → settling → countdown → working → ended; it may fall back before `working`, never after. */
export type Stage = StartStage | 'working' | 'ended'
export type Saving = 'none' | 'saving' | 'saved' | 'failed'

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

const DRAFT_EVERY = 5
/** Seconds for which a new picture must be framed well, and after which it is taken as it is: what it hides reads as not checked. */
const FRAMED_FOR = 1
const FRAMED_ANYWAY = 10

export class LiveSet {
  readonly #options: LiveSetOptions
  readonly #start: SetStart
  #recorder: SetRecorder | null = null
  #trace: readonly PoseFrame[] = []
  #nextDraft = 0
  #lastTime = 0
  readonly #framed = new Sustained(FRAMED_FOR)
  readonly #misframed = new Sustained(FRAMED_ANYWAY)

  #reframing = $state.raw(false)
  #advice = $state.raw('')
  #work = $state.raw<SetWork | null>(null)
  #ended = $state.raw(false)
  #record = $state.raw<SetRecord | null>(null)
  #saving = $state.raw<Saving>('none')
  #saveError = $state.raw<unknown>(null)

  constructor(options: LiveSetOptions) {
    this.#options = options
    const { head, createAnalyser, assess, placementText, coach } = options
    this.#start = new SetStart({
      assess,
      placementText,
      coach,
      startPosition: exercises[head.exercise].startPosition,
      cueText: (check) => checkText(head.exercise, check).cue,
      createRecorder: () => new SetRecorder(head, createAnalyser()),
    })
  }

  get stage(): Stage {
    if (this.#ended) return 'ended'
    return this.#work === null ? this.#start.stage : 'working'
  }
  get marks(): readonly PlacementMark[] {
    return this.#start.marks
  }
  /** What to move or to do next, before the set or when its picture has changed; empty when nothing. */
  get sentence(): string {
    if (this.#reframing) return this.#advice
    return this.#work === null ? this.#start.sentence : ''
  }
  /** Seconds left of the countdown, reps so far, or whole seconds of the running hold. */
  get count(): number {
    return this.#work?.count ?? this.#start.count
  }
  /** Holds so far that were kept to their target. */
  get holdsKept(): number {
    return this.#work?.holdsKept ?? 0
  }
  /** Holds that make the set. */
  get holds(): number {
    return this.#options.holds ?? 1
  }
  get cue(): Cue | null {
    return this.#ended ? null : (this.#work?.cue ?? null)
  }
  /** Checks that can't be judged from here. */
  get unseen(): readonly CheckId[] {
    return this.#work?.unseen ?? []
  }
  /** True while tracking is lost and the clock waits. */
  get lost(): boolean {
    return this.#work?.lost ?? false
  }
  /** Seconds until an empty picture ends the set; null while someone is in it. */
  get leaving(): number | null {
    return this.#ended ? null : (this.#work?.leaving ?? null)
  }
  /** Why counting and the clock wait; null while the set runs. */
  get paused(): PauseReason | null {
    return this.#ended ? null : (this.#work?.paused ?? null)
  }
  /** Whole seconds for which the pause is still kept open; null while the set runs. */
  get pauseLeft(): number | null {
    return this.#work?.pauseLeft ?? null
  }
  /** What was done; null before the end, and when nothing was. */
  get record(): SetRecord | null {
    return this.#record
  }
  /** True when the set ended because nobody came. */
  get absent(): boolean {
    return this.#ended && this.#start.absent
  }
  /** True when the set ended because the start position was not taken. */
  get skipped(): boolean {
    return this.#ended && this.#start.skipped
  }
  get saving(): Saving {
    return this.#saving
  }
  get saveError(): unknown {
    return this.#saveError
  }

  /** Takes the next frame of the camera. */
  take(frame: PoseFrame): void {
    if (this.#ended) return
    this.#lastTime = frame.time
    if (this.#recorder !== null) {
      if (this.#reframing && !this.#isFramed(frame)) return
      this.#follow(frame, this.#recorder.step(frame))
      return
    }
    const begun = this.#start.take(frame)
    if (this.#start.absent || this.#start.skipped) this.#end('left-frame')
    if (begun === null) return
    this.#begin(begun.recorder, frame.time)
    this.#follow(frame, begun.events)
  }

  /** Goes on although the camera's place is not the best: what it hides will read as not checked. */
  startAnyway(): void {
    this.#start.startAnyway()
  }

  /**
   * Makes the set wait: nothing is counted, the clock stands, and the coach says so. It goes on when the start
   * position is held again, or by `resume`, and is given up after `PAUSE_LASTS` seconds of frames. No effect
   * outside of the work.
   */
  pause(reason: PauseReason): void {
    if (!this.#ended) this.#work?.pause(reason)
  }

  /** Nothing can be seen for a while: pauses, and what nobody watched counts for nothing. What was done so far is kept at once. */
  loseSight(reason: 'hidden' | 'camera'): void {
    if (this.#ended || this.#recorder === null) return
    this.#recorder.interrupt()
    this.pause(reason)
    this.#draft(this.#lastTime)
  }

  /** Another camera, or the same one turned: pauses until the picture is framed well again. */
  reframe(): void {
    if (this.#ended || this.#recorder === null) return
    this.loseSight('camera')
    this.#reframing = true
    this.#framed.reset()
    this.#misframed.reset()
  }

  /** Ends a pause at once, whatever the position. */
  resume(): void {
    if (!this.#ended) this.#work?.resume()
  }

  /** The user has had enough. */
  endSet(): void {
    this.#end('user')
  }

  /** Ends a set whose camera or model does not come back. */
  loseSource(): void {
    this.#end('tracking')
  }

  /** Tries again to save what was done. */
  async save(): Promise<void> {
    const record = this.#record
    if (record === null || this.#saving === 'saving') return
    this.#saving = 'saving'
    try {
      await this.#options.keepSet(record, this.#trace)
      this.#saving = 'saved'
    } catch (error) {
      this.#saveError = error
      this.#saving = 'failed'
    }
  }

  #begin(recorder: SetRecorder, time: number): void {
    const { head, holds = 1, onBreakdown, praise = true, coach } = this.#options
    this.#recorder = recorder
    this.#nextDraft = time + DRAFT_EVERY
    this.#work = new SetWork({ head, holds, onBreakdown, praise, recorder, coach })
  }

  #isFramed(frame: PoseFrame): boolean {
    const { ready, advice } = this.#options.assess(frame)
    this.#advice = advice === null ? '' : this.#options.placementText(advice)
    const anyway = this.#misframed.holds(!ready, frame.time)
    if (!anyway && !this.#framed.holds(ready, frame.time)) return false
    this.#reframing = false
    return true
  }

  #follow(frame: PoseFrame, events: readonly AnalysisEvent[]): void {
    const reason = this.#work?.take(frame, events) ?? null
    const repDone = events.some((event) => event.kind === 'rep')
    if (reason !== null) this.#end(reason)
    else if (repDone || frame.time >= this.#nextDraft) this.#draft(frame.time)
  }

  #draft(time: number): void {
    if (this.#recorder?.hasWork !== true) return
    this.#nextDraft = time + DRAFT_EVERY
    this.#options.keepDraft(this.#recorder.draft()).catch((error: unknown) => {
      this.#saveError = error
    })
  }

  #end(reason: EndReason): void {
    if (this.#ended) return
    this.#ended = true
    const record = this.#recorder?.finish(reason)
    this.#trace = this.#recorder?.trace ?? []
    this.#recorder = null
    if (record === undefined || record.analysis.reps.length + record.analysis.holds.length === 0) return
    const { coach } = this.#options
    coach.tone(reason === 'plan-complete' ? 'done' : 'stop')
    coach.say({ rank: 'stop', key: 'ended', text: ending(record) })
    this.#record = record
    void this.save()
  }
}
