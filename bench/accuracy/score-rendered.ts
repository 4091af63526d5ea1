/**
 * Scores analyses of rendered films against what is known of them.
 *
 * - counts, and starts and ends within 0.5 s; sides; hip and knee angles less one constant offset a joint, as where a
 *   joint's centre lies is a matter of definition
 * - form: reps (holds: seconds) with a fault at or over its limit must carry a flag of grade 2 or more, those without any
 *   must carry none; while a fault is only growing, either is right
 * - false assurance: `clear` for a fault over its limit, whether the camera's place can show it or not
 * - breakdown: within a rep, or 2 s of a hold; none where form held
 */
import type { AnalysisReport, FindingReport } from '../../src/core/analysis/report'
import { angleError } from './angles'
import type { Faults, RenderedTruth } from './rendered-truth'
import { completeReps, flagsOf, mean, Tally, type Row, type Scored } from './score'

/** By fault: the size from which it must be flagged, and the checks that may do so, the one that is meant first. */
const LIMITS: Readonly<Record<string, { readonly from: number; readonly checks: readonly string[] }>> = {
  lumbar_arch: { from: 15, checks: ['lumbar-extension', 'leg-high', 'hip-overextension'] },
  lumbar_lift: { from: 0.02, checks: ['lumbar-extension', 'hip-overextension'] },
  leg_overlift: { from: 12, checks: ['leg-high', 'lumbar-extension'] },
  leg_abduction: { from: 12, checks: ['pelvic-rotation', 'lateral-shift'] },
  knee_valgus: { from: 12, checks: ['knee-valgus'] },
  hip_sag: { from: 10, checks: ['hip-sag'] },
  hip_pike: { from: 10, checks: ['hip-high'] },
  hip_flexion: { from: 20, checks: ['hip-flexion', 'hip-high'] },
  trunk_rotation: { from: 18, checks: ['trunk-roll'] },
  pelvic_rotation: { from: 12, checks: ['pelvic-rotation'] },
  pelvic_drop: { from: 10, checks: ['pelvic-drop'] },
  rom_loss: { from: 0.2, checks: ['short-range', 'hip-sag'] },
  elbow_bend: { from: 20, checks: ['short-range'] },
  head_drop: { from: 20, checks: ['neck'] },
}

type Mark = 'ok' | 'false alarm' | 'growing' | 'caught' | 'missed' | 'called clear' | 'honest'

class RenderedScore {
  readonly counts = new Tally()
  readonly times = new Tally()
  readonly sides = new Tally()
  readonly caught = new Tally()
  readonly rightCheck = new Tally()
  readonly falseAlarms = new Tally()
  readonly falseAssurance = new Tally()
  readonly breakdowns = new Tally()
  readonly falseStops = new Tally()
  readonly holdErrors: number[] = []
  readonly angleErrors: number[] = []

  film(truth: RenderedTruth, report: AnalysisReport): Row {
    const isHold = truth.exercise === 'side-plank'
    const found = isHold ? report.holds.length : completeReps(report).length
    const counted = this.counts.add(found === truth.reps.length)
    const marks = isHold ? this.#hold(truth, report) : this.#reps(truth, report)
    const breakdown = this.#breakdown(truth, report)
    const angles = angleError(truth, report)
    this.angleErrors.push(...angles)
    const many = (...kinds: readonly Mark[]): number => marks.filter((mark) => kinds.includes(mark)).length
    const missed = many('missed', 'called clear')
    const alarms = many('false alarm')
    return {
      name: truth.name,
      wrong: (counted ? 0 : 100) + (breakdown.ok ? 0 : 50) + 2 * many('called clear') + missed + alarms,
      cells: [
        `count ${found}/${truth.reps.length}`,
        `caught ${many('caught')}/${many('caught') + missed}`,
        `false alarms ${alarms}/${alarms + many('ok')}`,
        `false assurance ${many('called clear')}/${many('called clear', 'honest', 'caught', 'missed')}`,
        `breakdown ${breakdown.text}`,
        angles.length > 0 ? `hip and knee ${angles.map((a) => a.toFixed(1)).join(', ')} deg` : '',
      ],
    }
  }

