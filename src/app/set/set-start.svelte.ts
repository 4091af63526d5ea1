/** The way into a set: the place, then stillness in the start position, then 3-2-1. No hand is needed for it. */
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
  /** What to put right before the set, where its check looks at that. */
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
      readonly events: readonly AnalysisEvent[]
    }
  | { readonly kind: 'given-up'; readonly reason: Exclude<EmptyReason, 'nothing-counted'> }

const PLACED_FOR = 1
const MISPLACED_FOR = 2
const READY_FOR = 0.8
const COUNT_FROM = 3
/** Seconds of an empty picture after which nobody is waited for. */
const ABSENT_AFTER = 180
/** Seconds without the start position until it is said that the set is left out, and until it is. */
const SKIP_SAID = 45
const SKIPPED_AFTER = 75
/** Seconds for which advice stands before it is said: it flickers while people move. */
const ADVICE_FOR = 1.2

export class SetStart {
  readonly #options: SetStartOptions
  readonly #placed = new Sustained(PLACED_FOR)
  readonly #misplaced = new Sustained(MISPLACED_FOR)
  readonly #ready = new Sustained(READY_FOR)
  readonly #advised = new Sustained(ADVICE_FOR)
  readonly #nobody = new Sustained(ABSENT_AFTER)
  readonly #unready = new Sustained(SKIPPED_AFTER)
  #skipSaid = false
  #advice: string | null = null
  #told: string | null = null
  #recorder: SetRecorder | null = null
  #countFrom = 0
  #skippedPlacement = false

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

  /** Goes on although the camera's place is not the best: what it hides will read as not checked. */
  startAnyway(): void {
    if (this.#state !== 'placing') return
    this.#skippedPlacement = true
    this.#settle()
  }

  /** Takes the next frame; says how the start is over, or null while it goes on. */
  take(frame: PoseFrame): StartEnd | null {
    if (this.#state !== 'placing') return this.#follow(frame)
    const placement = this.#look(frame)
    if (this.#nobody.holds(frame.body === null, frame.time)) return { kind: 'given-up', reason: 'absent' }
    if (this.#placed.holds(placement.ready, frame.time)) this.#settle()
    return null
  }

  #look(frame: PoseFrame): Placement {
    const placement = this.#options.assess(frame)
    if (!sameMarks(placement.marks, this.#marks)) this.#marks = placement.marks
    if (this.#state === 'placing') {
      const { advice } = placement
      const sentence = advice === null ? null : this.#options.placementText(advice)
      this.#sentence = sentence ?? m.live_place_good()
      this.#advise(sentence, frame.time)
    }
    return placement
  }

  /** Says what to move once it has stood for a while, and again only when it is something else. */
  #advise(sentence: string | null, time: number): void {
    if (sentence !== this.#advice) this.#advised.reset()
    this.#advice = sentence
    if (!this.#advised.holds(sentence !== null, time) || sentence === null || sentence === this.#told) return
    this.#told = sentence
    this.#options.coach.say({ rank: 'placement', key: `place ${sentence}`, text: sentence })
  }

  /** A fresh analyser starts here, so that nothing before the right place weighs on the set. */
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
    const placement = this.#look(frame)
    const events = recorder.step(frame)
    for (const event of events) if (event.kind === 'cue') this.#putRight(event.time, event.check, recorder)
    const { phase } = recorder.reading()
    if (phase === 'up' || phase === 'hold' || recorder.hasWork) return { kind: 'begun', recorder, events }
    const wholeBody = placement.marks.find((mark) => mark.id === 'whole-body')?.met ?? false
    if (!this.#skippedPlacement && this.#misplaced.holds(!wholeBody, frame.time)) {
      this.#recorder = null
      this.#placed.reset()
      this.#told = null
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
    else if (this.#countedDown(frame.time)) return { kind: 'begun', recorder, events }
    return null
  }

  /** Nobody may be near the keyboard to skip a set that is not wanted. */
  #isSkipped(ready: boolean, time: number): boolean {
    const skipped = this.#unready.holds(!ready, time)
    if (this.#unready.seconds(time) < SKIP_SAID) this.#skipSaid = false
    else if (!this.#skipSaid) {
      this.#skipSaid = true
      const text = m.coach_skipping({ seconds: SKIPPED_AFTER - SKIP_SAID })
      this.#options.coach.say({ rank: 'guide', key: 'skipping', text })
    }
    return skipped
  }

  /** Said while there is time, and shown until the set begins. */
  #putRight(time: number, check: CheckId, recorder: SetRecorder): void {
    const { coach, cueText } = this.#options
    const text = cueText(check)
    this.#sentence = text
    coach.tone('cue')
    coach.say({ rank: 'cue', key: `cue ${text}`, text, onsaid: recorder.whenSaid(time, check) })
  }

  #beginCountdown(time: number): void {
    this.#state = 'countdown'
    this.#countFrom = time
    this.#secondsLeft = COUNT_FROM
    this.#options.coach.tone('count')
  }

  #countedDown(time: number): boolean {
    const left = COUNT_FROM - Math.floor(time - this.#countFrom)
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
