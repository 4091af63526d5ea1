/**
 * Which way the belly of a lying body faces, and what follows from it.
 *
 * Two signs tell, and neither is a limb: the face (the nose lies under the ears when the belly is down), and
 * the head's direction together with the side that the model's depth puts nearer to the lens. A body with the
 * head to the right of the picture shows its right side when the belly is down, its left side when it is up.
 * Measured on 63 films of people: both agree in every side-on film.
 */
import type { Side } from './frame'
import type { Measurement } from './measure'

type Seen = Pick<Measurement, 'nose' | 'ears' | 'near' | 'facing'>

/** Share of the signs, over a stretch of frames, that say the belly is down: 0-1. */
export function proneShare(frames: readonly Seen[]): number {
  let votes = 0
  for (const m of frames) votes += Number(m.nose.y > m.ears.y) + Number(m.near === nearSide(m.facing, 'down'))
  return votes / Math.max(1, 2 * frames.length)
}

/** The side nearer to the lens, from the head's direction in the picture (+1 to the right) and the belly's. */
export function nearSide(facing: 1 | -1, belly: 'up' | 'down'): Side {
  return (facing === 1) === (belly === 'down') ? 'right' : 'left'
}
