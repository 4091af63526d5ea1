/** The set under way: what it counts and shows, what the coach says of it, and when it is over. */
import type { AnalysisEvent, CheckId, LiveReading } from '../../core/analysis/model'
import { holdMark } from '../../core/coaching/hold-marks'
import { isUpright } from '../../core/coaching/upright'
import type { PoseFrame } from '../../core/pose/frame'
import { m } from '../../words/compiled/messages'
import { Pauses, PAUSE_LASTS, type Pause, type PauseReason } from './pauses'
import { SetCues } from './set-cues.svelte'
import type { EndReason, SetWorkOptions } from './set-options'
import type { Interruption, WorkState } from './set-state'
import { Sustained } from './sustained'
import { kindOf } from '../../sentences/set/set-words'

/** Seconds out of the picture before it says so, and before the set ends. */
const GONE_NOTICED = 0.7
const GONE_ENDS = 3
/** Seconds without a good sight of the body before it is said. */
const LOST_SAID = 1.5
/** Seconds ready without a rep or a hold: said, and then over. */
const IDLE_SAID = 60
const IDLE_ENDS = 90

export class SetWork {
  readonly #options: SetWorkOptions
  readonly #hold: boolean
  readonly #cues: SetCues
  readonly #pauses: Pauses
  readonly #gone = new Sustained(GONE_ENDS)
  readonly #blind = new Sustained(LOST_SAID)
  readonly #idle = new Sustained(IDLE_ENDS)
  /** Whether the running hold has reached its target and said so. */
  #reached = false
  #idleSaid = false

  #count = $state.raw(0)
  #holdsKept = $state.raw(0)
  #unseen = $state.raw<readonly CheckId[]>([])
  #lost = $state.raw(false)
  /** Seconds until an empty picture ends the set; null while someone is in it. */
  #leaving = $state.raw<number | null>(null)
  #pause = $state.raw<Pause | null>(null)
  #advice = $state.raw('')

  constructor(options: SetWorkOptions) {
    this.#options = options
    const { exercise } = options.head
    this.#hold = kindOf(exercise) === 'hold'
    this.#pauses = new Pauses(kindOf(exercise))
    this.#cues = new SetCues(options)
  }

  get state(): WorkState {
    return {
      state: 'working',
      count: this.#count,
      holds: this.#options.holds,
      holdsKept: this.#holdsKept,
      unseen: this.#unseen,
      cue: this.#cues.shown,
      interruption: this.#interruption,
    }
  }

