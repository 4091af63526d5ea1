/** The start of a set without a touch: the place, then stillness in the start position, then a countdown. */
import type { AnalysisEvent, CheckId } from '../../core/analysis/model'
import type { PoseFrame } from '../../core/pose/frame'
import type { Placement, PlacementAdvice, PlacementMark } from '../../core/pose/placement'
import { m } from '../../words/compiled/messages'
import type { SetRecorder } from './recording/set-recorder'
import type { SetCoach } from '../coach/set-coach'
import type { EmptyReason, StartState } from './set-state'
import { Sustained } from './sustained'

export interface SetStartOptions {
  readonly assess: (frame: PoseFrame) => Placement
  /** One sentence of what to move. */
  readonly placementText: (advice: PlacementAdvice) => string
  readonly createRecorder: () => SetRecorder
  /** The cue of a check that looks at the set-up, said before the set. */
  readonly cueText: (check: CheckId) => string
  /** How to take the start position, said once the place is right. */
  readonly startPosition: string
  readonly coach: SetCoach
}

/** How the start is over: the work begins, with the recorder that has followed the start position and what it saw last. */
export type StartEnd =
  | {
      readonly kind: 'begun'
      readonly recorder: SetRecorder
      /** Whether the picture shows the side that was not asked for. */
      readonly otherSide: boolean
      readonly events: readonly AnalysisEvent[]
    }
  | { readonly kind: 'given-up'; readonly reason: Exclude<EmptyReason, 'nothing-counted'> }

/** How long the place must be good or lost, and the start position held, before the start goes on or back. */
const PLACED_SECONDS = 1
const MISPLACED_SECONDS = 2
const READY_SECONDS = 0.8
const COUNTDOWN_SECONDS = 3
/** Time of an empty picture after which the set is given up. */
const ABSENT_AFTER_SECONDS = 180
/** Time without the start position until the coach says that the set will be skipped, and until it is. */
const SKIP_SAID_SECONDS = 45
const SKIPPED_AFTER_SECONDS = 75
/** How long a piece of advice must last before the coach says it: it changes quickly while people move. */
const ADVICE_SECONDS = 1.2

export class SetStart {
  readonly #options: SetStartOptions
  readonly #placed = new Sustained(PLACED_SECONDS)
  readonly #misplaced = new Sustained(MISPLACED_SECONDS)
  readonly #ready = new Sustained(READY_SECONDS)
  readonly #advised = new Sustained(ADVICE_SECONDS)
  readonly #empty = new Sustained(ABSENT_AFTER_SECONDS)
  readonly #unready = new Sustained(SKIPPED_AFTER_SECONDS)
  #skipSaid = false
  #otherSide = false
  #advice: string | null = null
  #saidAdvice: string | null = null
  #recorder: SetRecorder | null = null
  #countFrom = 0
  #ignoresPlacement = false

  #state = $state.raw<StartState['state']>('placing')
  #marks = $state.raw<readonly PlacementMark[]>([])
  #sentence = $state.raw('')
  #secondsLeft = $state.raw(0)

  constructor(options: SetStartOptions) {
    this.#options = options
  }

