import type { Posture } from '../../core/analysis/cycle'
import { measured, sampled } from '../../core/analysis/measured'
import type { View } from '../../core/analysis/model'
import {
  neverSeen,
  type Measured,
  type RepFrames,
  type RepRules,
  type RepSummary,
} from '../../core/analysis/rules'
import { LM, type Side } from '../../core/pose/frame'
import { elevation, median } from '../../core/pose/geometry'
import { hipOpening, kneeAngle, sees, type Measurement } from '../../core/pose/measure'
import { showsAngles } from '../../core/pose/view'
import { limit } from '../../core/thresholds'
import { supportChecks, swayOf, tempoOf } from '../shared/support'

/** Degrees of hip opening and log silhouette height that a full rep is about: what one span means. */
const SPAN_OPENING = 55
const SPAN_HEIGHT = 0.08
/** A foot this much higher than the other is off the floor, in trunk lengths. */
const FOOT_UP = 0.3

const showsKnees = (view: View): boolean =>
  view.azimuth !== null && view.azimuth <= limit('view.knees-azimuth') && view.name !== 'feet-end'

/** The leg that carries: the one whose foot is down, or the near one when both are. */
function standing(m: Measurement): Side {
  const difference = (m.left.ankle.y - m.right.ankle.y) / m.unit
  if (Math.abs(difference) > FOOT_UP) return difference > 0 ? 'left' : 'right'
  return m.near
}

const opening = (m: Measurement): number => hipOpening(m, standing(m), 'up')

/** Upright in the picture: head over hips over knees, and taller than wide. */
function upright(m: Measurement): boolean {
  const trunk = elevation(m.hips, m.shoulders)
  const knees = { x: (m.left.knee.x + m.right.knee.x) / 2, y: (m.left.knee.y + m.right.knee.y) / 2 }
  const box = m.silhouette
  const tall = box ? box.bottom - box.top > 1.5 * (box.right - box.left) : true
  return trunk > 50 && elevation(knees, m.hips) > 50 && tall
}

/** On the back with a foot down and its knee up, seen from the side. */
function supine(m: Measurement): Posture {
  const leg = m[standing(m)]
  const up = (upper: { y: number }, lower: { y: number }): number => (lower.y - upper.y) / m.unit
  const kneeUp = up(leg.knee, leg.ankle) > 0.35
  const flat = Math.abs(up(m.shoulders, leg.ankle)) < 0.65
  const trunkLow = m.trunkInclination < 25 && m.trunkInclination > -60
  if (!kneeUp || !flat || !trunkLow) return 'out'
  return opening(m) < limit('bridge.start-opening') ? 'start' : 'working'
}

function summarise(frames: RepFrames): RepSummary {
  const { top, rest, view } = frames
  const working = singleLeg(top)
  const angles = showsAngles(view)
  const peak = angles ? measured(top, opening).value : NaN
  const bottom = median(rest.map(opening))
  return {
    side: working,
    variation: working === null ? 'double-leg' : 'single-leg',
    peak,
    reach: angles && Number.isFinite(peak - bottom) ? peak - bottom : NaN,
    reached: !angles || peak >= limit('bridge.least-opening'),
    measures: {
      ...(angles ? sideOn(frames) : {}),
      ...(showsKnees(view) ? { kneeGap: kneeGap(frames) } : {}),
      tempo: tempoOf(frames),
    },
  }
}

/** The working leg when the other is held long or up throughout the top; null when both carry. */
function singleLeg(top: readonly Measurement[]): Side | null {
  const share = (free: Side): number =>
    top.filter((m) => {
      const carrying = free === 'left' ? 'right' : 'left'
      return (m[carrying].ankle.y - m[free].ankle.y) / m.unit > FOOT_UP && kneeAngle(m, free) > 130
    }).length / Math.max(1, top.length)
  if (share('left') > 0.7) return 'right'
  if (share('right') > 0.7) return 'left'
  return null
}