  get #interruption(): Interruption | null {
    if (this.#leaving !== null) return { kind: 'leaving', secondsLeft: this.#leaving }
    if (this.#pause !== null) return { kind: 'paused', ...this.#pause, advice: this.#advice }
    return this.#lost ? { kind: 'lost' } : null
  }

  /** Takes the next frame with what it brought; says why the set is over, or null. A stop by form comes before any other reason. */
  take(frame: PoseFrame, events: readonly AnalysisEvent[]): EndReason | null {
    const reading = this.#options.recorder.reading()
    this.#cues.pass(frame.time)
    if (this.#pause !== null) return this.#wait(frame, reading)
    this.#show(reading, frame.time)
    for (const event of events) if (this.#cues.hear(event)) return 'form'
    if (this.#targetMet(reading)) return 'plan-complete'
    if (this.#hasLeft(frame)) return 'left-frame'
    if (this.#hasIdled(reading, frame.time)) return 'user'
    if (this.#pauses.step(frame.time, reading, isUpright(frame)) === 'paused') this.#tellPaused()
    return null
  }

  /** Pauses from outside; nothing happens when it is paused already. */
  pause(reason: PauseReason): void {
    if (this.#pauses.begin(reason)) this.#tellPaused()
  }

  /** What to move while the set is paused for a picture that has changed; empty when nothing. */
  advise(text: string): void {
    this.#advice = text
  }

  /** Goes on at once. */
  resume(): void {
    if (this.#pauses.end()) this.#tellResumed()
  }

  #wait(frame: PoseFrame, reading: LiveReading): EndReason | null {
    const change = this.#pauses.step(frame.time, reading, isUpright(frame))
    if (this.#pauses.pause?.secondsLeft !== this.#pause?.secondsLeft) this.#pause = this.#pauses.pause
    if (change === 'resumed') this.#tellResumed()
    return change === 'given-up' ? 'user' : null
  }

  #tellPaused(): void {
    this.#pause = this.#pauses.pause
    this.#leaving = null
    this.#gone.reset()
    this.#idle.reset()
    this.#cues.clear()
    this.#options.coach.tone('pause')
    this.#options.coach.say({ rank: 'lost', key: 'paused', text: m.coach_paused({ seconds: PAUSE_LASTS }) })
  }

  #tellResumed(): void {
    this.#pause = null
    this.#options.coach.tone('resume')
    this.#options.coach.say({ rank: 'lost', key: 'resumed', text: m.coach_resumed() })
  }

  #show(reading: LiveReading, time: number): void {
    const count = this.#hold ? Math.floor(reading.holdSeconds) : reading.reps
    if (count !== this.#count) this.#tellCount(count)
    this.#count = count
    this.#showLost(reading.tracking === 'lost', time)
    if (reading.unseen.join() !== this.#unseen.join()) this.#unseen = reading.unseen
  }

  #tellCount(count: number): void {
    const { coach, head } = this.#options
    if (!this.#hold) {
      if (count <= this.#count) return
      coach.tone('rep')
      if (count === head.target) return
      const last = head.target !== null && count === head.target - 1
      const text = last ? m.coach_one_more({ count }) : String(count)
      coach.say({ rank: 'count', key: `count ${count}`, text })
      return
    }
    const { tone, say } = holdMark(count, head.target)
    if (tone !== null) coach.tone(tone)
    if (say === 'halfway') coach.say({ rank: 'count', key: 'halfway', text: m.coach_halfway() })
    if (say === 'seconds')
      coach.say({ rank: 'count', key: `seconds ${count}`, text: m.coach_seconds({ count }) })
  }

  #showLost(lost: boolean, time: number): void {
    const { coach } = this.#options
    if (this.#blind.holds(lost, time) && !this.#lost) {
      this.#lost = true
      coach.tone('lost')
      coach.say({ rank: 'lost', key: 'lost', text: m.coach_lost() })
    } else if (!lost && this.#lost) {
      this.#lost = false
      coach.tone('found')
    }
  }

  #targetMet(reading: LiveReading): boolean {
    const { head, holds, coach } = this.#options
    if (head.target === null) return false
    if (!this.#hold) return reading.reps >= head.target
    const reached = reading.holdSeconds >= head.target
    if (reached && !this.#reached) {
      this.#holdsKept += 1
      if (this.#holdsKept < holds) {
        coach.tone('held')
        const text = m.coach_hold_done({ kept: this.#holdsKept, holds })
        coach.say({ rank: 'guide', key: `held ${this.#holdsKept}`, text })
      }
    }
    this.#reached = reached
    return this.#holdsKept >= holds
  }

  #hasLeft(frame: PoseFrame): boolean {
    const left = this.#gone.holds(frame.body === null, frame.time)
    const gone = this.#gone.seconds(frame.time)
    const leaving = gone < GONE_NOTICED ? null : Math.max(1, Math.ceil(GONE_ENDS - gone))
    if (leaving !== null && this.#leaving === null) {
      this.#options.coach.tone('lost')
      this.#options.coach.say({ rank: 'lost', key: 'leaving', text: m.coach_leaving() })
    }
    this.#leaving = leaving
    return left
  }

  /** Somebody who lies ready and does nothing has stopped without a word. */
  #hasIdled({ phase }: LiveReading, time: number): boolean {
    const over = this.#idle.holds(phase === 'ready', time)
    const idle = this.#idle.seconds(time)
    if (idle < IDLE_SAID) this.#idleSaid = false
    else if (!this.#idleSaid) {
      this.#idleSaid = true
      const text = m.coach_idle({ seconds: IDLE_ENDS - IDLE_SAID })
      this.#options.coach.say({ rank: 'guide', key: 'idle', text })
    }
    return over
  }
}
