/** What a pose model does with a limb that it can't see: it draws it on the other one, mirrors it, or guesses. */
import { LM, type Body, type PoseFrame, type Side } from '../../src/core/pose/frame'

const ARM = { left: [13, 15, 17, 19, 21], right: [14, 16, 18, 20, 22] } as const
const LEG = {
  left: [LM.leftKnee, LM.leftAnkle, LM.leftHeel, LM.leftFoot],
  right: [LM.rightKnee, LM.rightAnkle, LM.rightHeel, LM.rightFoot],
} as const
const ROOT = {
  arm: { left: LM.leftShoulder, right: LM.rightShoulder },
  leg: { left: LM.leftHip, right: LM.rightHip },
} as const

export interface Hallucination {
  readonly kind: 'on the other' | 'mirrored' | 'noise'
  readonly limb: 'arm' | 'leg'
  /** Share of the frames in which it happens, 0-1. */
  readonly share: number
  readonly seed: number
}

/** A number in 0-1 that follows from its seed alone. */
function chance(seed: number, at: number): number {
  const mixed = Math.imul(seed ^ Math.imul(at + 1, 0x9e3779b1), 0x85ebca6b)
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32
}

/** The frames with one limb of the `far` side replaced. */
export function hallucinated(
  frames: readonly PoseFrame[],
  far: Side,
  { kind, limb, share, seed }: Hallucination,
): readonly PoseFrame[] {
  const near = far === 'left' ? 'right' : 'left'
  const joints = limb === 'arm' ? ARM : LEG
  const root = ROOT[limb]
  return frames.map((frame, index) => {
    if (!frame.body || chance(seed, index) >= share) return frame
    const landmarks = frame.body.landmarks.slice()
    joints[far].forEach((to, k) => {
      const from = joints[near][k] ?? to
      for (const axis of [0, 1]) {
        const at = (i: number): number => frame.body?.landmarks[4 * i + axis] ?? NaN
        const offset = at(from) - at(root[near])
        landmarks[4 * to + axis] =
          kind === 'on the other'
            ? at(from)
            : kind === 'mirrored'
              ? at(root[far]) + (axis === 0 ? -offset : offset)
              : at(to) + 0.3 * (chance(seed + 1, 100 * index + 10 * k + axis) - 0.5)
      }
    })
    const body: Body = { ...frame.body, landmarks }
    return { ...frame, body }
  })
}
