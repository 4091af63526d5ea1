/** The analysis of a set of reps: cycles become reps, reps are judged, judged reps find the breakdown. */
import type { PoseFrame } from '../../pose/frame'
import { countsByAngles, showsAngles, UNKNOWN_VIEW } from '../../pose/view'
import { limit } from '../../thresholds'
import type { Analyser, AnalyserOptions } from '../analyser'
import { RepBreakdown } from './breakdown'
import { RepJudge, type RepEvidence } from './rep-judge'
import { RepFinder } from './rep-finder'
import { repFatigue, type RepEffort } from '../fatigue'
import { FrameIntake } from '../frame-intake'
import type { Cycle } from './cycle'
import { counts } from '../judge'
import type { AnalysisEvent, CheckId, LiveReading, Phase, Rep, SetAnalysis, Stop, View } from '../model'
import type { Check, RepRules, RepSummary } from '../rules'
import { KeptFrames } from './kept-frames'
import { OwnRange } from './own-range'
import { coverageOf, effortOf, middleView, mostCommon } from './rep-values'

/** Seconds at rest in a new view until it drives. */
const VIEW_SETTLES = limit('view.settle-seconds')

export class RepSet implements Analyser {
  readonly #options: AnalyserOptions
  readonly #rules: RepRules
  readonly #intake: FrameIntake
  readonly #cycles = new RepFinder()
  readonly #efforts: RepEffort[] = []
  readonly #judge: RepJudge
  #baselineView: View | null = null
  readonly #breakdown: RepBreakdown
  readonly #supporting: ReadonlySet<CheckId>
  readonly #reps: Rep[] = []
  readonly #variations: string[] = []
  readonly #range = new OwnRange()
  readonly #frames = new KeptFrames()
  #views: View[] = []
  #driving: View = UNKNOWN_VIEW
  #differsSince = 0
  #phase: Phase = 'waiting'
  #baselineTold = false
  #cuedAt: number | null = null
  #cuedCheck: CheckId | null = null
  #cueDue = 0
  #stop: Stop | null = null

  constructor(options: AnalyserOptions, rules: RepRules) {
    this.#options = options
    this.#rules = rules
    this.#intake = new FrameIntake({ facing: options.exercise.view, raised: options.raised ?? null })
    this.#supporting = new Set(rules.checks.filter(({ supporting }) => supporting).map(({ id }) => id))
    this.#breakdown = new RepBreakdown(this.#supporting)
    this.#judge = new RepJudge(rules.checks, this.#supporting, options.usual ?? [])
  }

