/** The analysis of holds: when the body is up and still the clock runs, and what gives is found as it happens. */
import type { PoseFrame } from '../../pose/frame'
import { median } from '../../pose/geometry'
import type { Measurement } from '../../pose/measure'
import { Numbers } from '../../pose/float-queue'
import { limit } from '../../thresholds'
import type { Analyser, AnalyserOptions } from '../analyser'
import { holdFatigue, type FatigueMarker } from '../fatigue'
import { FrameIntake } from '../frame-intake'
import { HeldFrames } from './held-frames'
import { HoldJudge } from './hold-judge'
import { asUnseen } from '../judge'
import { onset } from '../reps/onset'
import type { AnalysisEvent, Breakdown, Finding, Hold, LiveReading, Phase, SetAnalysis, Stop } from '../model'
import type { HoldRules, HoldSample } from '../rules'
import { SetUp } from './set-up'

interface LinePoint {
  readonly time: number
  readonly line: number
}

interface Running {
  readonly start: number
  readonly judge: HoldJudge
  readonly setUp: readonly Finding[]
  readonly frames: HeldFrames
  last: number
  /** Seconds in which the person was not seen. */
  lost: number
  paused: boolean
  /** Nobody watched since the last frame, however short that was. */
  cut: boolean
}

/** Seconds of the line that are kept to find plateaus and falls in. */
const KEPT = limit('hold.kept-seconds')
/** The line's median window, seconds. */
const SMOOTH = limit('hold.line-smooth-seconds')
/** Seconds below the breaking line that end a hold. */
const DOWN = limit('hold.down-seconds')
/** Seconds of lying before the lift that tell where the hips rest. */
const AT_REST = limit('hold.rest-seconds')
/** Seconds over which the frames are counted. */
const RATE_OVER = limit('rate.window-seconds')
/** Seconds unseen after which a hold is over at the moment it was last seen. */
const GONE = limit('hold.gone-seconds')

export class HoldSet implements Analyser {
  readonly #options: AnalyserOptions
  readonly #rules: HoldRules
  readonly #intake: FrameIntake
  readonly #setUp: SetUp
  readonly #holds: Hold[] = []
  /** The last hold's variation. */
  #variation: string | null = null
  /** The line as it is measured, and when. */
  readonly #raw = new Numbers()
  readonly #times = new Numbers()
  readonly #line: LinePoint[] = []
  readonly #resting: LinePoint[] = []
  /** Where the hips rest, degrees; NaN where they were not seen to. */
  #restingLine = NaN
  #running: Running | null = null
  #phase: Phase = 'waiting'
  #breakdown: Breakdown | null = null
  #stop: Stop | null = null
  #fatigue: readonly FatigueMarker[] = []

  constructor(options: AnalyserOptions, rules: HoldRules) {
    this.#options = options
    this.#rules = rules
    this.#intake = new FrameIntake({ facing: options.exercise.view, raised: options.raised ?? null })
    this.#setUp = new SetUp(rules.checks)
  }

