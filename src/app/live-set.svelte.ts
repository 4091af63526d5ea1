/** One set in front of the camera: from finding the place to the record that is kept. Time is the frames' own. */
import type { Analyser } from '../core/analysis/analyser'
import type { AnalysisEvent, CheckId, Grade, LiveReading } from '../core/analysis/model'
import type { PoseFrame } from '../core/pose/frame'
import type { Placement, PlacementMark } from '../core/pose/placement'
import type { SetRecord, Settings } from '../storage/schema'
import { SetRecorder, type RecordHead } from './recorder'
import type { Sound } from './sound'
import { Steady } from './steady'
import { checkText, kindOf } from './words'

/** placing → settling → countdown → working → ended; it may fall back before `working`, never after. */
export type Stage = 'placing' | 'settling' | 'countdown' | 'working' | 'ended'
export type Saving = 'none' | 'saving' | 'saved' | 'failed'

export interface LiveSetOptions {
  readonly head: RecordHead
  /** Separate holds of the target's length that make the set; 1 where it is one hold. */
  readonly holds?: number
  readonly onBreakdown: Settings['onBreakdown']
  readonly createAnalyser: () => Analyser
  readonly assess: (frame: PoseFrame) => Placement
  readonly sound: Sound
  readonly keepDraft: (record: SetRecord) => Promise<void>
  readonly keepSet: (record: SetRecord) => Promise<void>
}

/** A line across the top of the picture. */
export interface Cue {
  readonly text: string
  readonly check: CheckId | null
  /** Null where nothing was off. */
  readonly grade: Grade | null
}

const PLACED_FOR = 1
const MISPLACED_FOR = 2
const READY_FOR = 0.8
const COUNT_FROM = 3
const CUE_SHOWS = 4
const MOVED = 'The laptop moved: your next good reps are the new baseline'
const DRAFT_EVERY = 5
/** Seconds out of the picture before it says so, and before the set ends. */
const GONE_NOTICED = 0.7
const GONE_ENDS = 3
/** Seconds out of position that end the set: between two holds people rest on the mat. */
const UP_ENDS = { reps: 12, hold: 30 } as const

export class LiveSet {
  readonly #options: LiveSetOptions
  readonly #placed = new Steady(PLACED_FOR)
  readonly #misplaced = new Steady(MISPLACED_FOR)
  readonly #ready = new Steady(READY_FOR)
  readonly #gone = new Steady(GONE_ENDS)
  readonly #up: Steady
  #recorder: SetRecorder | null = null
  #countFrom = 0
  #cueUntil = 0
  #nextDraft = 0
  #skippedPlacement = false
  /** Whether the running hold has reached its target and said so. */
  #reached = false

  #stage = $state.raw<Stage>('placing')
  #marks = $state.raw<readonly PlacementMark[]>([])
  #sentence = $state.raw('')
  #count = $state.raw(0)
  #holdsKept = $state.raw(0)
  #cue = $state.raw<Cue | null>(null)
  #unseen = $state.raw<readonly CheckId[]>([])
  #lost = $state.raw(false)
  #leaving = $state.raw<number | null>(null)
  #record = $state.raw<SetRecord | null>(null)
  #saving = $state.raw<Saving>('none')
  #saveError = $state.raw<unknown>(null)

  constructor(options: LiveSetOptions) {
    this.#options = options
    this.#up = new Steady(UP_ENDS[kindOf(options.head.exercise)])
  }

  get stage(): Stage {
    return this.#stage
  }
  get marks(): readonly PlacementMark[] {
    return this.#marks
  }
  /** What to move or to do next, before the set; empty when nothing. */
  get sentence(): string {
    return this.#sentence
  }
  /** Seconds left of the countdown, reps so far, or whole seconds of the running hold. */
  get count(): number {
    return this.#count
  }
  /** Holds so far that were kept to their target. */
  get holdsKept(): number {
    return this.#holdsKept
  }
  /** Holds that make the set. */
  get holds(): number {
    return this.#options.holds ?? 1
  }
  get cue(): Cue | null {
    return this.#cue
  }
  /** Checks that can't be judged from here. */
  get unseen(): readonly CheckId[] {
    return this.#unseen
  }
  /** True while tracking is lost and the clock waits. */
  get lost(): boolean {
    return this.#lost
  }
  /** Seconds until an empty picture ends the set; null while someone is in it. */
  get leaving(): number | null {
    return this.#leaving
  }
  /** What was done; null before the end, and when nothing was. */
  get record(): SetRecord | null {
    return this.#record
  }
  get saving(): Saving {
    return this.#saving
  }
  get saveError(): unknown {
    return this.#saveError
  }

