/** The cues of one set: the line across the picture, what the coach says, and praise once a cue was followed. */
import type { AnalysisEvent, CheckId, Grade, Rep } from '../../core/analysis/model'
import type { Side } from '../../core/pose/frame'
import { m } from '../../words/compiled/messages'
import type { SetWorkOptions } from './set-options'
import { checkText } from '../../sentences/set/set-words'

/** A line across the top of the picture. */
export interface Cue {
  readonly text: string
  readonly check: CheckId | null
  /** Null for a notice that is about no check. */
  readonly grade: Grade | null
  /** The side of the rep that it is about. */
  readonly side?: Side | null
}

/** Seconds for which a cue is shown. */
const SHOWN_SECONDS = 4

export class SetCues {
  readonly #options: SetWorkOptions
  #until = 0
  /** The check that was cued last and has not been clear since. */
  #awaited: CheckId | null = null
  #praised = false
  #shown = $state.raw<Cue | null>(null)

  constructor(options: SetWorkOptions) {
    this.#options = options
  }

  get shown(): Cue | null {
    return this.#shown
  }

  /** Removes the line once it has been shown long enough. */
  expire(time: number): void {
    if (this.#shown !== null && time > this.#until) this.#shown = null
  }

  clear(): void {
    this.#shown = null
    this.#awaited = null
  }

  /** Handles one event; true when form has given and the set is to end there. */
  take(event: AnalysisEvent): boolean {
    if (event.kind === 'rep') this.#praise(event.rep)
    if (event.kind === 'cue') this.#sayCue(event)
    if (event.kind === 'moved') this.#sayMoved(event.time)
    if (event.kind === 'breakdown' && event.breakdown.fromStart === true) this.#sayFromStart(event.time)
    if (event.kind !== 'stop' || event.reason !== 'form') return false
    if (this.#options.onBreakdown === 'stop') return true
    const { coach } = this.#options
    this.#show({ text: m.live_form_given(), check: null, grade: 3 }, event.time, 2 * SHOWN_SECONDS)
    coach.tone('stop')
    coach.say({ rank: 'stop', key: 'form-given', text: m.live_form_given() })
    return false
  }

  /** Shows a line that is about no check. */
  notice(text: string, time: number): void {
    this.#show({ text, check: null, grade: null }, time, 2 * SHOWN_SECONDS)
  }

  #show(cue: Cue, time: number, seconds: number): void {
    this.#shown = cue
    this.#until = time + seconds
  }

  /** Never in place of a cue: what the body does matters more than what the laptop did. */
  #sayMoved(time: number): void {
    if (this.#shown !== null) return
    const { coach, recorder } = this.#options
    this.#show({ text: m.live_moved(), check: null, grade: null }, time, 2 * SHOWN_SECONDS)
    coach.tone('cue')
    const onsaid = recorder.cueSpoken(time, null)
    coach.say({ rank: 'guide', key: 'moved', text: m.live_moved(), onsaid })
  }

  /** Nothing gave, as it was so from the start: the set goes on, and an easier variation is worth a thought. */
  #sayFromStart(time: number): void {
    this.#show({ text: m.live_from_start(), check: null, grade: 3 }, time, 2 * SHOWN_SECONDS)
    this.#options.coach.say({ rank: 'guide', key: 'from-start', text: m.live_from_start() })
  }

  /** One cue at a time: a later one replaces it only if its grade is higher. */
  #sayCue({ time, check, grade, side = null }: Extract<AnalysisEvent, { kind: 'cue' }>): void {
    if (this.#shown !== null && time < this.#until && (this.#shown.grade ?? 0) >= grade) return
    const { coach, head, recorder } = this.#options
    const { cue } = checkText(head.exercise, check)
    this.#show({ text: cue, check, grade, side }, time, SHOWN_SECONDS)
    this.#awaited = check
    coach.tone('cue')
    const onsaid = recorder.cueSpoken(time, check)
    coach.say({ rank: 'cue', key: `cue ${cue}`, text: cue, onsaid })
  }

  /** Praises once a set, and only when a later rep showed that the cued check is clear. */
  #praise({ complete, findings }: Rep): void {
    const awaited = this.#awaited
    if (awaited === null || !complete) return
    const finding = findings.find(({ check }) => check === awaited)
    if (finding?.verdict !== 'clear' && finding?.verdict !== 'steady') return
    this.#awaited = null
    if (this.#praised || !this.#options.praise) return
    this.#praised = true
    this.#options.coach.say({ rank: 'praise', key: 'praise', text: m.coach_praise() })
  }
}
