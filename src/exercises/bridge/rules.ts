import { ABSENT, measured, sampled, UNMEASURED } from '../../core/analysis/signal/measure-top'
import type { View } from '../../core/analysis/model'
import {
  neverSeen,
  type Measured,
  type RepFrames,
  type RepRules,
  type RepSummary,
} from '../../core/analysis/rules'
import { LM, type Side } from '../../core/pose/frame'
import { deviation, distance, median } from '../../core/pose/geometry'
import { kneeAngle, sees, type Measurement } from '../../core/pose/measure'
import { countsByAngles, showsAngles } from '../../core/pose/view'
import { ownSide } from '../../core/pose/lying'
import { isUpright } from '../shared/posture'
import { restOrStart, supportChecks, swayOf, tempoOf } from '../shared/support'
import { hipRise, isBridge, opening, silhouetteTop, standing, supine } from './recognise'
import { limit, own, threshold } from './thresholds'
import type { Degrees } from '../../core/units'

const showsKnees = (view: View): boolean =>
  view.azimuth !== null && view.azimuth <= limit('view.knees-azimuth') && view.name !== 'feet-end'

/** Nearly side-on: the way from ear to shoulder is short, and turns with the trunk. */
const showsNeck = (view: View): boolean =>
  view.azimuth !== null && Math.abs(view.azimuth) <= limit('view.neck-azimuth')

const EARS = [LM.leftEar, LM.rightEar]
const KNEES = [LM.leftKnee, LM.rightKnee]
const LEG = {
  left: [LM.leftHip, LM.leftKnee, LM.leftAnkle],
  right: [LM.rightHip, LM.rightKnee, LM.rightAnkle],
}

function summarise(frames: RepFrames): RepSummary {
  const { top, rest, view } = frames
  const working = singleLeg(top)
  const angles = showsAngles(view)
  const peak = (angles ? measured(top, opening).value : NaN) as Degrees
  const bottom = median(rest.map(opening))
  return {
    side: working !== null && countsByAngles(view) ? ownSide(working, frames.all, 'up') : working,
    variation: working !== null ? 'single-leg' : marches(top) ? 'march' : 'double-leg',
    peak,
    reach: angles && Number.isFinite(peak - bottom) ? peak - bottom : NaN,
    recognised: isBridge(frames),
    reached: !angles || peak >= limit('bridge.least-opening'),
    measures: {
      ...(angles ? sideOn(frames) : {}),
      ...(showsKnees(view) ? { kneeGap: kneeGap(frames) } : {}),
      tempo: tempoOf(frames),
    },
  }
}

/** Share of the top in which this foot is off the floor. */
const footUp = (top: readonly Measurement[], free: Side): number => {
  const carrying = free === 'left' ? 'right' : 'left'
  const up = top.filter((m) => (m[carrying].ankle.y - m[free].ankle.y) / m.unit > limit('bridge.foot-up'))
  return up.length / Math.max(1, top.length)
}

/** One foot after the other leaves the floor at the top. */
const marches = (top: readonly Measurement[]): boolean =>
  footUp(top, 'left') > limit('bridge.march-share') && footUp(top, 'right') > limit('bridge.march-share')

/** The working leg when the other is held long or up throughout the top; null when both carry. */
function singleLeg(top: readonly Measurement[]): Side | null {
  const share = (free: Side): number =>
    top.filter((m) => {
      const carrying = free === 'left' ? 'right' : 'left'
      const lifted = (m[carrying].ankle.y - m[free].ankle.y) / m.unit > limit('bridge.foot-up')
      return lifted && kneeAngle(m, free) > limit('bridge.leg-long')
    }).length / Math.max(1, top.length)
  if (share('left') > limit('bridge.single-share')) return 'right'
  if (share('right') > limit('bridge.single-share')) return 'left'
  return null
}

function sideOn({ top, rest }: RepFrames): Record<string, Measured> {
  const when = (read: (m: Measurement) => number) => (m: Measurement) =>
    sees(m, LEG[standing(m)]) ? read(m) : NaN
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
    neck: measured(top, (m) => (sees(m, EARS) ? (100 * distance(m.ears, m.shoulders)) / m.unit : NaN)),
    sway: swayOf(top),
  }
}

