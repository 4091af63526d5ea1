/** The lines of a drawn body, bones and trunk outline, of live frames and of stills. */
import { LM, SKELETON, type PoseFrame } from '../../../core/pose/frame'

export type Spot = readonly [x: number, y: number]

export interface BodyLines {
  readonly bones: readonly (readonly [Spot, Spot])[]
  readonly joints: readonly Spot[]
  /** The two outlines between shoulders and hips; one of which too little is seen is left out, never drawn in pieces. */
  readonly outline: readonly (readonly Spot[])[]
  /** A circle where the head is; null when it is not seen. */
  readonly head: { readonly x: number; readonly y: number; readonly radius: number } | null
}

/** Landmarks with a lower visibility are not drawn. */
const LEAST_VISIBILITY = 0.3
/** A column that is further from the outline's middle than this is an arm or a gap, not a back. */
const STRAY_TRUNKS = 0.12
/** A longer gap, as a share of the outline, is not bridged: half a line reads as a body that ends there. */
const LONGEST_GAP_SHARE = 0.25
/** Columns to either side over which the line is smoothed. */
const SMOOTH_COLUMNS = 3

interface Source {
  readonly width: number
  readonly height: number
  at(point: number): readonly [x: number, y: number, visibility: number]
  readonly outlines: readonly ArrayLike<number | null>[]
}

/** A live frame's lines, in shares of the picture's height in both directions. */
export function linesOfFrame(frame: PoseFrame): BodyLines | null {
  const { body } = frame
  if (body === null) return null
  const { landmarks, contour } = body
  return lines({
    width: frame.width / frame.height,
    height: 1,
    at: (point) => [landmarks[point * 4] ?? 0, landmarks[point * 4 + 1] ?? 0, landmarks[point * 4 + 3] ?? 0],
    outlines: contour === null ? [] : [contour.clockwise, contour.counter],
  })
}

function lines(source: Source): BodyLines {
  const spot = (point: number): Spot => {
    const [x, y] = source.at(point)
    return [x * source.width, y * source.height]
  }
  const shown = (point: number): boolean => source.at(point)[2] >= LEAST_VISIBILITY
  const bones = SKELETON.filter(([a, b]) => a !== LM.nose && shown(a) && shown(b))
  const used = new Set(bones.flat())
  const shoulder = middle(spot(LM.leftShoulder), spot(LM.rightShoulder))
  const hip = middle(spot(LM.leftHip), spot(LM.rightHip))
  return {
    bones: bones.map(([a, b]) => [spot(a), spot(b)] as const),
    joints: [...used].map(spot),
    outline: source.outlines.flatMap((offsets, index) => {
      const even = bridged(offsets)
      return even === null ? [] : [stroke(shoulder, hip, even, index === 0 ? 1 : -1)]
    }),
    head: headOf(
      [LM.nose, LM.leftEar, LM.rightEar].filter(shown).map(spot),
      Math.hypot(hip[0] - shoulder[0], hip[1] - shoulder[1]),
    ),
  }
}

/** The head as a circle: its radius is about a fifth of the trunk, and the face's landmarks are at its front. */
function headOf(seen: readonly Spot[], trunk: number): BodyLines['head'] {
  if (seen.length === 0) return null
  const x = seen.reduce((sum, spot) => sum + spot[0], 0) / seen.length
  const y = seen.reduce((sum, spot) => sum + spot[1], 0) / seen.length
  return { x, y, radius: trunk * 0.2 }
}

const middle = (a: Spot, b: Spot): Spot => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]

/** Column k of n is at (k + 0.5) / n of the chord from shoulder to hip; `turn` 1 is its clockwise side on screen. */
function stroke(shoulder: Spot, hip: Spot, offsets: readonly number[], turn: 1 | -1): Spot[] {
  const [dx, dy] = [hip[0] - shoulder[0], hip[1] - shoulder[1]]
  // A quarter turn clockwise on a screen whose y points down: (dx, dy) → (−dy, dx).
  return offsets.map((offset, k): Spot => {
    const along = (k + 0.5) / offsets.length
    return [shoulder[0] + along * dx - turn * offset * dy, shoulder[1] + along * dy + turn * offset * dx]
  })
}

/** The offsets with short gaps bridged; null where so much is missing that a line would be made up. */
function bridged(offsets: ArrayLike<number | null>): readonly number[] | null {
  const all = Array.from(offsets, (one) => (one === null || Number.isNaN(one) ? null : one))
  const sorted = all.filter((one) => one !== null).toSorted((a, b) => a - b)
  const typical = sorted[sorted.length >> 1]
  if (typical === undefined) return null
  const clean = all.map((one) => (one === null || Math.abs(one - typical) > STRAY_TRUNKS ? null : one))
  const known = clean.flatMap((one, k) => (one === null ? [] : [k]))
  const ends = [-1, ...known, clean.length]
  const longest = Math.max(...ends.slice(1).map((k, index) => k - (ends[index] ?? 0) - 1))
  if (longest > LONGEST_GAP_SHARE * clean.length) return null
  const filled = clean.map((one, k) => {
    if (one !== null) return one
    const [before, after] = [known.findLast((at) => at < k), known.find((at) => at > k)]
    const [from, to] = [clean[before ?? after ?? 0] ?? typical, clean[after ?? before ?? 0] ?? typical]
    const share = before === undefined || after === undefined ? 0 : (k - before) / (after - before)
    return from + share * (to - from)
  })
  return filled.map((_, k) => {
    const near = filled.slice(Math.max(0, k - SMOOTH_COLUMNS), k + SMOOTH_COLUMNS + 1)
    return near.reduce((sum, one) => sum + one, 0) / near.length
  })
}
