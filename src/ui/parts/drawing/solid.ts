/** A filled body from recorded landmarks and the trunk's contour, as SVG paths. Lengths are in picture heights, y down. */
import { LM, type Side } from '../../../core/pose/frame'
import type { Still } from '../../../storage/records/schema'
import type { Spot } from './body'

/** A filled shape; `depth` says whether the limb is the one behind the trunk. */
export interface Limb {
  readonly path: string
  readonly depth: 'near' | 'far'
}

/** What several figures of one set have in common, so that what moved is what changed. */
export interface Scene {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Height at which the body lies on the mat; null where the camera does not show it from the side. */
  readonly floor: number | null
}

export interface SolidBody {
  readonly limbs: readonly Limb[]
  readonly trunk: string
  readonly neck: string | null
  readonly head: { readonly x: number; readonly y: number; readonly radius: number } | null
  /** The length that all thicknesses follow. */
  readonly unit: number
  /** Everything that is drawn lies within. */
  readonly box: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
  /** Where a landmark lies; null where it was not seen. */
  readonly at: (landmark: number) => Spot | null
}

/** Landmarks with a lower visibility are not drawn. */
const LEAST_VISIBILITY = 0.3
/** Thickness of the body, as a share of the trunk's length: half of it, at each joint. */
const RADIUS = {
  ...{ hip: 0.15, knee: 0.1, ankle: 0.062, foot: 0.045 },
  ...{ shoulder: 0.105, elbow: 0.07, wrist: 0.05 },
  ...{ neck: 0.085, head: 0.19, trunk: 0.17 },
}
/** An outline that is further from its middle than this is an arm or a gap, not a back. */
const STRAY_TRUNKS = 0.12
/** Half a trunk is at most so thick, as a share of its length: what is beyond is an arm or the floor's shadow. */
const THICKEST_TRUNKS = 0.25
/** Columns to either side over which an outline is smoothed. */
const SMOOTH_COLUMNS = 5

interface Chain {
  readonly side: Side
  readonly joints: readonly (readonly [landmark: number, radius: number])[]
}
const CHAINS: readonly Chain[] = (['left', 'right'] as const).flatMap((side): Chain[] => [
  {
    side,
    joints: [
      [LM[`${side}Hip`], RADIUS.hip],
      [LM[`${side}Knee`], RADIUS.knee],
      [LM[`${side}Ankle`], RADIUS.ankle],
      [LM[`${side}Foot`], RADIUS.foot],
    ],
  },
  {
    side,
    joints: [
      [LM[`${side}Shoulder`], RADIUS.shoulder],
      [LM[`${side}Elbow`], RADIUS.elbow],
      [LM[`${side}Wrist`], RADIUS.wrist],
    ],
  },
])

/** @param near the side nearer to the camera, which is drawn over the trunk; null where neither is */
export function solidOf(still: Still, near: Side | null): SolidBody {
  const at = (landmark: number): Spot | null => {
    const [x = 0, y = 0, seen = 0] = still.points.slice(landmark * 3, landmark * 3 + 3)
    return seen < LEAST_VISIBILITY ? null : [x * still.aspect, y]
  }
  const sure = (landmark: number): Spot => [
    (still.points[landmark * 3] ?? 0) * still.aspect,
    still.points[landmark * 3 + 1] ?? 0,
  ]
  const [ls, rs] = [sure(LM.leftShoulder), sure(LM.rightShoulder)]
  const [lh, rh] = [sure(LM.leftHip), sure(LM.rightHip)]
  const [shoulder, hip] = [middle(ls, rs), middle(lh, rh)]
  // From the ends the trunk is short in the picture: thighs and shoulders then tell the size.
  const unit = Math.max(
    between(shoulder, hip),
    1.1 * between(lh, sure(LM.leftKnee)),
    1.1 * between(rh, sure(LM.rightKnee)),
    1.3 * between(ls, rs),
  )
  const extent: { spot: Spot; radius: number }[] = []
  const limbs = CHAINS.flatMap(({ side, joints }): Limb[] =>
    joints.slice(1).flatMap(([to, toRadius], index) => {
      const [from = 0, fromRadius = 0] = joints[index] ?? []
      const [a, b] = [at(from), at(to)]
      if (a === null || b === null) return []
      extent.push({ spot: a, radius: fromRadius * unit }, { spot: b, radius: toRadius * unit })
      const depth = near === null || near === side ? 'near' : 'far'
      return [{ path: tapered(a, fromRadius * unit, b, toRadius * unit), depth }]
    }),
  )
  const seen = [LM.nose, LM.leftEar, LM.rightEar].flatMap((landmark) => {
    const spot = at(landmark)
    return spot === null ? [] : [spot]
  })
  const head = seen.length === 0 ? null : { ...centre(seen), radius: RADIUS.head * unit }
  if (head !== null) extent.push({ spot: [head.x, head.y], radius: head.radius })
  for (const spot of [ls, rs, lh, rh]) extent.push({ spot, radius: RADIUS.trunk * unit })
  return {
    limbs,
    trunk: [
      trunkOf(shoulder, hip, still, unit),
      tapered(ls, RADIUS.shoulder * unit, rs, RADIUS.shoulder * unit),
      tapered(lh, RADIUS.hip * unit * 0.9, rh, RADIUS.hip * unit * 0.9),
    ].join(''),
    neck: head && tapered(shoulder, RADIUS.neck * unit, [head.x, head.y], RADIUS.neck * unit * 0.9),
    head,
    unit,
    box: {
      left: Math.min(...extent.map(({ spot, radius }) => spot[0] - radius)),
      right: Math.max(...extent.map(({ spot, radius }) => spot[0] + radius)),
      top: Math.min(...extent.map(({ spot, radius }) => spot[1] - radius)),
      bottom: Math.max(...extent.map(({ spot, radius }) => spot[1] + radius)),
    },
    at,
  }
}

