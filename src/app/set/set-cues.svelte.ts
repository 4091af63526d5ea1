/** The cues of one set: the line across the picture, what is said of it, and praise where one was answered. */
import type { AnalysisEvent, CheckId, Grade, Rep } from '../../core/analysis/model'
import { m } from '../../words/compiled/messages'
import type { SetWorkOptions } from './set-options'
import { checkText } from '../../sentences/set/set-words'

/** A line across the top of the picture. */
export interface Cue {
  readonly text: string
  readonly check: CheckId | null
  /** Null where nothing was off. */
  readonly grade: Grade | null
}

/** Seconds for which a cue is shown. */
const SHOWS = 4

export class SetCues {
  readonly #options: SetWorkOptions
  #until = 0
  /** The check that was cued last and not answered yet. */
  #open: CheckId | null = null
  #praised = false
  #shown = $state.raw<Cue | null>(null)

  constructor(options: SetWorkOptions) {
    this.#options = options
  }

  get shown(): Cue | null {
    return this.#shown
  }

  /** Takes away what has been shown for long enough. */
  pass(time: number): void {
    if (this.#shown !== null && time > this.#until) this.#shown = null
  }

  clear(): void {
    this.#shown = null
    this.#open = null
  }

  /** Takes what happened; true when form has given and the set is to end there. */
  hear(event: AnalysisEvent): boolean {
    if (event.kind === 'rep') this.#answer(event.rep)
    if (event.kind === 'cue') this.#say(event)
    if (event.kind === 'moved') this.#tellMoved(event.time)
    if (event.kind !== 'stop' || event.reason !== 'form') return false
    if (this.#options.onBreakdown === 'stop') return true
    const { coach } = this.#options
    this.#show({ text: m.live_form_given(), check: null, grade: 3 }, event.time, 2 * SHOWS)
    coach.tone('stop')
    coach.say({ rank: 'stop', key: 'form-given', text: m.live_form_given() })
    return false
  }

  #show(cue: Cue, time: number, seconds: number): void {
    this.#shown = cue
    this.#until = time + seconds
  }

  /** Not said over a cue: what the body does comes before what the laptop did. */
  #tellMoved(time: number): void {
    if (this.#shown !== null) return
    const { coach, recorder } = this.#options
    this.#show({ text: m.live_moved(), check: null, grade: null }, time, 2 * SHOWS)
    coach.tone('cue')
    const onsaid = recorder.whenSaid(time, 'moved')
    coach.say({ rank: 'guide', key: 'moved', text: m.live_moved(), onsaid })
  }

  /** One cue at a time: a later one waits unless it is graver. */
  #say({ time, check, grade }: Extract<AnalysisEvent, { kind: 'cue' }>): void {
    if (this.#shown !== null && time < this.#until && (this.#shown.grade ?? 0) >= grade) return
    const { coach, head, recorder } = this.#options
    const { cue } = checkText(head.exercise, check)
    this.#show({ text: cue, check, grade }, time, SHOWS)
    this.#open = check
    coach.tone('cue')
    const onsaid = recorder.whenSaid(time, check)
    coach.say({ rank: 'cue', key: `cue ${cue}`, text: cue, onsaid })
  }

  /** Once a set, and only where what was cued was looked at again and is clear. */
  #answer({ complete, findings }: Rep): void {
    const open = this.#open
    if (open === null || !complete) return
    const finding = findings.find(({ check }) => check === open)
    if (finding?.verdict !== 'clear') return
    this.#open = null
    if (this.#praised || !this.#options.praise) return
    this.#praised = true
    this.#options.coach.say({ rank: 'praise', key: 'praise', text: m.coach_praise() })
  }
}