  step(frame: PoseFrame): readonly AnalysisEvent[] {
    const events: AnalysisEvent[] = []
    const { time } = frame
    const m = this.#intake.take(frame, events)
    const sample = m && this.#rules.sample(m)
    const seen = sample?.inPosition === true && Number.isFinite(sample.line)
    this.#intake.record(time, m, seen ? 180 + sample.line : NaN)
    if (this.#intake.replaced && this.#running) this.#end(this.#running.last, time, events)
    if (seen && m) this.#follow(time, m, sample, events)
    else this.#unseen(time, events)
    return events
  }

  interrupt(): void {
    if (this.#running) this.#running.cut = this.#running.paused = true
  }

  reading(): LiveReading {
    const running = this.#running
    const unseen = this.#rules.checks.filter(
      (c) => !c.visible(this.#intake.view) || c.flagOnly?.(this.#intake.view) === true,
    )
    return {
      phase: this.#phase,
      view: this.#intake.view,
      reps: 0,
      holdSeconds: running ? running.last - running.start - running.lost : 0,
      tracking: running?.paused === true ? 'lost' : this.#intake.tracking,
      unseen: unseen.map(({ id }) => id),
    }
  }

  finish(): SetAnalysis {
    if (this.#running) this.#end(this.#running.last, this.#running.last, [])
    const longest = Math.max(0, ...this.#holds.map(({ seconds }) => seconds))
    const broken = this.#breakdown
    const until = broken
      ? this.#holds.find((h) => h.start <= broken.seconds && broken.seconds <= h.end)
      : undefined
    return {
      exercise: this.#options.exercise.id,
      variation: this.#options.variation ?? this.#variation,
      view: this.#intake.view,
      coverage: this.#intake.coverage,
      frames: this.#intake.frames,
      reps: [],
      holds: this.#holds,
      breakdown: broken,
      stop: this.#stop,
      steadyLimit: broken && until ? Math.max(0, broken.seconds - until.start) : longest,
      series: this.#intake.series,
      fatigue: this.#fatigue,
    }
  }

  #follow(time: number, m: Measurement, sample: HoldSample, events: AnalysisEvent[]): void {
    this.#smooth(time, sample.line)
    if (this.#running && time - this.#running.last > GONE) this.#end(this.#running.last, time, events)
    const running = this.#running
    if (!running) {
      const start = this.#plateau(time)
      if (start !== null) this.#begin(start, time, sample, m, events)
      else this.#restAt(time, sample, events)
      return
    }
    const gap = time - running.last
    if (running.cut || gap > limit('tracking.lost-seconds')) running.lost += gap
    running.paused = false
    running.cut = false
    running.last = time
    running.frames.add(m, sample)
    if (!this.#moving()) this.#judge(running, time, sample, events)
    const fell = this.#fall(time)
    if (fell !== null) this.#end(fell, time, events)
  }

  #smooth(time: number, line: number): void {
    this.#times.push(time)
    this.#raw.push(line)
    while (time - this.#times.at(0) > SMOOTH) {
      this.#times.shift()
      this.#raw.shift()
    }
    forget(this.#line, time, KEPT)
    this.#line.push({ time: (this.#times.at(0) + time) / 2, line: this.#raw.median() })
  }

  /** The time since which the line has been up and still, or null. */
  #plateau(time: number): number | null {
    const window = this.#line.filter((p) => time - p.time <= limit('hold.still-seconds') + SMOOTH / 2)
    const first = window[0]
    const last = window.at(-1)
    if (!first || !last || last.time - first.time < limit('window.filled') * limit('hold.still-seconds'))
      return null
    const lines = window.map((p) => p.line)
    if (Math.min(...lines) < limit('hold.line')) return null
    // Halves against each other, not extremes: single frames of a back-lit film differ by 5°.
    const middle = (first.time + last.time) / 2
    const half = (late: boolean): number =>
      median(window.filter((p) => p.time > middle === late).map((p) => p.line))
    const speed = Math.abs(half(true) - half(false)) / ((last.time - first.time) / 2)
    if (!(speed < limit('hold.still-speed'))) return null
    return this.#arrival(last.line) ?? first.time
  }

  /** When the rise to this level ended, or null when none was seen: the recording began in the hold. */
  #arrival(level: number): number | null {
    const backwards = this.#line.map((p) => ({ time: p.time, height: level - p.line })).reverse()
    const rest = this.#restingLine
    const time = onset(backwards, level - rest)
    return Number.isFinite(time) ? time : null
  }

  #restAt(time: number, sample: HoldSample, events: AnalysisEvent[]): void {
    const line = this.#line.at(-1)?.line ?? NaN
    if (line < limit('hold.line')) {
      forget(this.#resting, time, AT_REST)
      this.#resting.push({ time, line })
      this.#restingLine = median(this.#resting.map((p) => p.line))
      for (const { check, grade } of this.#setUp.step(time, sample, this.#intake.view))
        if (!this.#isSlow(time)) events.push({ kind: 'cue', time, check, grade })
    }
    this.#tell(line < limit('hold.line') ? 'ready' : 'up', time, events)
  }

  #begin(start: number, time: number, sample: HoldSample, m: Measurement, events: AnalysisEvent[]): void {
    this.#running = {
      start,
      judge: new HoldJudge(
        this.#rules.checks.filter((check) => check.atSetUp !== true),
        start,
      ),
      setUp: this.#isSlow(time)
        ? asUnseen(this.#setUp.begin(this.#intake.view), 'slow')
        : this.#setUp.begin(this.#intake.view),
      frames: new HeldFrames(start, this.#options.exercise),
      last: time,
      lost: 0,
      paused: false,
      cut: false,
    }
    this.#running.frames.add(m, sample)
    this.#tell('hold', time, events)
    events.push({ kind: 'baseline', time }, { kind: 'hold-start', time, side: sample.side })
  }

  #judge(running: Running, time: number, sample: HoldSample, events: AnalysisEvent[]): void {
    const slow = this.#isSlow(time)
    for (const outcome of running.judge.step(time, sample.measures, this.#intake.view, slow)) {
      if (outcome.kind === 'cue') {
        events.push({ kind: 'cue', time, check: outcome.check, grade: outcome.grade })
        continue
      }
      if (this.#breakdown) continue
      this.#breakdown = {
        rep: null,
        seconds: outcome.onset,
        side: running.frames.side,
        check: outcome.check,
      }
      this.#stop = { seconds: time, reason: 'form' }
      events.push(
        { kind: 'breakdown', time, breakdown: this.#breakdown },
        { kind: 'stop', time, reason: 'form' },
      )
    }
  }

  #isSlow(time: number): boolean {
    return this.#intake.isSlow(time - RATE_OVER, time)
  }

  /** Whether the hips are on their way up or down: that is the hold's beginning or end, not its form. */
  #moving(): boolean {
    const now = this.#line.at(-1)
    const before = this.#line.find(
      (p) => now !== undefined && now.time - p.time <= limit('hold.moving-over-seconds'),
    )
    if (!now || !before || now.time <= before.time) return false
    return Math.abs(now.line - before.line) / (now.time - before.time) > limit('hold.moving-speed')
  }

  /** The time at which the hips began to go down for good, or null while they are up. */
  #fall(time: number): number | null {
    const limitLine = this.#breakLine()
    let first: LinePoint | null = null
    for (const point of this.#line) {
      if (time - point.time > DOWN + SMOOTH / 2) continue
      first ??= point
      if (point.line > limitLine) return null
    }
    if (!first || time - first.time < DOWN) return null
    const [from, until] = [time - limit('hold.level-from-seconds'), time - limit('hold.level-until-seconds')]
    const before = this.#line.filter((p) => p.time < until && p.time > from)
    const level = median(before.map((p) => p.line))
    const lastUp = this.#line.findLastIndex((p) => p.line >= level)
    const fall = this.#line.slice(Math.max(0, lastUp)).map((p) => ({ time: p.time, height: level - p.line }))
    return onset(fall, level - Math.min(limitLine, ...fall.map(({ height }) => level - height)))
  }

  #breakLine(): number {
    const running = this.#running
    const rest = this.#restingLine
    if (!running || !Number.isFinite(rest)) return limit('hold.break-line')
    return rest + limit('hold.break-share') * (running.frames.level - rest)
  }

  #unseen(time: number, events: AnalysisEvent[]): void {
    const running = this.#running
    if (!running) {
      this.#tell('waiting', time, events)
      return
    }
    const gap = time - running.last
    if (gap > limit('tracking.lost-seconds')) running.paused = true
    if (gap > GONE) this.#end(running.last, time, events)
  }

