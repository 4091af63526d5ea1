/** Whether somebody sits or stands, from the metric body: that is the same in every view. */
import { LM, type PoseFrame } from '../pose/frame'
import { limit } from '../thresholds'

/** True when the trunk stands up from the floor; false when it lies, or when nobody is seen. */
export function isUpright({ body }: PoseFrame): boolean {
  if (body === null) return false
  const middle = (a: number, b: number, axis: number): number =>
    ((body.world[3 * a + axis] ?? NaN) + (body.world[3 * b + axis] ?? NaN)) / 2
  const [x, y, z] = [0, 1, 2].map(
    (axis) => middle(LM.leftHip, LM.rightHip, axis) - middle(LM.leftShoulder, LM.rightShoulder, axis),
  ) as [number, number, number]
  const elevation = (Math.asin(y / Math.hypot(x, y, z)) * 180) / Math.PI
  return elevation > limit('coach.upright')
}