  step(frame: PoseFrame): readonly AnalysisEvent[] {
    const events: AnalysisEvent[] = []
    const { time } = frame
    const m = this.#intake.take(frame, events)
    if (!m) {
      this.#intake.record(time, null, NaN)
      return events
    }
    if (this.#intake.replaced) this.interrupt()
    this.#frames.add(m, this.#cycles.earliest)
    const sample = this.#rules.sample(m, this.#drivingView(time))
    const cycle = this.#cycles.step(time, sample)
    this.#intake.record(time, m, 100 * this.#cycles.height)
    this.#tellPhase(time, events)
    if (cycle) this.#finishRep(cycle, time, events)
    else this.#cueAtTop(time, events)
    return events
  }

  interrupt(): void {
    this.#cycles.reset()
  }

  reading(): LiveReading {
    return {
      phase: this.#phase,
      view: this.#intake.view,
      reps: this.#reps.filter(({ complete }) => complete).length,
      holdSeconds: 0,
      tracking: this.#intake.tracking,
      unseen: this.#rules.checks.filter((check) => hides(check, this.#intake.view)).map(({ id }) => id),
    }
  }

  finish(): SetAnalysis {
    const open = this.#cycles.finish()
    if (open) this.#finishRep(open, open.end, [])
    const { exercise, variation } = this.#options
    const breakdown = this.#breakdown.found
    const complete = this.#reps.filter((rep) => rep.complete)
    return {
      exercise: exercise.id,
      variation: variation ?? this.#rules.setVariation?.(this.#variations) ?? mostCommon(this.#variations),
      view: this.#views.length > 0 ? middleView(this.#views) : this.#intake.view,
      coverage: this.#intake.coverage,
      frames: this.#intake.frames,
      reps: this.#judge.settled(),
      holds: [],
      breakdown,
      stop: this.#stop,
      steadyLimit: breakdown
        ? complete.filter(({ index }) => index < (breakdown.rep ?? 0)).length
        : complete.length,
      series: this.#intake.series,
      fatigue: repFatigue(this.#efforts),
      baselines: this.#judge.kept(),
      lowerThanUsual: this.#judge.lowerThanUsual(),
    }
  }

  /** The view that decides what drives: it changes only with the person at rest, and then for good. */
  #drivingView(time: number): View {
    const resting = this.#cycles.phase === 'waiting' || this.#cycles.phase === 'ready'
    const differs = countsByAngles(this.#intake.view) !== countsByAngles(this.#driving)
    if (!differs || !resting) this.#differsSince = time
    if (this.#cycles.phase === 'waiting' || time - this.#differsSince > VIEW_SETTLES) {
      if (differs && this.#cycles.phase === 'ready') this.#cycles.reset()
      this.#driving = this.#intake.view
      this.#differsSince = time
    }
    return this.#driving
  }

  #tellPhase(time: number, events: AnalysisEvent[]): void {
    const { phase } = this.#cycles
    if (phase === this.#phase) return
    this.#phase = phase
    events.push({ kind: 'phase', time, phase })
    if (phase === 'ready' && !this.#baselineTold) {
      this.#baselineTold = true
      events.push({ kind: 'baseline', time })
    }
  }

  /**
   * Off-form that shows at the top is said at once, not after the rep. Judged on what has been seen of the top so far;
   * the rep itself is judged as a whole when it closes.
   */
  #cueAtTop(time: number, events: AnalysisEvent[]): void {
    if (time < this.#cueDue) return
    const { rise } = this.#cycles
    if (!rise || this.#cuedAt === rise.start || time - rise.top < limit('cue.top-seconds')) return
    this.#cueDue = time + limit('cue.top-seconds')
    if (this.#intake.isSlow(rise.start, time)) return
    const top = this.#frames.between(rise.top, time)
    const rest = this.#frames.restBefore(rise.start)
    const view = this.#intake.viewOf(rest.length > 0 ? rest : top)
    const all = this.#frames.between(rise.start, time)
    const { side, measures, recognised } = this.#rules.summarise({ all, top, rest, view, open: true })
    if (!recognised) return
    const evidence = { side, measures, view, complete: true, reason: null }
    for (const finding of this.#judge.findings(evidence)) {
      if (!counts(finding, this.#supporting) || finding.grade < 2 || finding.check === 'short-range') continue
      this.#cuedAt = rise.start
      this.#cuedCheck = finding.check
      events.push({ kind: 'cue', time, check: finding.check, grade: finding.grade, side })
      return
    }
  }

  #finishRep(cycle: Cycle, time: number, events: AnalysisEvent[]): void {
    const all = this.#frames.between(cycle.start, cycle.end)
    const top = this.#frames.between(cycle.topStart, cycle.topEnd)
    // Where the recording began within the rise, rest is what the rep came back to.
    const rest = this.#frames.restOf(cycle)
    // The trunk lies as the exercise's start has it only at rest: lifting tilts it and blurs the azimuth.
    const view = this.#intake.viewOf(rest.length > 0 ? rest : all)
    const summary = this.#rules.summarise({ all, top, rest, view, open: cycle.open })
    if (!summary.recognised) return
    if (this.#hasMoved(view)) {
      this.#judge.moved()
      this.#range.clear()
      events.push({ kind: 'moved', time })
    }
    const complete = this.#range.isWhole(summary)
    if ((cycle.open || cycle.begun) && !complete) return
    const slow = this.#intake.isSlow(cycle.start, cycle.end)
    // Of a rep that the recording cut, the rest or the end of the top is missing: it counts, and nothing in it is judged.
    const cut = cycle.begun || cycle.open
    const { side, measures } = summary
    const evidence = {
      side,
      measures,
      view,
      complete,
      reason: slow ? 'slow' : cut ? 'coverage' : null,
    } as const
    const rep = this.#describe(cycle, summary, evidence)
    this.#reps.push(rep)
    this.#judge.add(rep, evidence)
    this.#views.push(view)
    this.#variations.push(summary.variation)
    if (complete && evidence.reason === null) {
      this.#range.learn(summary)
      this.#efforts.push(effortOf(rep.index, summary, showsAngles(view)))
    }
    events.push({ kind: 'rep', time, rep })
    this.#conclude(rep, time, events)
  }

  /** Whether the camera stands elsewhere than when the baseline was taken. */
  #hasMoved({ azimuth }: View): boolean {
    const before = this.#baselineView?.azimuth ?? azimuth
    const moved =
      before !== null && azimuth !== null && Math.abs(azimuth - before) > limit('view.moved-azimuth')
    if (moved || this.#baselineView === null) this.#baselineView = { ...this.#intake.view, azimuth }
    return moved
  }

  #describe(cycle: Cycle, { peak }: RepSummary, evidence: RepEvidence): Rep {
    return {
      index: this.#reps.length + 1,
      side: evidence.side,
      start: cycle.start,
      top: cycle.topStart,
      end: cycle.end,
      complete: evidence.complete,
      peak,
      coverage: coverageOf(evidence.measures),
      findings: this.#judge.findings(evidence),
    }
  }

  #conclude(rep: Rep, time: number, events: AnalysisEvent[]): void {
    const worst = rep.findings.find((f) => counts(f, this.#supporting) && f.grade >= 2)
    const any = worst ?? rep.findings.find((f) => f.verdict === 'flagged')
    const said = this.#cuedCheck
    this.#cuedCheck = null
    if (any?.verdict === 'flagged' && any.check !== said)
      events.push({ kind: 'cue', time, check: any.check, grade: any.grade, side: rep.side })
    if (this.#stop) return
    const breakdown = this.#breakdown.step(rep)
    if (!breakdown) return
    events.push({ kind: 'breakdown', time, breakdown })
    // Whoever was off from the start has nothing that gave: they are told, and may go on.
    if (breakdown.fromStart === true) return
    this.#stop = { seconds: time, reason: 'form' }
    events.push({ kind: 'stop', time, reason: 'form' })
  }
}

const hides = (check: Check, view: View): boolean => !check.visible(view) || check.flagOnly?.(view) === true