  get state(): StartState {
    const guidance = { marks: this.#marks, sentence: this.#sentence }
    return this.#state === 'countdown'
      ? { ...guidance, state: 'countdown', secondsLeft: this.#secondsLeft }
      : { ...guidance, state: this.#state }
  }

  /** Starts although the camera's place is not the best; what it hides reads as not checked. */
  startAnyway(): void {
    if (this.#state !== 'placing') return
    this.#ignoresPlacement = true
    this.#settle()
  }

  /** Takes the next frame; says how the start is over, or null while it goes on. */
  take(frame: PoseFrame): StartEnd | null {
    if (this.#state !== 'placing') return this.#follow(frame)
    const placement = this.#assess(frame)
    if (this.#empty.holds(frame.body === null, frame.time)) return { kind: 'given-up', reason: 'absent' }
    if (this.#placed.holds(placement.ready, frame.time)) this.#settle()
    return null
  }

  #assess(frame: PoseFrame): Placement {
    const placement = this.#options.assess(frame)
    this.#otherSide = placement.otherSide === true
    if (!sameMarks(placement.marks, this.#marks)) this.#marks = placement.marks
    if (this.#state === 'placing') {
      const { advice } = placement
      const sentence = advice === null ? null : this.#options.placementText(advice)
      this.#sentence = sentence ?? m.live_place_good()
      this.#advise(sentence, frame.time)
    }
    return placement
  }

  /** Says what to move once the advice has lasted, and again only when it changes. */
  #advise(sentence: string | null, time: number): void {
    if (sentence !== this.#advice) this.#advised.reset()
    this.#advice = sentence
    if (!this.#advised.holds(sentence !== null, time) || sentence === null || sentence === this.#saidAdvice)
      return
    this.#saidAdvice = sentence
    this.#options.coach.say({ rank: 'placement', key: `place ${sentence}`, text: sentence })
  }

  /** Starts a fresh analyser, so that nothing seen before the place was right affects the set. */
  #settle(): void {
    const { coach, createRecorder, startPosition } = this.#options
    this.#recorder = createRecorder()
    this.#state = 'settling'
    this.#sentence = ''
    this.#ready.reset()
    this.#misplaced.reset()
    this.#unready.reset()
    coach.say({ rank: 'guide', key: 'start-position', text: startPosition })
  }

  #follow(frame: PoseFrame): StartEnd | null {
    const recorder = this.#recorder
    if (recorder === null) return null
    const placement = this.#assess(frame)
    const events = recorder.step(frame)
    for (const event of events) if (event.kind === 'cue') this.#putRight(event.time, event.check, recorder)
    const { phase } = recorder.reading()
    if (phase === 'up' || phase === 'hold' || recorder.hasWork)
      return { kind: 'begun', recorder, otherSide: this.#otherSide, events }
    const wholeBody = placement.marks.find((mark) => mark.id === 'whole-body')?.met ?? false
    if (!this.#ignoresPlacement && this.#misplaced.holds(!wholeBody, frame.time)) {
      this.#recorder = null
      this.#placed.reset()
      this.#saidAdvice = null
      this.#state = 'placing'
      return null
    }
    if (this.#isSkipped(phase === 'ready', frame.time)) return { kind: 'given-up', reason: 'skipped' }
    const ready = this.#ready.holds(phase === 'ready', frame.time)
    if (this.#state === 'settling') {
      if (ready) this.#beginCountdown(frame.time)
      return null
    }
    if (phase !== 'ready') this.#state = 'settling'
    else if (this.#countedDown(frame.time))
      return { kind: 'begun', recorder, otherSide: this.#otherSide, events }
    return null
  }

  /** Skips a set that nobody starts: the person may be away from the keyboard. */
  #isSkipped(ready: boolean, time: number): boolean {
    const skipped = this.#unready.holds(!ready, time)
    if (this.#unready.seconds(time) < SKIP_SAID_SECONDS) this.#skipSaid = false
    else if (!this.#skipSaid) {
      this.#skipSaid = true
      const text = m.coach_skipping({ seconds: SKIPPED_AFTER_SECONDS - SKIP_SAID_SECONDS })
      this.#options.coach.say({ rank: 'guide', key: 'skipping', text })
    }
    return skipped
  }

  /** Says what to put right in the set-up, and shows it until the set begins. */
  #putRight(time: number, check: CheckId, recorder: SetRecorder): void {
    const { coach, cueText } = this.#options
    const text = cueText(check)
    this.#sentence = text
    coach.tone('cue')
    coach.say({ rank: 'cue', key: `cue ${text}`, text, onsaid: recorder.cueSpoken(time, check) })
  }

  #beginCountdown(time: number): void {
    this.#state = 'countdown'
    this.#countFrom = time
    this.#secondsLeft = COUNTDOWN_SECONDS
    this.#options.coach.tone('count')
  }

  #countedDown(time: number): boolean {
    const left = COUNTDOWN_SECONDS - Math.floor(time - this.#countFrom)
    if (left <= 0) {
      this.#options.coach.tone('go')
      return true
    }
    if (left !== this.#secondsLeft) {
      this.#secondsLeft = left
      this.#options.coach.tone('count')
    }
    return false
  }
}

function sameMarks(a: readonly PlacementMark[], b: readonly PlacementMark[]): boolean {
  return (
    a.length === b.length && a.every((mark, index) => mark.id === b[index]?.id && mark.met === b[index].met)
  )
}