  #reps(truth: RenderedTruth, report: AnalysisReport): readonly Mark[] {
    const reps = completeReps(report)
    return truth.reps.map((known, i) => {
      const middle = (known.topStart + known.topEnd) / 2
      const rep = reps.find(({ startSeconds, endSeconds }) => startSeconds <= middle && middle <= endSeconds)
      this.times.add(
        rep !== undefined &&
          Math.abs(rep.startSeconds - known.start) <= 0.5 &&
          Math.abs(rep.endSeconds - known.end) <= 0.5,
      )
      if (truth.exercise === 'bird-dog') this.sides.add(rep?.side === known.side)
      return this.#mark(truth.faults[i] ?? {}, rep?.findings ?? [], truth.observable)
    })
  }

  /** Second by second, without the first and the last, in which the hips are still moving. */
  #hold(truth: RenderedTruth, report: AnalysisReport): readonly Mark[] {
    const known = truth.reps[0]
    if (!known) return []
    const lengthOf = (h: AnalysisReport['holds'][number]): number => h.endSeconds - h.startSeconds
    const longest = [...report.holds].sort((a, b) => lengthOf(b) - lengthOf(a))[0]
    const length = known.topEnd - known.topStart
    this.holdErrors.push(longest ? Math.abs(lengthOf(longest) - length) : length)
    this.sides.add(longest?.side === known.side)
    const first = Math.ceil(known.topStart) + 1
    const last = Math.floor(known.topEnd) - 1
    return Array.from({ length: Math.max(0, last - first) }, (_, i) => {
      const second = first + i
      const findings = (longest?.findings ?? []).filter(
        ({ verdict, fromSeconds = -Infinity, toSeconds = Infinity }) =>
          verdict !== 'flagged' || (fromSeconds <= second + 1 && toSeconds >= second),
      )
      return this.#mark(truth.seconds[second] ?? {}, findings, truth.observable)
    })
  }

  #mark(faults: Faults, findings: readonly FindingReport[], observable: readonly string[]): Mark {
    const present = Object.entries(faults).flatMap(([fault, size]) => {
      const known = LIMITS[fault]
      return known && size > 0 ? [{ fault, over: size >= known.from, checks: known.checks }] : []
    })
    const over = present.filter((fault) => fault.over)
    const flags = flagsOf(findings)
    if (present.length === 0) {
      this.falseAlarms.add(flags.length > 0)
      return flags.length > 0 ? 'false alarm' : 'ok'
    }
    if (over.length === 0) return 'growing'
    const shown = over.filter(({ fault }) => observable.includes(fault))
    const judged = shown.length > 0 ? shown : over
    const clear = judged.some(({ checks }) =>
      findings.some(({ check, verdict }) => check === checks[0] && verdict === 'clear'),
    )
    if (shown.length === 0) {
      this.falseAssurance.add(clear)
      return clear ? 'called clear' : 'honest'
    }
    this.caught.add(flags.length > 0)
    this.falseAssurance.add(flags.length === 0 && clear)
    if (flags.length === 0) return clear ? 'called clear' : 'missed'
    this.rightCheck.add(shown.some(({ checks }) => flags.some(({ check }) => checks.includes(check))))
    return 'caught'
  }

  #breakdown(truth: RenderedTruth, { breakdown }: AnalysisReport): { ok: boolean; text: string } {
    if (truth.breakdown === null) {
      this.falseStops.add(breakdown !== null)
      return breakdown
        ? { ok: false, text: `false stop (${breakdown.check})` }
        : { ok: true, text: 'none, ok' }
    }
    const { rep, seconds } = truth.breakdown
    const ok =
      breakdown !== null &&
      (rep === null
        ? Math.abs(breakdown.seconds - seconds) <= 2
        : Math.abs((breakdown.rep ?? NaN) - rep) <= 1)
    this.breakdowns.add(ok)
    const found = breakdown ? String(breakdown.rep ?? breakdown.seconds) : '-'
    return { ok, text: `${found} (truth ${String(rep ?? seconds)}) ${ok ? 'ok' : 'OFF'}` }
  }
}

/** @param reports by film name; a film without one is left out of all but the count of films */
export function scoreRendered(
  truths: readonly RenderedTruth[],
  reports: ReadonlyMap<string, AnalysisReport>,
): Scored {
  const score = new RenderedScore()
  const rows = truths.map((truth): Row => {
    const report = reports.get(truth.name)
    return report ? score.film(truth, report) : { name: truth.name, wrong: Infinity, cells: ['no analysis'] }
  })
  const hundredths = (value: number | null): number | null => value && Number(value.toFixed(2))
  return {
    rows,
    totals: {
      films: truths.length,
      analysed: rows.filter(({ wrong }) => wrong !== Infinity).length,
      countExactPct: score.counts.percent,
      repTimesPct: score.times.percent,
      sidePct: score.sides.percent,
      caughtPct: score.caught.percent,
      rightFamilyPct: score.rightCheck.percent,
      falseAlarmPct: score.falseAlarms.percent,
      falseAssurancePct: score.falseAssurance.percent,
      breakdownOkPct: score.breakdowns.percent,
      falseStopPct: score.falseStops.percent,
      holdErrorSeconds: hundredths(mean(score.holdErrors)),
      angleMaeDegrees: hundredths(mean(score.angleErrors)),
    },
  }
}
