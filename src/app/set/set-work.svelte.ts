/** The work of a set: what it counts and shows, what the coach says, and when it ends. */
import type { AnalysisEvent, CheckId, LiveReading } from '../../core/analysis/model'
import { holdMark } from '../../core/coaching/hold-marks'
import { isUpright } from '../../core/coaching/upright'
import type { PoseFrame } from '../../core/pose/frame'
import { m } from '../../words/compiled/messages'
import { Pauses, PAUSE_LASTS_SECONDS, type Pause, type PauseReason } from './pauses'
import { SetCues } from './set-cues.svelte'
import type { EndReason, SetWorkOptions } from './set-options'
import type { Interruption, WorkState } from './set-state'
import { Sustained } from './sustained'
import { kindOf } from '../../sentences/set/set-words'

/** Time out of the picture until the coach says so, and until the set ends. */
const GONE_NOTICED_SECONDS = 0.7
const GONE_ENDS_SECONDS = 3
/** Time without tracking until the coach says so. */
const LOST_SAID_SECONDS = 1.5
/** Time in the start position without a rep or a hold until the coach says so, and until the set ends. */
const IDLE_SAID_SECONDS = 60
const IDLE_ENDS_SECONDS = 90

export class SetWork {
  readonly #options: SetWorkOptions
  readonly #isHold: boolean
  readonly #cues: SetCues
  readonly #pauses: Pauses
  readonly #gone = new Sustained(GONE_ENDS_SECONDS)
  readonly #untracked = new Sustained(LOST_SAID_SECONDS)
  readonly #idle = new Sustained(IDLE_ENDS_SECONDS)
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
  #countsOnly = $state.raw(false)

  constructor(options: SetWorkOptions) {
    this.#options = options
    const { exercise } = options.head
    this.#isHold = kindOf(exercise) === 'hold'
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
      countsOnly: this.#countsOnly,
      interruption: this.#interruption,
    }
  }

  get #interruption(): Interruption | null {
    if (this.#leaving !== null) return { kind: 'leaving', secondsLeft: this.#leaving }
    if (this.#pause !== null) return { kind: 'paused', ...this.#pause, advice: this.#advice }
    return this.#lost ? { kind: 'lost' } : null
  }

  /** Takes the next frame with its events; returns why the set is over, or null. Form comes before any other reason. */
  take(frame: PoseFrame, events: readonly AnalysisEvent[]): EndReason | null {
    const reading = this.#options.recorder.reading()
    this.#cues.expire(frame.time)
    if (this.#pause !== null) return this.#stepPause(frame, reading)
    this.#showReading(reading, frame.time)
    for (const event of events) if (this.#cues.take(event)) return 'form'
    if (this.#targetMet(reading)) return 'plan-complete'
    if (this.#hasLeft(frame)) return 'left-frame'
    if (this.#hasIdled(reading, frame.time)) return 'user'
    if (this.#pauses.step(frame.time, reading, isUpright(frame)) === 'paused') this.#notePause()
    return null
  }

  /** Pauses from outside. No effect when the set is paused already. */
  pause(reason: PauseReason): void {
    if (this.#pauses.begin(reason)) this.#notePause()
  }

  /** What to move while the set is paused for a picture that has changed; empty when nothing. */
  advise(text: string): void {
    this.#advice = text
  }

  /** Shows a line that is about no check. */
  notice(text: string, time: number): void {
    this.#cues.notice(text, time)
  }

  /** Too few pictures come to judge form, or enough again. */
  countOnly(on: boolean): void {
    this.#countsOnly = on
    if (on) this.#cues.clear()
  }

  /** Ends a pause at once. */
  resume(): void {
    if (this.#pauses.end()) this.#noteResume()
  }

  #stepPause(frame: PoseFrame, reading: LiveReading): EndReason | null {
    const change = this.#pauses.step(frame.time, reading, isUpright(frame))
    if (this.#pauses.pause?.secondsLeft !== this.#pause?.secondsLeft) this.#pause = this.#pauses.pause
    if (change === 'resumed') this.#noteResume()
    return change === 'given-up' ? 'user' : null
  }

  #notePause(): void {
    this.#pause = this.#pauses.pause
    this.#leaving = null
    this.#gone.reset()
    this.#idle.reset()
    this.#cues.clear()
    this.#options.coach.tone('pause')
    this.#options.coach.say({
      rank: 'lost',
      key: 'paused',
      text: m.coach_paused({ seconds: PAUSE_LASTS_SECONDS }),
    })
  }

  #noteResume(): void {
    this.#pause = null
    this.#options.coach.tone('resume')
    this.#options.coach.say({ rank: 'lost', key: 'resumed', text: m.coach_resumed() })
  }

  #showReading(reading: LiveReading, time: number): void {
    const count = this.#isHold ? Math.floor(reading.holdSeconds) : reading.reps
    if (count !== this.#count) this.#sayCount(count)
    this.#count = count
    this.#noteTracking(reading.tracking === 'lost', time)
    if (reading.unseen.join() !== this.#unseen.join()) this.#unseen = reading.unseen
  }

  #sayCount(count: number): void {
    const { coach, head } = this.#options
    if (!this.#isHold) {
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

  #noteTracking(lost: boolean, time: number): void {
    const { coach } = this.#options
    if (this.#untracked.holds(lost, time) && !this.#lost) {
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
    if (!this.#isHold) return reading.reps >= head.target
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
    const leaving = gone < GONE_NOTICED_SECONDS ? null : Math.max(1, Math.ceil(GONE_ENDS_SECONDS - gone))
    if (leaving !== null && this.#leaving === null) {
      this.#options.coach.tone('lost')
      this.#options.coach.say({ rank: 'lost', key: 'leaving', text: m.coach_leaving() })
    }
    this.#leaving = leaving
    return left
  }

  /** A person who stays in the start position and does nothing has finished. */
  #hasIdled({ phase }: LiveReading, time: number): boolean {
    const over = this.#idle.holds(phase === 'ready', time)
    const idle = this.#idle.seconds(time)
    if (idle < IDLE_SAID_SECONDS) this.#idleSaid = false
    else if (!this.#idleSaid) {
      this.#idleSaid = true
      const text = m.coach_idle({ seconds: IDLE_ENDS_SECONDS - IDLE_SAID_SECONDS })
      this.#options.coach.say({ rank: 'guide', key: 'idle', text })
    }
    return over
  }
}
