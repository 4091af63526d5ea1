/** `keel.analysis/1`: a set's analysis as the document that `npm run analyse` prints. */
import type { Finding, Hold, Rep, SetAnalysis, Verdict } from './model'

/** The film that was analysed. */
export interface ClipFacts {
  /** Pixels, upright. */
  readonly width: number
  readonly height: number
  /** Seconds. */
  readonly duration: number
  readonly frames: number
  readonly analysedFrames: number
}

export interface FindingReport {
  readonly check: string
  readonly verdict: Verdict
  readonly grade?: number
  readonly value?: number
  readonly unit?: string
  /** `good-form` where it was flagged by that standard, not against the person's own baseline. */
  readonly against?: string
  readonly reason?: string
  readonly fromSeconds?: number
  readonly toSeconds?: number
}

export interface AnalysisReport {
  readonly format: 'keel.analysis/1'
  /** Null where the movement was none of the exercises, and it was asked to find which. */
  readonly exercise: string | null
  readonly variation: string | null
  readonly clip: {
    readonly width: number
    readonly height: number
    readonly durationSeconds: number
    readonly frames: number
    readonly analysedFrames: number
  }
  readonly view: {
    readonly name: string
    readonly azimuthDegrees: number | null
    readonly raised: boolean | null
    readonly near: string | null
  }
  readonly coverage: number
  readonly reps: readonly {
    readonly index: number
    readonly side: string | null
    readonly startSeconds: number
    readonly topSeconds: number
    readonly endSeconds: number
    readonly complete: boolean
    readonly peakDegrees: number | null
    readonly coverage: number
    readonly findings: readonly FindingReport[]
  }[]
  readonly holds: readonly {
    readonly index: number
    readonly side: string | null
    readonly startSeconds: number
    readonly endSeconds: number
    readonly heldSeconds: number
    /** How often the hips dipped and came up again; absent where they did not. */
    readonly dips?: number
    readonly coverage: number
    readonly findings: readonly FindingReport[]
  }[]
  readonly breakdown: {
    readonly rep: number | null
    readonly seconds: number
    readonly side: string | null
    readonly check: string
    /** Present where form was off from the first rep or second on. */
    readonly fromStart?: true
  } | null
  readonly stop: { readonly seconds: number; readonly reason: string } | null
  readonly steadyLimit: number
  readonly series?: Readonly<Record<string, readonly (number | null)[]>>
}

/** Angles to 0.1°, seconds to 0.001 s, shares and other values to 0.001; null for what is not a number. */
const rounded = (value: number, places: number): number | null =>
  Number.isFinite(value) ? Number(value.toFixed(places)) : null
const degrees = (value: number): number | null => rounded(value, 1)
const seconds = (value: number): number => rounded(value, 3) ?? 0
const share = (value: number): number => rounded(value, 3) ?? 0
const measured = (value: number, unit: string): number => rounded(value, unit === 'deg' ? 1 : 3) ?? 0

/** Turns an analysis into the printed document; `series` adds the angles of every analysed frame. */
export function toReport(
  analysis: SetAnalysis,
  clip: ClipFacts,
  options: { series: boolean },
): AnalysisReport {
  const { view, breakdown, stop } = analysis
  return {
    format: 'keel.analysis/1',
    exercise: analysis.exercise,
    variation: analysis.variation,
    clip: {
      width: clip.width,
      height: clip.height,
      durationSeconds: seconds(clip.duration),
      frames: clip.frames,
      analysedFrames: clip.analysedFrames,
    },
    view: {
      name: view.name,
      azimuthDegrees: view.azimuth === null ? null : degrees(view.azimuth),
      raised: view.raised,
      near: view.near,
    },
    coverage: share(analysis.coverage),
    reps: analysis.reps.map(repReport),
    holds: analysis.holds.map(holdReport),
    breakdown: breakdown && {
      rep: breakdown.rep,
      seconds: seconds(breakdown.seconds),
      side: breakdown.side,
      check: breakdown.check,
      ...(breakdown.fromStart === true ? { fromStart: true as const } : {}),
    },
    stop: stop && { seconds: seconds(stop.seconds), reason: stop.reason },
    steadyLimit: share(analysis.steadyLimit),
    ...(options.series ? { series: seriesReport(analysis) } : {}),
  }
}

function repReport(rep: Rep): AnalysisReport['reps'][number] {
  return {
    index: rep.index,
    side: rep.side,
    startSeconds: seconds(rep.start),
    topSeconds: seconds(rep.top),
    endSeconds: seconds(rep.end),
    complete: rep.complete,
    peakDegrees: degrees(rep.peak),
    coverage: share(rep.coverage),
    findings: rep.findings.map(findingReport),
  }
}

function holdReport(hold: Hold): AnalysisReport['holds'][number] {
  return {
    index: hold.index,
    side: hold.side,
    startSeconds: seconds(hold.start),
    endSeconds: seconds(hold.end),
    heldSeconds: seconds(hold.seconds),
    ...(hold.dips === undefined ? {} : { dips: hold.dips }),
    coverage: share(hold.coverage),
    findings: hold.findings.map(findingReport),
  }
}

function findingReport(finding: Finding): FindingReport {
  const { check, verdict } = finding
  if (verdict === 'unseen') return { check, verdict, reason: finding.reason }
  const result = { value: measured(finding.value, finding.unit), unit: finding.unit }
  if (verdict === 'clear' || verdict === 'steady') return { check, verdict, ...result }
  return {
    check,
    verdict,
    grade: finding.grade,
    ...result,
    ...(finding.against === undefined ? {} : { against: finding.against }),
    ...(finding.from === undefined ? {} : { fromSeconds: seconds(finding.from) }),
    ...(finding.to === undefined ? {} : { toSeconds: seconds(finding.to) }),
  }
}

function seriesReport({ series }: SetAnalysis): AnalysisReport['series'] & object {
  return {
    t: series.time.map(seconds),
    hip_left: series.hipLeft.map(degrees),
    knee_left: series.kneeLeft.map(degrees),
    hip_right: series.hipRight.map(degrees),
    knee_right: series.kneeRight.map(degrees),
    drive: series.drive.map(degrees),
  }
}