/** Hip angle lost between the beginning of the top and its worst stretch; only of long tops. */
function sagAtTop(top: readonly Measurement[], read: (m: Measurement) => number): Measured {
  const [first, last] = [top[0], top.at(-1)]
  if (!first || !last || last.time - first.time < limit('bridge.long-top')) return ABSENT
  const between = (from: number, to: number): number =>
    median(top.filter((m) => m.time >= from && m.time <= to).map(read))
  const [start, long] = [first.time + limit('bridge.sag-early-seconds'), limit('bridge.sag-window-seconds')]
  const early = between(first.time, start)
  let worst = 0
  for (let at = start; at + long <= last.time; at += limit('bridge.sag-step-seconds'))
    worst = Math.max(worst, early - between(at, at + long))
  return { value: worst, coverage: 1 }
}

/**
 * Distance of the knees at the top over the shoulder width at rest: at the top the shoulders are the part
 * of the picture that the model loses from the head end. Knees that wander within one top (measured:
 * 0.14 against 0.02) are the model's unsteadiness, not the person's, and are not judged.
 */
function kneeGap({ top, rest, all }: RepFrames): Measured {
  const width = median(restOrStart({ all, rest }).map((m) => distance(m.left.shoulder, m.right.shoulder)))
  const gap = (m: Measurement): number =>
    sees(m, KNEES, limit('sees.knees')) ? Math.abs(m.left.knee.x - m.right.knee.x) / width : NaN
  return deviation(top.map(gap)) <= limit('bridge.knees-steady') ? measured(top, gap) : UNMEASURED
}

export const rules: RepRules = {
  kind: 'reps',
  thresholds: own,
  sample: (m, view) =>
    countsByAngles(view)
      ? { heights: [hipRise(m)], posture: supine(m) }
      : { heights: [silhouetteTop(m)], posture: isUpright(m) ? 'out' : 'start' },
  summarise,
  checks: [
    {
      id: 'short-range',
      signs: [
        {
          measure: 'hip',
          worse: -1,
          limits: threshold('bridge.hip-short'),
          guard: threshold('bridge.hip-short-guard'),
        },
      ],
      agree: 1,
      visible: showsAngles,
    },
    {
      id: 'hip-overextension',
      signs: [
        {
          measure: 'hip',
          worse: 1,
          limits: threshold('bridge.hip-over'),
          guard: threshold('bridge.hip-over-guard'),
        },
      ],
      agree: 1,
      visible: showsAngles,
    },
    {
      id: 'lumbar-extension',
      signs: [
        { measure: 'hip', worse: 1, limits: threshold('bridge.arch-hip') },
        { measure: 'trunk', worse: 1, limits: threshold('bridge.arch-trunk') },
        { measure: 'belly', worse: 1, limits: threshold('bridge.arch-belly') },
      ],
      agree: 2,
      visible: showsAngles,
    },
    {
      id: 'hip-sag',
      signs: [{ measure: 'sag', worse: 1, limits: threshold('bridge.sag') }],
      agree: 1,
      visible: showsAngles,
    },
    {
      id: 'feet-far',
      signs: [
        { measure: 'feet', worse: 1, limits: threshold('bridge.feet') },
        { measure: 'feetAtRest', worse: 1, limits: threshold('bridge.feet') },
      ],
      agree: 2,
      visible: showsAngles,
    },
    {
      id: 'knee-valgus',
      signs: [{ measure: 'kneeGap', worse: -1, limits: threshold('bridge.knee-gap'), relative: true }],
      agree: 1,
      visible: showsKnees,
    },
    {
      id: 'knee-splay',
      signs: [{ measure: 'kneeGap', worse: 1, limits: threshold('bridge.knee-splay'), relative: true }],
      agree: 1,
      visible: showsKnees,
    },
    {
      id: 'neck',
      signs: [{ measure: 'neck', worse: -1, limits: threshold('bridge.neck'), relative: true }],
      agree: 1,
      visible: showsNeck,
      supporting: true,
    },
    neverSeen('pelvic-drop'),
    ...supportChecks,
  ],
}
