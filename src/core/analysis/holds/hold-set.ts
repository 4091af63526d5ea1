/** The analysis of holds: when the body is up and still the clock runs, and what gives is found as it happens. */
import type { PoseFrame, Side } from '../../pose/frame'
import type { Measurement } from '../../pose/measure'
import { limit } from '../../thresholds'
import type { Analyser, AnalyserOptions } from '../analyser'
import { holdFatigue, type FatigueMarker } from '../fatigue'
import { FrameIntake } from '../frame-intake'
import { Dips } from './dips'
import { HeldFrames } from './held-frames'
import { HoldJudge } from './hold-judge'
import { HoldLine, type Lift } from './hold-line'
import { asUnseen } from '../judge'
import type { KeptBaseline, LowerThanUsual } from '../model'
import { usualOf } from '../usual'
import type { AnalysisEvent, Breakdown, Finding, Hold, LiveReading, Phase, SetAnalysis, Stop } from '../model'
import type { HoldRules, HoldSample } from '../rules'
import { SetUp } from './set-up'
import { SupportSide } from './support-side'

interface Running {
  readonly start: number
  readonly judge: HoldJudge
  readonly setUp: readonly Finding[]
  readonly frames: HeldFrames
  readonly dips: Dips
  last: number
  /** Since when somebody in plain sight has been out of position, or on the knees in a hold on the feet; null when not. */
  leftSince: number | null
  kneesSince: number | null
  /** Seconds in which the person was not seen. */
  lost: number
  paused: boolean
  /** Nobody watched since the last frame, however short that was. */
  cut: boolean
}

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
  readonly #line = new HoldLine()
  readonly #support = new SupportSide()
  #running: Running | null = null
  #phase: Phase = 'waiting'
  #breakdown: Breakdown | null = null
  #stop: Stop | null = null
  #fatigue: readonly FatigueMarker[] = []
  #baselines: readonly KeptBaseline[] = []
  readonly #lower: LowerThanUsual[] = []

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
    const sample = m && this.#rules.sample(m, this.#side)
    const seen = sample?.inPosition === true && Number.isFinite(sample.line)
    this.#intake.record(time, m, seen ? 180 + sample.line : NaN)
    if (this.#intake.replaced && this.#running) this.#end(this.#running.last, time, events)
    if (seen && m) this.#follow(time, m, sample, events)
    else this.#unseen(time, m !== null, events)
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
      baselines: this.#baselines,
      lowerThanUsual: this.#lower,
    }
  }

  #follow(time: number, m: Measurement, sample: HoldSample, events: AnalysisEvent[]): void {
    this.#support.add(m)
    this.#line.add(time, sample.line, sample.clearance ?? NaN)
    if (this.#running && time - this.#running.last > GONE) this.#end(this.#running.last, time, events)
    const running = this.#running
    if (!running) {
      const start = this.#showsLine ? this.#line.plateau(time) : null
      if (start !== null) this.#begin(start, time, sample, m, events)
      else this.#restAt(time, sample, events)
      return
    }
    const gap = time - running.last
    if (running.cut || gap > limit('tracking.lost-seconds')) running.lost += gap
    running.paused = running.cut = false
    running.last = time
    running.leftSince = null
    running.frames.add(m, sample)
    running.dips.step(time, this.#line.now, this.#lift(running))
    if (!this.#line.moving) this.#judge(running, time, sample, events)
    const down = this.#line.fall(time, this.#lift(running)) ?? this.#kneesDown(running, time, sample)
    if (down !== null) this.#end(down, time, events)
  }

  /** From the ends of the body the line is seen end-on and says nothing of the hips. */
  get #showsLine(): boolean {
    const { name } = this.#intake.view
    return name !== 'head-end' && name !== 'feet-end'
  }

  /** The side on the floor; null in an exercise that has none. */
  get #side(): Side | null {
    return this.#rules.onSide ? this.#support.side : null
  }

  /** Where this hold is held, and where the floor is: where the hips were seen to rest, else where they would. Degrees. */
  #lift({ frames: { level, floor } }: Running): Lift {
    const known = [this.#line.resting, floor, limit('hold.floor-line')].find(Number.isFinite)
    return { level, floor: known ?? NaN }
  }

  /** The time at which the knees came down to the floor for good in a hold on the feet, or null. */
  #kneesDown(running: Running, time: number, sample: HoldSample): number | null {
    const fell = sample.kneesDown === true && running.frames.variation !== sample.variation
    running.kneesSince = fell ? (running.kneesSince ?? time) : null
    const since = running.kneesSince
    return since !== null && time - since >= limit('hold.stays-down-seconds') ? since : null
  }

  #restAt(time: number, sample: HoldSample, events: AnalysisEvent[]): void {
    const down = this.#line.rest(time)
    if (down)
      for (const { check, grade } of this.#setUp.step(time, sample, this.#intake.view))
        if (!this.#isSlow(time)) events.push({ kind: 'cue', time, check, grade })
    this.#tell(down ? 'ready' : 'up', time, events)
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
      dips: new Dips(),
      last: time,
      leftSince: null,
      kneesSince: null,
      lost: 0,
      paused: false,
      cut: false,
    }
    this.#running.frames.add(m, sample)
    this.#tell('hold', time, events)
    events.push({ kind: 'baseline', time }, { kind: 'hold-start', time, side: this.#side })
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
        side: this.#side,
        check: outcome.check,
        ...(outcome.fromStart ? { fromStart: true } : {}),
      }
      events.push({ kind: 'breakdown', time, breakdown: this.#breakdown })
      // Whoever was off from the start has nothing that gave: they are told, and may go on.
      if (outcome.fromStart) continue
      this.#stop = { seconds: time, reason: 'form' }
      events.push({ kind: 'stop', time, reason: 'form' })
    }
  }

  #isSlow(time: number): boolean {
    return this.#intake.isSlow(time - RATE_OVER, time)
  }

  /** @param present whether the person is in plain sight, out of position */
  #unseen(time: number, present: boolean, events: AnalysisEvent[]): void {
    const running = this.#running
    if (!running) {
      this.#tell('waiting', time, events)
      return
    }
    running.leftSince = present ? (running.leftSince ?? time) : null
    const gap = time - running.last
    if (gap > limit('tracking.lost-seconds')) running.paused = true
    const left = running.leftSince !== null && time - running.leftSince > limit('hold.left-seconds')
    if (left || gap > GONE) this.#end(running.last, time, events)
  }

  #end(end: number, time: number, events: AnalysisEvent[]): void {
    const running = this.#running
    this.#running = null
    if (!running) return
    this.#tell('ready', time, events)
    const side = this.#side
    this.#support.reset()
    const seconds = end - running.start - running.lost
    if (seconds < Math.max(limit('hold.least-seconds'), limit('hold.least-share') * (end - running.start)))
      return
    const view = running.frames.view(this.#options.raised ?? null)
    const dips = running.dips.until(end)
    const hold: Hold = {
      index: this.#holds.length + 1,
      side,
      start: running.start,
      end,
      seconds,
      ...(dips.length > 0 ? { dips: dips.length } : {}),
      coverage: 1 - running.lost / Math.max(1e-6, end - running.start),
      findings: [...running.judge.findings(view, end, dips), ...running.setUp],
    }
    if (this.#holds.every((other) => other.seconds <= seconds))
      this.#fatigue = holdFatigue(running.frames.trace(end), this.#rules.lineLimits.value.grades[0])
    const usual = usualOf(this.#options.usual ?? [], side, view)
    if (usual) this.#lower.push(...running.judge.lowerThan(usual))
    this.#keep({ side, view: view.name, azimuth: view.azimuth, measures: running.judge.baseline })
    this.#holds.push(hold)
    this.#variation = running.frames.variation
    events.push({ kind: 'hold-end', time, hold })
  }

  /** Keeps the last hold's baseline of a side. */
  #keep(baseline: KeptBaseline): void {
    if (Object.keys(baseline.measures).length === 0) return
    this.#baselines = [...this.#baselines.filter(({ side }) => side !== baseline.side), baseline]
  }

  #tell(phase: Phase, time: number, events: AnalysisEvent[]): void {
    if (phase === this.#phase) return
    this.#phase = phase
    events.push({ kind: 'phase', time, phase })
  }
}