const middle = (a: Spot, b: Spot): Spot => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
const between = (a: Spot, b: Spot): number => Math.hypot(b[0] - a[0], b[1] - a[1])
const centre = (spots: readonly Spot[]): { x: number; y: number } => ({
  x: spots.reduce((sum, [x]) => sum + x, 0) / spots.length,
  y: spots.reduce((sum, [, y]) => sum + y, 0) / spots.length,
})
const say = (...numbers: readonly number[]): string => numbers.map((n) => n.toFixed(4)).join(' ')

/** A limb that is round at both ends and as thick as each joint. */
function tapered(a: Spot, ra: number, b: Spot, rb: number): string {
  const length = Math.max(1e-6, between(a, b))
  const [nx, ny] = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length]
  const edge = ([x, y]: Spot, by: number): string => say(x + nx * by, y + ny * by)
  return `M${edge(a, ra)}L${edge(b, rb)}A${say(rb, rb)} 0 0 0 ${edge(b, -rb)}L${edge(a, -ra)}A${say(ra, ra)} 0 0 0 ${edge(a, ra)}Z`
}

/** The trunk between its two outlines; an even thickness where the picture gave none. */
function trunkOf(shoulder: Spot, hip: Spot, still: Still, unit: number): string {
  const chord = Math.max(1e-6, between(shoulder, hip))
  const usual = (RADIUS.trunk * unit) / chord
  const edge = (offsets: readonly (number | null)[], turn: 1 | -1): Spot[] => {
    const even = smoothed(offsets, usual)
    const [dx, dy] = [hip[0] - shoulder[0], hip[1] - shoulder[1]]
    // A quarter turn clockwise on a screen whose y points down: (dx, dy) → (−dy, dx).
    return even.map((offset, k): Spot => {
      const along = (k + 0.5) / even.length
      return [shoulder[0] + along * dx - turn * offset * dy, shoulder[1] + along * dy + turn * offset * dx]
    })
  }
  const round = [...edge(still.clockwise, 1), ...edge(still.counter, -1).toReversed()]
  return `M${round.map((spot) => say(...spot)).join('L')}Z`
}

/** Offsets without gaps and without what strays from their middle, smoothed. */
function smoothed(offsets: readonly (number | null)[], usual: number): number[] {
  const known = offsets.filter((one) => one !== null).toSorted((a, b) => a - b)
  const typical = Math.min(known[known.length >> 1] ?? usual, THICKEST_TRUNKS)
  const clean = offsets.map((one) => (one === null || Math.abs(one - typical) > STRAY_TRUNKS ? null : one))
  const filled = clean.map((one, k) => Math.min(one ?? nearest(clean, k) ?? typical, THICKEST_TRUNKS))
  if (filled.length === 0) return Array.from({ length: 8 }, () => usual)
  return filled.map((_, k) => {
    const window = filled.slice(Math.max(0, k - SMOOTH_COLUMNS), k + SMOOTH_COLUMNS + 1)
    return window.reduce((sum, one) => sum + one, 0) / window.length
  })
}

function nearest(values: readonly (number | null)[], k: number): number | null {
  for (let by = 1; by < values.length; by++) {
    const found = values[k - by] ?? values[k + by]
    if (found !== null && found !== undefined) return found
  }
  return null
}

/** The joints to light: those that were seen, on the near side where it is known, and one for those that lie together. */
export function litSpots(
  body: Pick<SolidBody, 'at' | 'unit'>,
  joints: readonly number[],
  near: Side | null,
): Spot[] {
  // Odd landmarks are the left side's.
  const onNear = (joint: number): boolean =>
    near === null || joint === LM.nose || (joint % 2 === 1) === (near === 'left')
  const wanted = joints.some(onNear) ? joints.filter(onNear) : joints
  const groups: Spot[][] = []
  for (const joint of wanted) {
    const spot = body.at(joint)
    if (spot === null) continue
    const group = groups.find(([first]) => first !== undefined && between(first, spot) < 0.45 * body.unit)
    if (group === undefined) groups.push([spot])
    else group.push(spot)
  }
  return groups.map((group) => {
    const { x, y } = centre(group)
    return [x, y] as const
  })
}