  #end(end: number, time: number, events: AnalysisEvent[]): void {
    const running = this.#running
    this.#running = null
    if (!running) return
    this.#tell('ready', time, events)
    const seconds = end - running.start - running.lost
    if (seconds < limit('hold.least-seconds')) return
    const view = running.frames.view(this.#options.raised ?? null)
    const hold: Hold = {
      index: this.#holds.length + 1,
      side: running.frames.side,
      start: running.start,
      end,
      seconds,
      coverage: 1 - running.lost / Math.max(1e-6, end - running.start),
      findings: [...running.judge.findings(view, end), ...running.setUp],
    }
    if (this.#holds.every((other) => other.seconds <= seconds))
      this.#fatigue = holdFatigue(running.frames.trace(end), this.#rules.lineLimits.value.grades[0])
    this.#holds.push(hold)
    this.#variation = running.frames.variation
    events.push({ kind: 'hold-end', time, hold })
  }

  #tell(phase: Phase, time: number, events: AnalysisEvent[]): void {
    if (phase === this.#phase) return
    this.#phase = phase
    events.push({ kind: 'phase', time, phase })
  }
}

/** Lets go of what is older than so many seconds; points come in time order. */
function forget(points: { readonly time: number }[], now: number, seconds: number): void {
  while (now - (points[0]?.time ?? now) > seconds) points.shift()
}
