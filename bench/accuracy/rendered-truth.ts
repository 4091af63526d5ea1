/** What is known of a rendered film, and how it is read from the files beside the film. */
import type { ExerciseId } from '../../src/core/analysis/model'
import type { Side } from '../../src/core/pose/frame'

export interface RenderedRep {
  /** Seconds. */
  readonly start: number
  readonly topStart: number
  readonly topEnd: number
  readonly end: number
  /** Bird dog: the lifted leg; single-leg bridge: the working leg; side plank: the side on the floor. */
  readonly side: Side | null
}

/** The body's own joint angles, degrees, so many a second: those of the side towards the lens. */
export interface TrueAngles {
  readonly fps: number
  readonly hip: readonly (number | null)[]
  readonly knee: readonly (number | null)[]
}

/** How large each fault is, in the fault's own unit. */
export type Faults = Readonly<Record<string, number>>

export interface RenderedTruth {
  readonly name: string
  readonly exercise: ExerciseId
  /** The side towards the lens; null where neither is. */
  readonly near: Side | null
  /** The faults that the camera's place can show. */
  readonly observable: readonly string[]
  /** Null where form held. */
  readonly breakdown: { readonly rep: number | null; readonly seconds: number } | null
  readonly reps: readonly RenderedRep[]
  /** By rep, the largest of each fault. */
  readonly faults: readonly Faults[]
  /** Side planks: by whole second of the film. */
  readonly seconds: readonly Faults[]
  readonly angles: TrueAngles | null
}

/** A line of a folder's manifest.json. */
export interface ManifestClip {
  readonly name: string
  readonly file: string
  readonly exercise: ExerciseId
  readonly near: Side | null
  readonly observable: readonly string[]
  readonly breakdown: { readonly rep: number | null; readonly seconds: number } | null
}

/** NAME.truth.json beside a rendered film, as far as it is read. */
export interface TruthFile {
  readonly reps: readonly {
    readonly index: number
    readonly side: 'L' | 'R' | null
    readonly start: number
    readonly top_start: number
    readonly top_end: number
    readonly end: number
  }[]
  readonly faults: readonly { readonly type: string; readonly per_rep: Readonly<Record<string, number>> }[]
  readonly seconds: Readonly<Record<string, Faults>>
  readonly angles: Readonly<Record<string, readonly (number | null)[]>> & { readonly fps: number }
}

/** Puts the two together, without what nothing here reads. */
export function renderedTruth(clip: ManifestClip, file: TruthFile): RenderedTruth {
  const { name, exercise, near, observable, breakdown } = clip
  const isHold = exercise === 'side-plank'
  return {
    name,
    exercise,
    near,
    observable,
    breakdown: breakdown && { rep: breakdown.rep, seconds: breakdown.seconds },
    reps: file.reps.map(({ side, start, top_start: topStart, top_end: topEnd, end }) => ({
      start,
      topStart,
      topEnd,
      end,
      side: side === null ? null : side === 'L' ? 'left' : 'right',
    })),
    faults: isHold ? [] : file.reps.map(({ index }) => faultsOf(file, index)),
    seconds: isHold
      ? Array.from({ length: Object.keys(file.seconds).length }, (_, s) => file.seconds[s] ?? {})
      : [],
    angles: near && {
      fps: file.angles.fps,
      hip: tenths(file.angles[`hip_${near}`]),
      knee: tenths(file.angles[`knee_${near}`]),
    },
  }
}

function faultsOf({ faults }: TruthFile, rep: number): Faults {
  const sizes: Record<string, number> = {}
  for (const { type, per_rep } of faults) sizes[type] = Math.max(sizes[type] ?? 0, per_rep[rep] ?? 0)
  return sizes
}

const tenths = (angles: readonly (number | null)[] = []): readonly (number | null)[] =>
  angles.map((angle) => (angle === null ? null : Math.round(10 * angle) / 10))