  /** Takes the next frame of the camera. */
  take(frame: PoseFrame): void {
    switch (this.#stage) {
      case 'placing':
        this.#place(frame)
        break
      case 'settling':
      case 'countdown':
        this.#settle(frame)
        break
      case 'working':
        this.#work(frame)
        break
      case 'ended':
        break
    }
  }

  /** Goes on although the camera's place is not the best: what it hides will read as not checked. */
  startAnyway(): void {
    if (this.#stage !== 'placing') return
    this.#skippedPlacement = true
    this.#beginSettling()
  }

  /** The user has had enough. */
  endSet(): void {
    this.#end('user')
  }

  /** The camera or the model gave up. */
  loseSource(): void {
    this.#end('tracking')
  }

  /** Tries again to save what was done. */
  async save(): Promise<void> {
    const record = this.#record
    if (record === null || this.#saving === 'saving') return
    this.#saving = 'saving'
    try {
      await this.#options.keepSet(record)
      this.#saving = 'saved'
    } catch (error) {
      this.#saveError = error
      this.#saving = 'failed'
    }
  }

  #place(frame: PoseFrame): void {
    const placement = this.#look(frame)
    if (this.#placed.holds(placement.ready, frame.time)) this.#beginSettling()
  }

  #look(frame: PoseFrame): Placement {
    const placement = this.#options.assess(frame)
    if (!sameMarks(placement.marks, this.#marks)) this.#marks = placement.marks
    if (this.#stage === 'placing') this.#sentence = placement.sentence ?? 'Good. Stay there.'
    return placement
  }

  /** A fresh analyser starts here, so that nothing before the right place weighs on the set. */
  #beginSettling(): void {
    this.#recorder = new SetRecorder(this.#options.head, this.#options.createAnalyser())
    this.#stage = 'settling'
    this.#sentence = ''
    this.#ready.reset()
    this.#misplaced.reset()
  }

  #settle(frame: PoseFrame): void {
    const recorder = this.#recorder
    if (recorder === null) return
    const placement = this.#look(frame)
    const events = recorder.step(frame)
    const { phase } = recorder.reading()
    if (phase === 'up' || phase === 'hold' || recorder.hasWork) {
      this.#beginWork(frame, events)
      return
    }
    const wholeBody = placement.marks.find((mark) => mark.id === 'whole-body')?.met ?? false
    if (!this.#skippedPlacement && this.#misplaced.holds(!wholeBody, frame.time)) {
      this.#recorder = null
      this.#placed.reset()
      this.#stage = 'placing'
      return
    }
    const ready = this.#ready.holds(phase === 'ready', frame.time)
    if (this.#stage === 'settling' && ready) this.#beginCountdown(frame.time)
    else if (this.#stage === 'countdown') {
      if (phase !== 'ready') this.#stage = 'settling'
      else this.#countDown(frame, events)
    }
  }

  #beginCountdown(time: number): void {
    this.#stage = 'countdown'
    this.#countFrom = time
    this.#count = COUNT_FROM
    this.#options.sound.count()
  }

  #countDown(frame: PoseFrame, events: readonly AnalysisEvent[]): void {
    const left = COUNT_FROM - Math.floor(frame.time - this.#countFrom)
    if (left <= 0) {
      this.#options.sound.go()
      this.#beginWork(frame, events)
    } else if (left !== this.#count) {
      this.#count = left
      this.#options.sound.count()
    }
  }

  #beginWork(frame: PoseFrame, events: readonly AnalysisEvent[]): void {
    this.#stage = 'working'
    this.#count = 0
    this.#sentence = ''
    this.#nextDraft = frame.time + DRAFT_EVERY
    this.#follow(frame, events)
  }

  #work(frame: PoseFrame): void {
    if (this.#recorder === null) return
    this.#follow(frame, this.#recorder.step(frame))
  }

  /** Everything that a frame can bring during the set. A stop by form comes before any other reason. */
  #follow(frame: PoseFrame, events: readonly AnalysisEvent[]): void {
    const recorder = this.#recorder
    if (recorder === null) return
    const reading = recorder.reading()
    this.#show(reading)
    if (this.#cue !== null && frame.time > this.#cueUntil) this.#cue = null
    for (const event of events) this.#hear(event)
    if (this.#stage !== 'working') return
    const repDone = events.some((event) => event.kind === 'rep')
    if (this.#targetMet(reading)) this.#end('plan-complete')
    else if (this.#hasLeft(frame)) this.#end('left-frame')
    else if (this.#up.holds(reading.phase === 'waiting' && reading.tracking === 'found', frame.time))
      this.#end('user')
    else if (repDone || frame.time >= this.#nextDraft) this.#draft(frame.time)
  }

  #show(reading: LiveReading): void {
    const hold = kindOf(this.#options.head.exercise) === 'hold'
    const count = hold ? Math.floor(reading.holdSeconds) : reading.reps
    if (!hold && count > this.#count) this.#options.sound.rep()
    this.#count = count
    this.#lost = reading.tracking === 'lost'
    if (reading.unseen.join() !== this.#unseen.join()) this.#unseen = reading.unseen
  }

  #hear(event: AnalysisEvent): void {
    if (event.kind === 'cue') this.#say(event)
    if (event.kind === 'moved') this.#tellMoved(event.time)
    if (event.kind !== 'stop' || event.reason !== 'form') return
    if (this.#options.onBreakdown === 'stop') this.#end('form')
    else {
      this.#cue = { text: 'Form has given. A good place to stop', check: null, grade: 3 }
      this.#cueUntil = event.time + CUE_SHOWS * 2
      this.#options.sound.stop()
    }
  }

  /** Not said over a cue: what the body does comes before what the laptop did. */
  #tellMoved(time: number): void {
    if (this.#cue !== null) return
    this.#cue = { text: MOVED, check: null, grade: null }
    this.#cueUntil = time + CUE_SHOWS * 2
    this.#options.sound.cue()
  }

  /** One cue at a time: a later one waits unless it is graver. */
  #say({ time, check, grade }: Extract<AnalysisEvent, { kind: 'cue' }>): void {
    if (this.#cue !== null && time < this.#cueUntil && (this.#cue.grade ?? 0) >= grade) return
    const { cue } = checkText(this.#options.head.exercise, check)
    this.#cue = { text: cue, check, grade }
    this.#cueUntil = time + CUE_SHOWS
    this.#options.sound.cue()
  }

  #targetMet(reading: LiveReading): boolean {
    const { target, exercise } = this.#options.head
    if (target === null) return false
    if (kindOf(exercise) === 'reps') return reading.reps >= target
    const reached = reading.holdSeconds >= target
    if (reached && !this.#reached) {
      this.#holdsKept += 1
      if (this.#holdsKept < this.holds) this.#options.sound.go()
    }
    this.#reached = reached
    return this.#holdsKept >= this.holds
  }

  #hasLeft(frame: PoseFrame): boolean {
    const left = this.#gone.holds(frame.body === null, frame.time)
    const gone = this.#gone.seconds(frame.time)
    this.#leaving = gone < GONE_NOTICED ? null : Math.max(1, Math.ceil(GONE_ENDS - gone))
    return left
  }

  #draft(time: number): void {
    if (this.#recorder?.hasWork !== true) return
    this.#nextDraft = time + DRAFT_EVERY
    this.#options.keepDraft(this.#recorder.draft()).catch((error: unknown) => {
      this.#saveError = error
    })
  }

  #end(reason: Exclude<SetRecord['stopReason'], null>): void {
    if (this.#stage === 'ended') return
    this.#stage = 'ended'
    this.#cue = null
    this.#leaving = null
    const record = this.#recorder?.finish(reason)
    this.#recorder = null
    if (record === undefined || record.analysis.reps.length + record.analysis.holds.length === 0) return
    this.#options.sound.stop()
    this.#record = record
    void this.save()
  }
}

function sameMarks(a: readonly PlacementMark[], b: readonly PlacementMark[]): boolean {
  return (
    a.length === b.length && a.every((mark, index) => mark.id === b[index]?.id && mark.met === b[index].met)
  )
}
