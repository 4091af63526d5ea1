/** The lines of a drawn body, bones and trunk outline, of live frames and of stills. */
import { LM, SKELETON, type PoseFrame } from '../../../core/pose/frame'

export type Spot = readonly [x: number, y: number]

export interface BodyLines {
  readonly bones: readonly (readonly [Spot, Spot])[]
  readonly joints: readonly Spot[]
  /** The two outlines between shoulders and hips, in unbroken pieces. */
  readonly outline: readonly (readonly Spot[])[]
  /** A circle where the head is; null when it is not seen. */
  readonly head: { readonly x: number; readonly y: number; readonly radius: number } | null
}

/** Landmarks with a lower visibility are not drawn. */
const LEAST_VISIBILITY = 0.3
/** A longer step between neighbouring columns of the outline is an arm or a gap, and splits the line. */
const JUMP_TRUNKS = 0.12
/** Shorter pieces of outline are not drawn. */
const FEWEST_COLUMNS = 4

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
    outline: source.outlines.flatMap((offsets, index) =>
      pieces(shoulder, hip, offsets, index === 0 ? 1 : -1),
    ),
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
function pieces(shoulder: Spot, hip: Spot, offsets: ArrayLike<number | null>, turn: 1 | -1): Spot[][] {
  const [dx, dy] = [hip[0] - shoulder[0], hip[1] - shoulder[1]]
  const found: Spot[][] = []
  let piece: Spot[] = []
  let previous: number | undefined
  for (let k = 0; k < offsets.length; k += 1) {
    const offset = offsets[k]
    const jumped =
      previous !== undefined && typeof offset === 'number' && Math.abs(offset - previous) > JUMP_TRUNKS
    previous = offset ?? undefined
    if (jumped) {
      if (piece.length >= FEWEST_COLUMNS) found.push(piece)
      piece = []
    }
    if (offset === null || offset === undefined || Number.isNaN(offset)) {
      if (piece.length >= FEWEST_COLUMNS) found.push(piece)
      piece = []
      continue
    }
    const along = (k + 0.5) / offsets.length
    // A quarter turn clockwise on a screen whose y points down: (dx, dy) → (−dy, dx).
    piece.push([shoulder[0] + along * dx - turn * offset * dy, shoulder[1] + along * dy + turn * offset * dx])
  }
  if (piece.length >= FEWEST_COLUMNS) found.push(piece)
  return found
}