function sideOn({ top, rest }: RepFrames): Record<string, Measured> {
  const seen = (m: Measurement): boolean => {
    const leg =
      standing(m) === 'left'
        ? [LM.leftHip, LM.leftKnee, LM.leftAnkle]
        : [LM.rightHip, LM.rightKnee, LM.rightAnkle]
    return sees(m, leg)
  }
  const when = (read: (m: Measurement) => number) => (m: Measurement) => (seen(m) ? read(m) : NaN)
  return {
    hip: measured(top, when(opening)),
    trunk: measured(top, (m) => -m.trunkInclination),
    belly: sampled(top, (m) => m.shape?.down.ventralDepth ?? NaN),
    feet: measured(
      top,
      when((m) => kneeAngle(m, standing(m))),
    ),
    feetAtRest: measured(
      rest,
      when((m) => kneeAngle(m, standing(m))),
    ),
    sag: sagAtTop(top, when(opening)),
    sway: swayOf(top),
  }
}

/** Hip angle lost between the first second of the top and its worst half second; only tops of 3 s and more. */
function sagAtTop(top: readonly Measurement[], read: (m: Measurement) => number): Measured {
  const [first, last] = [top[0], top.at(-1)]
  if (!first || !last || last.time - first.time < 3) return { value: NaN, coverage: 0 }
  const between = (from: number, to: number): number =>
    median(top.filter((m) => m.time >= from && m.time <= to).map(read))
  const early = between(first.time, first.time + 1)
  let worst = 0
  for (let at = first.time + 1; at + 0.5 <= last.time; at += 0.25)
    worst = Math.max(worst, early - between(at, at + 0.5))
  return { value: worst, coverage: 1 }
}

/**
 * Distance of the knees along the shoulder line at the top, over the shoulder width at rest: at the top
 * the shoulders are the part of the picture that the model loses from the head end.
 */
function kneeGap({ top, rest, all }: RepFrames): Measured {
  const width = median(
    (rest.length > 0 ? rest : all.slice(0, 5)).map((m) =>
      Math.hypot(m.left.shoulder.x - m.right.shoulder.x, m.left.shoulder.y - m.right.shoulder.y),
    ),
  )
  return measured(top, (m) =>
    sees(m, [LM.leftKnee, LM.rightKnee], 0.5) ? Math.abs(m.left.knee.x - m.right.knee.x) / width : NaN,
  )
}

export const bridgeRules: RepRules = {
  kind: 'reps',
  sample: (m, view) => {
    const side = showsAngles(view)
    // Beside the body the hip's opening; from elsewhere the silhouette, which grows taller as the hips lift.
    const height = m.silhouette
      ? Math.log(Math.max(1, m.silhouette.bottom - m.silhouette.top)) / SPAN_HEIGHT
      : NaN
    return {
      channels: [side ? opening(m) / SPAN_OPENING : NaN, side ? NaN : height],
      posture: side ? supine(m) : upright(m) ? 'out' : 'start',
    }
  },
  summarise,
  checks: [
    {
      id: 'short-range',
      signs: [{ measure: 'hip', worse: -1, limits: 'bridge.hip-short' }],
      agree: 1,
      visible: showsAngles,
    },
    {
      id: 'hip-overextension',
      signs: [{ measure: 'hip', worse: 1, limits: 'bridge.hip-over' }],
      agree: 1,
      visible: showsAngles,
    },
    {
      id: 'lumbar-extension',
      signs: [
        { measure: 'hip', worse: 1, limits: 'bridge.arch-hip' },
        { measure: 'trunk', worse: 1, limits: 'bridge.arch-trunk' },
        { measure: 'belly', worse: 1, limits: 'bridge.arch-belly' },
      ],
      agree: 2,
      visible: showsAngles,
    },
    {
      id: 'hip-sag',
      signs: [{ measure: 'sag', worse: 1, limits: 'bridge.sag' }],
      agree: 1,
      visible: showsAngles,
    },
    {
      id: 'feet-far',
      signs: [
        { measure: 'feet', worse: 1, limits: 'bridge.feet' },
        { measure: 'feetAtRest', worse: 1, limits: 'bridge.feet' },
      ],
      agree: 2,
      visible: showsAngles,
    },
    {
      id: 'knee-valgus',
      signs: [{ measure: 'kneeGap', worse: -1, limits: 'bridge.knee-gap', relative: true }],
      agree: 1,
      visible: showsKnees,
    },
    {
      id: 'knee-splay',
      signs: [{ measure: 'kneeGap', worse: 1, limits: 'bridge.knee-splay', relative: true }],
      agree: 1,
      visible: showsKnees,
    },
    neverSeen('pelvic-drop'),
    ...supportChecks,
  ],
}
